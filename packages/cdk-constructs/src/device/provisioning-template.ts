import { acknowledgeManagedPolicy } from '../acknowledgements/acknowledge.ts'
import { Annotations, Names, Resource, Stack, Token, type IResource } from 'aws-cdk-lib'
import { ManagedPolicy, Role } from 'aws-cdk-lib/aws-iam'
import { CfnPolicy, CfnProvisioningTemplate } from 'aws-cdk-lib/aws-iot'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { IBillingGroup } from './billing-group.ts'
import { letIotInvoke } from '../roles/iot-invocation.ts'
import { MAX_ATTRIBUTES, TEXT } from './limits.ts'
import { present } from './present.ts'
import { withoutPrivateKey } from './private-keys.ts'
import { Refusals } from './refusals.ts'
import { iotFor } from '../roles/service-role.ts'
import { lintPoliciesOf } from '../policy/lint-policy.ts'
import { ThingPolicy, type IThingPolicy } from './thing-policy.ts'
import type { IThingGroup } from './thing-group.ts'
import type { IThingType } from './thing-type.ts'

/** A provisioning template, made here or elsewhere. */
export interface IProvisioningTemplate extends IResource {
  readonly templateName: string
  readonly templateArn: string
}

export interface ProvisioningTemplateProps {
  /** 36 characters at most. @default - a name made of the construct's path */
  readonly templateName?: string
  /** @default - none */
  readonly description?: string
  /** What a device sends: `${SerialNumber}` in a text below stands for the one of this name. */
  readonly parameters: readonly string[]
  /** The name of the thing that a device becomes, such as `keg-${SerialNumber}`. */
  readonly thingName: string
  /** What the device's certificate may do. */
  readonly policy: IThingPolicy
  /** What else it may do; ten in all, with `policy`. @default - nothing */
  readonly policies?: readonly IThingPolicy[]
  /** Of the thing; values may hold parameters. @default - none */
  readonly attributes?: Readonly<Record<string, string>>
  /** @default - none */
  readonly thingType?: IThingType
  /** @default - none */
  readonly thingGroups?: readonly IThingGroup[]
  /** @default - none */
  readonly billingGroup?: IBillingGroup
  /** Whether the certificate is for its thing alone. @default true */
  readonly exclusive?: boolean
  /** What the device gets back, beside its thing's name. @default - nothing */
  readonly deviceConfiguration?: Readonly<Record<string, string>>
  /**
   * Says in 5 s, of each device, whether it is one of yours.
   *
   * @default - each bearer of a claim becomes a thing, under whatever parameters it sends; synthesis warns of it
   * @see https://docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html
   */
  readonly preProvisioningHook?: IFunction
  /** Whether devices may have AWS make their key and send it to them. @default false - they make their own, and send a signing request */
  readonly keysFromAws?: boolean
  /** Under which client ids devices come with a claim; may end with `*`. By `*` alone a claim throws any device off. @default 'claim-*' */
  readonly claimClientId?: string
  /** Whether devices come with a claim; those that renew a certificate come with the one that they have. @default true */
  readonly claim?: boolean
  /** @default true */
  readonly enabled?: boolean
}

const LONGEST_BODY = 10_240
const MAX_POLICIES = 10
/** Tokens of CDK look alike. */
const PARAMETER = /\$\{(?!Token\[)([^}]*)\}/g
/** What a device sends. @see https://docs.aws.amazon.com/iot/latest/developerguide/fleet-provision-api.html */
const FORMATS = ['json', 'cbor']
const HOOK_VERSION = '2020-04-01'

/**
 * Makes a thing, with its certificate and policy, of each device that comes with a claim: the template, the role that AWS IoT provisions
 * as, the hook with its permission, and `claimPolicy` for the claim's certificate, which may do nothing else.
 *
 * @example
 * new ProvisioningTemplate(this, 'Kegs', { parameters: ['SerialNumber'], thingName: 'keg-${SerialNumber}', policy, preProvisioningHook })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/provision-wo-cert.html#claim-based
 */
export class ProvisioningTemplate extends Resource implements IProvisioningTemplate {
  readonly templateName: string
  readonly templateArn: string
  /** What AWS IoT provisions as. */
  readonly role: Role
  readonly #claimPolicy: IThingPolicy | undefined

  /** A template that is there. */
  static fromTemplateName(scope: Construct, id: string, templateName: string): IProvisioningTemplate {
    return new ImportedProvisioningTemplate(scope, id, templateName)
  }

  constructor(scope: Construct, id: string, props: ProvisioningTemplateProps) {
    super(scope, id)
    const {
      templateName = Names.uniqueResourceName(this, { maxLength: 36, allowedSpecialCharacters: '_-' }), description,
      preProvisioningHook: hook, enabled = true, claim = true,
    } = props
    const refusals = new Refusals(this)
    this.templateName = templateName
    this.templateArn = templateArnOf(this, templateName)
    this.role = new Role(this, 'Role', {
      assumedBy: iotFor(this, { type: 'provisioningtemplate', name: templateName }),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSIoTThingsRegistration')],
    })
    acknowledgeManagedPolicy(this.role, 'service-role/AWSIoTThingsRegistration', 'AWS keeps it to what provisioning does')
    const templateBody = this.stack.toJsonString(templateOf(props, this.#configuration(props, refusals)))
    const template = new CfnProvisioningTemplate(this, 'Template', present({
      templateName, description, enabled, templateBody, templateType: 'FLEET_PROVISIONING', provisioningRoleArn: this.role.roleArn,
      preProvisioningHook: hook && { targetArn: hook.functionArn, payloadVersion: HOOK_VERSION },
    }))
    const permission = hook && letIotInvoke(this, hook, 'preProvisioningHook', this.templateArn, refusals)
    // AWS IoT may not invoke the hook for the first device before it is permitted to.
    if (permission !== undefined) template.node.addDependency(permission)
    if (hook === undefined) this.#warnOfOpenDoor()
    if (claim) this.#claimPolicy = new ClaimPolicy(this, 'Claim', templateName, props)
    check(props, refusals)
    if (!Token.isUnresolved(templateBody) && templateBody.length > LONGEST_BODY)
      refusals.refuse('attributes', `the template has ${templateBody.length} characters; AWS IoT takes ${LONGEST_BODY} at most`)
  }

  /** For the certificate of the claim, which many devices may share. Throws where the template has none. */
  get claimPolicy(): IThingPolicy {
    if (this.#claimPolicy === undefined)
      throw new Error(`${this.node.path} has no claim policy, as \`claim: false\` says; leave that out`)
    return this.#claimPolicy
  }

  /** Each device gets it, and whoever may read the template. */
  #configuration({ deviceConfiguration }: ProvisioningTemplateProps, refusals: Refusals) {
    if (deviceConfiguration === undefined) return undefined
    const fix = 'have each device make its own key, and send a signing request'
    return Object.fromEntries(Object.entries(deviceConfiguration).map(([name, value]) => [
      name, withoutPrivateKey(this, `deviceConfiguration.${name}`, value, refusals, fix),
    ]))
  }

  #warnOfOpenDoor(): void {
    Annotations.of(this).addWarningV2('@keg/cdk-constructs:provisioningWithoutHook',
      'preProvisioningHook: whoever has the claim becomes any thing it likes to name, those that are there included; give a function that knows your devices')
  }
}

/** The rights of a claim: to get a certificate and to become a thing, over MQTT. */
class ClaimPolicy extends Resource implements IThingPolicy {
  readonly policyName: string
  readonly policyArn: string

  constructor(
    scope: Construct, id: string, templateName: string, { keysFromAws = false, claimClientId = 'claim-*' }: ProvisioningTemplateProps,
  ) {
    super(scope, id)
    const provision = `$aws/provisioning-templates/${templateName}/provision`
    const requests = inFormats([...(keysFromAws ? ['$aws/certificates/create'] : []), '$aws/certificates/create-from-csr', provision])
    // Below them alone: devices that share the claim don't read each other's requests. Both in one name: a policy has 2,048 characters.
    const answers = inFormats([`$aws/certificates/${keysFromAws ? 'create*' : 'create-from-csr'}`, provision]).map((topic) => `${topic}/*`)
    const allow = (Action: string[], type: 'client' | 'topic' | 'topicfilter', names: readonly string[]) => ({
      Effect: 'Allow', Action, Resource: names.map((name) => ThingPolicy.arnOf(this, type, name)),
    })
    const policy = new CfnPolicy(this, 'Policy', {
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          allow(['iot:Connect'], 'client', [claimClientId]), allow(['iot:Publish'], 'topic', requests),
          allow(['iot:Receive'], 'topic', answers), allow(['iot:Subscribe'], 'topicfilter', answers),
        ],
      },
    })
    this.policyName = policy.ref
    this.policyArn = policy.attrArn
    Annotations.of(policy).acknowledgeWarning(
      '@keg/cdk-constructs:name-then-wildcard', 'a device with a claim has no name yet; the ids that begin so are for claims alone',
    )
    lintPoliciesOf(this)
  }
}

const inFormats = (topics: readonly string[]) => topics.flatMap((topic) => FORMATS.map((format) => `${topic}/${format}`))

/** `keg-${SerialNumber}` as a template has it. */
function filled(text: string) {
  const parts = text.split(PARAMETER).map((part, index) => (index % 2 === 0 ? part : { Ref: part })).filter((part) => part !== '')
  return parts.length === 1 ? parts[0] : { 'Fn::Join': ['', parts] }
}

function templateOf(
  {
    parameters, thingName, policy, policies = [], attributes = {}, thingType, thingGroups = [], billingGroup, exclusive = true,
  }: ProvisioningTemplateProps,
  deviceConfiguration: object | undefined,
) {
  const named = Object.entries(attributes).map(([name, value]) => [name, filled(value)])
  return present({
    Parameters: {
      ...Object.fromEntries(parameters.map((name) => [name, { Type: 'String' }])), 'AWS::IoT::Certificate::Id': { Type: 'String' },
    },
    Resources: {
      certificate: {
        Type: 'AWS::IoT::Certificate',
        Properties: {
          CertificateId: { Ref: 'AWS::IoT::Certificate::Id' }, Status: 'Active',
          ThingPrincipalType: exclusive ? 'EXCLUSIVE_THING' : 'NON_EXCLUSIVE_THING',
        },
      },
      policy: policyOf(policy),
      ...Object.fromEntries(policies.map((each, index) => [`policy${index + 2}`, policyOf(each)])),
      thing: {
        Type: 'AWS::IoT::Thing',
        // A thing that is there keeps what others have changed in it.
        OverrideSettings: { AttributePayload: 'MERGE', ThingTypeName: 'REPLACE', ThingGroups: 'DO_NOTHING' },
        Properties: present({
          ThingName: filled(thingName), AttributePayload: named.length === 0 ? undefined : Object.fromEntries(named),
          ThingTypeName: thingType?.thingTypeName,
          ThingGroups: thingGroups.length === 0 ? undefined : thingGroups.map(({ thingGroupName }) => thingGroupName),
          BillingGroup: billingGroup?.billingGroupName,
        }),
      },
    },
    DeviceConfiguration: deviceConfiguration,
  })
}

const policyOf = ({ policyName }: IThingPolicy) => ({ Type: 'AWS::IoT::Policy', Properties: { PolicyName: policyName } })

function check(
  { templateName, description, parameters, thingName, attributes = {}, thingType, policies = [] }: ProvisioningTemplateProps,
  refusals: Refusals,
): void {
  if (policies.length >= MAX_POLICIES)
    refusals.refuse('policies', `a certificate has at most ${MAX_POLICIES}, with \`policy\`; put statements together in one`)
  refusals.text('templateName', templateName, TEXT.templateName)
  refusals.text('description', description, TEXT.templateDescription)
  const texts = { thingName, ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`attributes.${name}`, value])) }
  for (const [property, text] of Object.entries(texts)) {
    for (const [, name = ''] of text.matchAll(PARAMETER)) {
      if (!parameters.includes(name)) refusals.refuse(property, `\${${name}} is no parameter; add ${JSON.stringify(name)} to parameters, or take ${parameters.map((each) => `\${${each}}`).join(', ')}`)
    }
  }
  const sample = (text: string) => text.replace(PARAMETER, 'x')
  refusals.text('thingName', sample(thingName), TEXT.registryName)
  const [most, more] = thingType === undefined
    ? [MAX_ATTRIBUTES.thing, '; a thing of a thingType takes 50']
    : [MAX_ATTRIBUTES.typedThing, '']
  refusals.attributes(Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, sample(value)])), most, more)
  if (!Token.isUnresolved(thingName) && !thingName.includes('${'))
    refusals.refuse('thingName', 'each device would become the same thing; put a parameter in it, such as ${SerialNumber}')
}

const templateArnOf = (scope: Construct, name: string) =>
  Stack.of(scope).formatArn({ service: 'iot', resource: 'provisioningtemplate', resourceName: name })

class ImportedProvisioningTemplate extends Resource implements IProvisioningTemplate {
  readonly templateName: string
  readonly templateArn: string

  constructor(scope: Construct, id: string, templateName: string) {
    super(scope, id)
    this.templateName = templateName
    this.templateArn = templateArnOf(this, templateName)
  }
}
