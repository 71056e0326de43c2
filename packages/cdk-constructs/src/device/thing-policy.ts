import { ArnFormat, Resource, Stack, type IResource } from 'aws-cdk-lib'
import { CfnPolicy } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { TEXT } from './limits.ts'
import { lintPoliciesOf } from '../policy/lint-policy.ts'
import { markUnseenPolicies } from '../policy/unseen-policies.ts'
import { present } from './present.ts'
import { Refusals } from './refusals.ts'

/**
 * The policy variable of the connected thing's name.
 *
 * @example new ThingPolicy(this, 'Policy', { publish: [`keg/${THING_NAME}/pours`] })
 */
export const THING_NAME = '${iot:Connection.Thing.ThingName}'
/**
 * The policy variable of an attribute of the connected thing.
 *
 * @example new ThingPolicy(this, 'Policy', { publish: [`keg/${thingAttribute('siteId')}/pours`] })
 */
export const thingAttribute = (name: string): string => `\${iot:Connection.Thing.Attributes[${name}]}`

/** A policy of AWS IoT, made here or elsewhere. */
export interface IThingPolicy extends IResource {
  readonly policyName: string
  readonly policyArn: string
}

/** One more thing that a {@link ThingPolicy} says. */
export interface ThingPolicyStatement {
  /** @default 'Allow' */
  readonly effect?: 'Allow' | 'Deny'
  /** As AWS IoT names them: `iot:Publish`. */
  readonly actions: readonly string[]
  /** ARNs; `ThingPolicy.arnOf` writes them. */
  readonly resources: readonly string[]
  /** @default - always */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** What a {@link ThingPolicy} takes: topics may hold {@link THING_NAME}, {@link thingAttribute} and `*`. */
export interface ThingPolicyProps {
  /** @default - a name that CloudFormation makes */
  readonly policyName?: string
  /** @default - none */
  readonly publish?: readonly string[]
  /** Topics that may be published to with RETAIN set, and without. @default - none */
  readonly publishRetained?: readonly string[]
  /** Topics that may be subscribed to and received. @default - none */
  readonly subscribe?: readonly string[]
  /** Whether the thing may use its own classic shadow, over MQTT. @default false */
  readonly shadow?: boolean
  /** Named shadows of its own that the thing may use, over MQTT. @default - none */
  readonly namedShadows?: readonly string[]
  /** Whether the thing may get and do its own jobs, over MQTT. @default false */
  readonly jobs?: boolean
  /** Whether the thing may get commands and say how they went, over MQTT. @default false */
  readonly commands?: boolean
  /** @default - none but by `addStatement` */
  readonly statements?: readonly ThingPolicyStatement[]
}

/**
 * What the certificate of a thing may do: connect under the thing's own name while it is attached to it, and what you list.
 * {@link lintPolicy} checks it at synthesis.
 *
 * @example new ThingPolicy(this, 'Policy', { publish: [`keg/${THING_NAME}/pours`], shadow: true })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html
 */
export class ThingPolicy extends Resource implements IThingPolicy {
  readonly policy: CfnPolicy
  readonly policyName: string
  readonly policyArn: string
  readonly #statements: Record<string, unknown>[] = []

  /** A policy that is there. */
  static fromPolicyName(scope: Construct, id: string, policyName: string): IThingPolicy {
    return new ImportedThingPolicy(scope, id, policyName)
  }

  /** The ARN of a topic, filter, client or thing in the scope's account: `ThingPolicy.arnOf(this, 'topic', 'keg/*')`. */
  static arnOf(scope: Construct, type: 'client' | 'topic' | 'topicfilter' | 'thing' | 'cert' | 'rolealias', name: string): string {
    return Stack.of(scope).formatArn({ service: 'iot', resource: type, resourceName: name, arnFormat: ArnFormat.SLASH_RESOURCE_NAME })
  }

  constructor(scope: Construct, id: string, props: ThingPolicyProps) {
    super(scope, id)
    const { policyName, publish = [], publishRetained = [], subscribe = [], statements = [] } = props
    new Refusals(this).text('policyName', policyName, TEXT.policyName)
    const shadows = shadowTopics(props)
    // Below the classic shadow are the named ones, so that shadow/* would be all of them. Others may delete it: a thing is told.
    // d*e is delete alone, shorter: AWS takes policies of 2,048 characters.
    const answers = shadows.flatMap((shadow) =>
      (shadow.includes('/shadow/name/') ? [`${shadow}/*`] : ['get', 'update', 'd*e'].map((request) => `${shadow}/${request}/*`)))
    const reserved = reservedTopics(props)
    const subscribed = [...subscribe, ...answers, ...reserved.subscribe]
    this.policy = new CfnPolicy(
      this, 'Policy', present({ policyName, policyDocument: { Version: '2012-10-17', Statement: this.#statements } }),
    )
    this.policyName = this.policy.ref
    this.policyArn = this.policy.attrArn
    this.#add({
      Effect: 'Allow', Action: 'iot:Connect', Resource: [ThingPolicy.arnOf(this, 'client', THING_NAME)],
      Condition: { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } },
    })
    this.#allow('iot:Publish', 'topic', [
      ...publish, ...shadows.flatMap((shadow) => [`${shadow}/get`, `${shadow}/update`]), ...reserved.publish,
    ])
    // Both in one: AWS takes policies of 2,048 characters.
    this.#allow(['iot:Publish', 'iot:RetainPublish'], 'topic', publishRetained)
    this.#allow('iot:Subscribe', 'topicfilter', subscribed)
    this.#allow('iot:Receive', 'topic', subscribed)
    for (const statement of statements) this.addStatement(statement)
    lintPoliciesOf(this)
  }

  /** Says one more thing. */
  addStatement({ effect = 'Allow', actions, resources, condition }: ThingPolicyStatement): void {
    this.#add(present({ Effect: effect, Action: [...actions], Resource: [...resources], Condition: condition }))
  }

  #allow(action: string | readonly string[], type: 'topic' | 'topicfilter', names: readonly string[]): void {
    if (names.length > 0) this.#add({ Effect: 'Allow', Action: action, Resource: names.map((name) => ThingPolicy.arnOf(this, type, name)) })
  }

  #add(statement: Record<string, unknown>): void {
    this.#statements.push(statement)
  }
}

function shadowTopics({ shadow = false, namedShadows = [] }: ThingPolicyProps): readonly string[] {
  const own = `$aws/things/${THING_NAME}/shadow`
  return [...(shadow ? [own] : []), ...namedShadows.map((name) => `${own}/name/${name}`)]
}

/**
 * Of jobs and commands. All below its own name are the thing's, to be told; what AWS IoT itself says there no device publishes.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/reserved-topics.html#reserved-topics-job
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/reserved-topics.html#reserved-topics-commands
 */
function reservedTopics({ jobs = false, commands = false }: ThingPolicyProps) {
  const ownJobs = `$aws/things/${THING_NAME}/jobs`
  const executions = `$aws/commands/things/${THING_NAME}/executions`
  return {
    // *get is jobs/get and jobs/JOB/get, shorter: AWS takes policies of 2,048 characters.
    publish: [
      ...(jobs ? ['*get', 'start-next', '*/update'].map((request) => `${ownJobs}/${request}`) : []),
      ...(commands ? ['json', 'cbor'].map((format) => `${executions}/*/response/${format}`) : []),
    ],
    subscribe: [...(jobs ? [`${ownJobs}/*`] : []), ...(commands ? [`${executions}/*`] : [])],
  }
}

class ImportedThingPolicy extends Resource implements IThingPolicy {
  readonly policyName: string
  readonly policyArn: string

  constructor(scope: Construct, id: string, policyName: string) {
    super(scope, id)
    markUnseenPolicies(this)
    this.policyName = policyName
    this.policyArn = Stack.of(scope).formatArn({ service: 'iot', resource: 'policy', resourceName: policyName })
  }
}
