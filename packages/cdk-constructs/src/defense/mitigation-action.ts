import { Names, Resource, Stack, type IResource } from 'aws-cdk-lib'
import { PolicyStatement, Role, type IRole } from 'aws-cdk-lib/aws-iam'
import { CfnMitigationAction } from 'aws-cdk-lib/aws-iot'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { acknowledgeWildcard } from '../acknowledgements/acknowledge.ts'
import { TEXT } from '../device/limits.ts'
import { Refusals } from '../device/refusals.ts'
import type { IThingGroup } from '../device/thing-group.ts'
import { iotFor } from '../roles/service-role.ts'

/** A mitigation action, made here or elsewhere. */
export interface IMitigationAction extends IResource {
  readonly actionName: string
  readonly actionArn: string
}

/** An action of AWS IoT, and the resource that it is on: a kind with any name, an ARN, or `*`. */
type Allowed = readonly [action: string, resource: string]

/**
 * What is done about what audits find, or devices that are in violation; to those only {@link Mitigation.intoGroups} can be done.
 *
 * @example new MitigationAction(this, 'Isolate', { mitigation: Mitigation.intoGroups(new ThingGroup(this, 'Quarantine')) })
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/dd-mitigation-actions.html
 */
export class Mitigation {
  readonly #params: CfnMitigationAction.ActionParamsProperty
  readonly #allowed: readonly Allowed[]
  readonly #passed: IRole | undefined
  readonly #topic: ITopic | undefined

  /** The thing is put into these groups. */
  static intoGroups(...groups: readonly [IThingGroup, ...IThingGroup[]]): Mitigation {
    return new Mitigation(
      { addThingsToThingGroupParams: { thingGroupNames: groups.map(({ thingGroupName }) => thingGroupName) } },
      [
        ['iot:ListPrincipalThings', '*'], ['iot:AddThingToThingGroup', 'thing'],
        ...groups.map(({ thingGroupArn }): Allowed => ['iot:AddThingToThingGroup', thingGroupArn]),
      ],
    )
  }

  /** The device's certificate is made inactive. */
  static deactivateCertificates(): Mitigation {
    return new Mitigation({ updateDeviceCertificateParams: { action: 'DEACTIVATE' } }, [['iot:UpdateCertificate', 'cert']])
  }

  /** The CA certificate is made inactive. */
  static deactivateCaCertificates(): Mitigation {
    return new Mitigation({ updateCaCertificateParams: { action: 'DEACTIVATE' } }, [['iot:UpdateCACertificate', 'cacert']])
  }

  /** The policy gets a version that allows nothing. */
  static blankPolicies(): Mitigation {
    return new Mitigation({ replaceDefaultPolicyVersionParams: { templateName: 'BLANK_POLICY' } }, [['iot:CreatePolicyVersion', 'policy']])
  }

  /** AWS IoT logs from then on, as this role. */
  static enableLogging(role: IRole, logLevel: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR'): Mitigation {
    return new Mitigation({ enableIoTLoggingParams: { logLevel, roleArnForLogging: role.roleArn } }, [['iot:SetV2LoggingOptions', '*']], { role })
  }

  /** The topic is told of the finding. */
  static tell(topic: ITopic): Mitigation {
    return new Mitigation({ publishFindingToSnsParams: { topicArn: topic.topicArn } }, [], { topic })
  }

  private constructor(
    params: CfnMitigationAction.ActionParamsProperty, allowed: readonly Allowed[],
    { role, topic }: { readonly role?: IRole; readonly topic?: ITopic } = {},
  ) {
    this.#params = params
    this.#allowed = allowed
    this.#passed = role
    this.#topic = topic
  }

  /** Lets a role do it. For {@link MitigationAction}. */
  bind(role: Role): CfnMitigationAction.ActionParamsProperty {
    for (const [action, on] of this.#allowed) {
      const isKind = on !== '*' && /^[a-z]+$/.test(on)
      const resource = isKind ? Stack.of(role).formatArn({ service: 'iot', resource: on, resourceName: '*' }) : on
      role.addToPolicy(new PolicyStatement({ actions: [action], resources: [resource] }))
      acknowledgeWildcard(role, resource, `${action}: what it is done to is found by audits and violations`)
    }
    this.#passed?.grantPassRole(role)
    this.#topic?.grantPublish(role)
    return this.#params
  }
}

export interface MitigationActionProps {
  /** Letters, digits, `_` and `-`, 128 at most. @default - a name of the construct's path */
  readonly actionName?: string
  readonly mitigation: Mitigation
}

const LONGEST_NAME = 128

/**
 * Something that can be done about what Device Defender finds, with a role that may do that and nothing else. Nothing is done before
 * somebody starts it: see {@link FleetDefense}.
 *
 * @example new MitigationAction(this, 'Isolate', { mitigation: Mitigation.deactivateCertificates() })
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/dd-mitigation-actions.html
 */
export class MitigationAction extends Resource implements IMitigationAction {
  readonly actionName: string
  readonly actionArn: string
  /** What AWS IoT does it as. */
  readonly role: Role

  constructor(scope: Construct, id: string, { mitigation, ...props }: MitigationActionProps) {
    super(scope, id)
    new Refusals(this).text('actionName', props.actionName, TEXT.metricName)
    const actionName = props.actionName ?? Names.uniqueResourceName(this, { maxLength: LONGEST_NAME, allowedSpecialCharacters: '_-' })
    this.role = new Role(this, 'Role', { assumedBy: iotFor(this, { type: 'mitigationaction', name: actionName }) })
    const action = new CfnMitigationAction(this, 'Action', {
      actionName, roleArn: this.role.roleArn, actionParams: mitigation.bind(this.role),
    })
    this.actionName = action.ref
    this.actionArn = action.attrMitigationActionArn
  }
}
