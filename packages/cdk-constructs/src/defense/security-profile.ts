import { ArnFormat, Resource, Stack, type IResource } from 'aws-cdk-lib'
import { Role } from 'aws-cdk-lib/aws-iam'
import { CfnDimension, CfnSecurityProfile } from 'aws-cdk-lib/aws-iot'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { TEXT } from '../device/limits.ts'
import { present } from '../device/present.ts'
import { Refusals } from '../device/refusals.ts'
import type { IThingGroup } from '../device/thing-group.ts'
import { iotFor } from '../roles/service-role.ts'
import type { Behavior } from './behavior.ts'
import type { DefenseTopics } from './defense-topics.ts'

/** A security profile, made here or elsewhere. */
export interface ISecurityProfile extends IResource {
  readonly securityProfileName: string
  readonly securityProfileArn: string
}

/** Things that a profile holds for: those of a group, or of one of AWS IoT's three sets. */
export type ProfileTarget = IThingGroup | 'all/things' | 'all/registered-things' | 'all/unregistered-things'

export interface SecurityProfileProps {
  /** @default - a name that CloudFormation makes */
  readonly securityProfileName?: string
  /** @default - none */
  readonly description?: string
  /** Each has a name of its own. */
  readonly behaviors: readonly Behavior[]
  /** @default - none: nobody is watched */
  readonly targets?: readonly ProfileTarget[]
  /** Told as a violation begins and ends. @default - nobody is told; violations are listed */
  readonly alarmTopic?: ITopic
}

/** The kind of a dimension; there is one. */
const TOPIC_FILTER = 'TOPIC_FILTER'
const MAX_BEHAVIORS = 100

/**
 * How devices are as they should be. AWS IoT watches them, and tells of those that are not.
 * AWS takes no new customers for it since August 31, 2026; accounts that had it before go on.
 *
 * @example
 * import { Duration } from 'aws-cdk-lib'
 * new SecurityProfile(this, 'Profile', {
 *   behaviors: [Behavior.authorizationFailures({ atMost: 5, within: Duration.minutes(5) })], targets: ['all/things'], alarmTopic: topic,
 * })
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-detect.html
 */
export class SecurityProfile extends Resource implements ISecurityProfile {
  readonly securityProfileName: string
  readonly securityProfileArn: string
  readonly #dimensions = new Map<string, CfnDimension>()

  /** A profile that is there. */
  static fromSecurityProfileName(scope: Construct, id: string, securityProfileName: string): ISecurityProfile {
    return new ImportedSecurityProfile(scope, id, securityProfileName)
  }

  constructor(scope: Construct, id: string, props: SecurityProfileProps) {
    super(scope, id)
    const { securityProfileName, description, behaviors, targets = [], alarmTopic } = props
    const refusals = new Refusals(this)
    refusals.text('securityProfileName', securityProfileName, TEXT.registryName)
    refusals.text('description', description, TEXT.profileDescription)
    checkNames(behaviors, refusals)
    const profile = new CfnSecurityProfile(this, 'Profile', present({
      securityProfileName, securityProfileDescription: description,
      behaviors: behaviors.map((behavior, index) =>
        behavior.bind(`behaviors[${index}]`, refusals, (topics) => this.#dimensionOf(topics))),
      targetArns: targets.map((target) => this.#arnOf(target)),
      alertTargets: alarmTopic && {
        SNS: { alertTargetArn: alarmTopic.topicArn, roleArn: this.#alarmRole(alarmTopic, securityProfileName).roleArn },
      },
    }))
    this.securityProfileName = profile.ref
    this.securityProfileArn = profile.attrSecurityProfileArn
  }

  #dimensionOf({ filters, operator }: DefenseTopics): CfnSecurityProfile.MetricDimensionProperty {
    const key = JSON.stringify(filters)
    const dimension = this.#dimensions.get(key)
      ?? new CfnDimension(this, `Topics${this.#dimensions.size + 1}`, { type: TOPIC_FILTER, stringValues: [...filters] })
    this.#dimensions.set(key, dimension)
    return { dimensionName: dimension.ref, operator }
  }

  #arnOf(target: ProfileTarget): string {
    if (typeof target !== 'string') return target.thingGroupArn
    return Stack.of(this).formatArn({ service: 'iot', resource: target, arnFormat: ArnFormat.NO_RESOURCE_NAME })
  }

  #alarmRole(topic: ITopic, name: string | undefined): Role {
    const role = new Role(this, 'AlarmRole', { assumedBy: iotFor(this, { type: 'securityprofile', name }) })
    topic.grantPublish(role)
    return role
  }
}

function checkNames(behaviors: readonly Behavior[], refusals: Refusals): void {
  if (behaviors.length === 0) refusals.refuse('behaviors', 'there is none; take one of Behavior')
  if (behaviors.length > MAX_BEHAVIORS)
    refusals.refuse('behaviors', `${behaviors.length} behaviors are more than AWS IoT takes; take ${MAX_BEHAVIORS} at most`)
  for (const [index, { name }] of behaviors.entries()) {
    const same = behaviors.findIndex((behavior) => behavior.name === name)
    if (same < index) refusals.refuse(`behaviors[${index}]`, `behaviors[${same}] is called ${name}, too; give it a name of its own`)
  }
}

class ImportedSecurityProfile extends Resource implements ISecurityProfile {
  readonly securityProfileName: string
  readonly securityProfileArn: string

  constructor(scope: Construct, id: string, securityProfileName: string) {
    super(scope, id)
    this.securityProfileName = securityProfileName
    this.securityProfileArn = Stack.of(scope).formatArn({ service: 'iot', resource: 'securityprofile', resourceName: securityProfileName })
  }
}
