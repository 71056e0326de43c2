import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { CfnTracker } from 'aws-cdk-lib/aws-location'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'

/** All may hold `${…}`. */
export interface ToLocationProps extends ActionProps {
  readonly deviceId: string
  /** Comes to a number. */
  readonly latitude: string
  /** Comes to a number. */
  readonly longitude: string
  /** @default - when the rule ran */
  readonly timestamp?: {
    readonly value: string
    /** @default 'MILLISECONDS' */
    readonly unit?: 'SECONDS' | 'MILLISECONDS' | 'MICROSECONDS' | 'NANOSECONDS'
  }
}

/**
 * Tells a tracker of Amazon Location where a device is. `keg run` names it as not emulated.
 *
 * @example
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT * FROM 'keg/+/pours'",
 *   actions: [toLocation(tracker, { deviceId: '${topic(2)}', latitude: '${lat}', longitude: '${lon}' })],
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/location-rule-action.html
 */
export const toLocation = (
  tracker: Pick<CfnTracker, 'attrArn' | 'trackerName'>, { deviceId, latitude, longitude, timestamp, ...props }: ToLocationProps,
): RuleAction =>
  ruleAction('location', props, ({ role, template }) => {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['geo:BatchUpdateDevicePosition'], resources: [tracker.attrArn] }))
    return {
      location: {
        trackerName: tracker.trackerName, roleArn: role.roleArn,
        deviceId: template('location.deviceId', deviceId), latitude: template('location.latitude', latitude, { number: true }),
        longitude: template('location.longitude', longitude, { number: true }),
        ...(timestamp
          && { timestamp: {
            value: template('location.timestamp.value', timestamp.value, { number: true }), unit: timestamp.unit ?? 'MILLISECONDS',
          } }),
      },
    }
  })
