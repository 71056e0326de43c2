import { Duration } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { HandlerFunction, type HandlerFunctionProps } from '../cloud/handler-function.ts'
import { present } from '../device/present.ts'
import { ProvisioningTemplate, type ProvisioningTemplateProps } from '../device/provisioning-template.ts'
import { RoleAlias, type RoleAliasProps } from '../device/role-alias.ts'
import { ThingGroup, type ThingGroupProps } from '../device/thing-group.ts'
import { ThingPolicy, type IThingPolicy } from '../device/thing-policy.ts'
import { ThingType, type ThingTypeProps } from '../device/thing-type.ts'

/** What a {@link Fleet} takes; all else of {@link ProvisioningTemplateProps} can be given, too. */
export interface FleetProps
  extends Omit<ProvisioningTemplateProps, 'preProvisioningHook' | 'parameters' | 'thingName' | 'thingType' | 'thingGroups' | 'claim'> {
    /** @default ['SerialNumber'] */
    readonly parameters?: readonly string[]
    /** @default '${SerialNumber}' */
    readonly thingName?: string
    /** Says of each device whether it is one of yours: a function, or the handler that one is made of, with 5 s of time. */
    readonly hook: IFunction | HandlerFunctionProps
    /**
     * Of the AWS credentials that devices get by their certificates, where `policy` is a {@link ThingPolicy}; `false`: they get none.
     *
     * @default - an alias whose role may do nothing but what is granted to it
     */
    readonly roleAlias?: RoleAliasProps | false
    /** What devices are of. @default - no type */
    readonly thingType?: ThingTypeProps
    /** Where devices come into. @default - no group */
    readonly thingGroup?: ThingGroupProps
  }

/** AWS IoT waits no longer: pre-provisioning-hook.html */
const HOOK_TIMEOUT = Duration.seconds(5)

/**
 * Devices that come with a claim and become things of yours: a {@link ProvisioningTemplate} with its claim policy, a hook that AWS IoT may
 * invoke, and a {@link RoleAlias} that the devices may use.
 *
 * @example
 * const policy = new ThingPolicy(this, 'Policy', { publish: [`keg/${THING_NAME}/pours`], jobs: true })
 * const fleet = new Fleet(this, 'Kegs', { policy, hook: { entry: 'src/admit.ts' }, thingType: { searchableAttributes: ['siteId'] } })
 * new ThingCertificate(this, 'Claim', { csr: '-----BEGIN CERTIFICATE REQUEST-----…', policies: [fleet.claimPolicy] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/provision-wo-cert.html#claim-based
 */
export class Fleet extends Construct {
  readonly template: ProvisioningTemplate
  /** For the certificate of the claim, which many devices may share. */
  readonly claimPolicy: IThingPolicy
  /** Says of each device whether it is one of yours. */
  readonly hook: IFunction
  readonly roleAlias: RoleAlias | undefined
  readonly thingType: ThingType | undefined
  readonly thingGroup: ThingGroup | undefined

  constructor(
    scope: Construct,
    id: string,
    { hook, roleAlias = {}, thingType, thingGroup, parameters = ['SerialNumber'], thingName = '${SerialNumber}', ...props }: FleetProps,
  ) {
    super(scope, id)
    this.thingType = thingType && new ThingType(this, 'Type', thingType)
    this.thingGroup = thingGroup && new ThingGroup(this, 'Group', thingGroup)
    this.hook = 'entry' in hook ? new HandlerFunction(this, 'Hook', { timeout: HOOK_TIMEOUT, ...hook }) as IFunction : hook
    this.template = new ProvisioningTemplate(this, 'Template', {
      ...props, parameters, thingName, preProvisioningHook: this.hook,
      ...present({ thingType: this.thingType, thingGroups: this.thingGroup && [this.thingGroup] }),
    })
    this.claimPolicy = this.template.claimPolicy
    this.roleAlias = roleAlias === false ? undefined : new RoleAlias(this, 'Alias', roleAlias)
    if (props.policy instanceof ThingPolicy) this.roleAlias?.grantAssume(props.policy)
  }
}
