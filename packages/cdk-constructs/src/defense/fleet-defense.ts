import type { Function } from 'aws-cdk-lib/aws-lambda'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { HandlerFunction, type HandlerFunctionProps } from '../cloud/handler-function.ts'
import { startsMitigation } from '../cloud/handler-grant.ts'
import type { ThingGroupProps } from '../device/thing-group.ts'
import { Mitigation, MitigationAction } from './mitigation-action.ts'
import { Quarantine } from './quarantine.ts'
import { SecurityProfile, type SecurityProfileProps } from './security-profile.ts'

/** What a {@link FleetDefense} takes; all else of {@link SecurityProfileProps} can be given, too. */
export interface FleetDefenseProps extends Omit<SecurityProfileProps, 'alarmTopic'> {
  /**
   * Gets each alarm from SNS, and starts the mitigation: a function, or the handler that one is made of. The name of the action is in
   * its variable `MITIGATION_ACTION`; the alarm tells profile, behavior and thing.
   */
  readonly handler: Function | HandlerFunctionProps
  /** @default - a group with a name that CloudFormation makes */
  readonly quarantine?: Pick<ThingGroupProps, 'thingGroupName' | 'description'>
}

/**
 * Watches devices, and shuts out the one that is not as it should be: a {@link SecurityProfile} whose alarms go to a topic, a
 * {@link Quarantine}, the {@link MitigationAction} that puts things into it, and the function that starts that on an alarm, which may do
 * nothing else. AWS takes no new customers for such profiles since August 31, 2026.
 *
 * @example
 * import { Duration } from 'aws-cdk-lib'
 * new FleetDefense(this, 'Defense', {
 *   targets: [new ThingGroup(this, 'Kegs')], behaviors: [Behavior.authorizationFailures({ atMost: 5, within: Duration.minutes(5) })],
 *   handler: { entry: 'src/quarantine-keg.ts' },
 * })
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-detect.html
 */
export class FleetDefense extends Construct {
  readonly profile: SecurityProfile
  /** Told as a violation begins and ends; others may listen, too. */
  readonly alarms: Topic
  readonly quarantine: Quarantine
  readonly action: MitigationAction
  readonly handler: Function

  constructor(scope: Construct, id: string, { handler, quarantine, ...profile }: FleetDefenseProps) {
    super(scope, id)
    this.alarms = new Topic(this, 'Alarms', { enforceSSL: true })
    this.profile = new SecurityProfile(this, 'Profile', { ...profile, alarmTopic: this.alarms })
    this.quarantine = new Quarantine(this, 'Quarantine', quarantine)
    this.action = new MitigationAction(this, 'Isolate', { mitigation: Mitigation.intoGroups(this.quarantine.thingGroup) })
    this.handler = 'entry' in handler ? new HandlerFunction(this, 'Handler', handler) : handler
    startsMitigation(this.profile, this.action)(this.handler)
    this.alarms.addSubscription(new LambdaSubscription(this.handler))
  }
}
