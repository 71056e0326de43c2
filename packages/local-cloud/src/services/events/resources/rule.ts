import type { EventRule, RuleTarget } from '../event-rule.ts'
import { busNameOf, DEFAULT_BUS, TARGET_ARN } from '../event-rule.ts'
import { json, list, map, matching, number, object, oneOf, refused, required, text, type PropertiesOf } from '../../../ground/property.ts'
import { replacement, resource, type CreatedResource, type ResourceContext } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import type { EventBus } from '../event-bus.ts'
import { events } from '../name.ts'

const others = refused('only functions, queues, topics, state machines, data streams, log groups and event buses are targets')

const target = {
  Id: required(text),
  Arn: required(matching(TARGET_ARN, 'the ARN of a function, queue, topic, state machine, data stream, log group or event bus')),
  RoleArn: text,
  Input: text,
  InputPath: text,
  InputTransformer: object({ InputPathsMap: map(text), InputTemplate: required(text) }),
  SqsParameters: object({ MessageGroupId: text }),
  KinesisParameters: object({ PartitionKeyPath: required(text) }),
  DeadLetterConfig: object({ Arn: text }),
  RetryPolicy: object({ MaximumRetryAttempts: number, MaximumEventAgeInSeconds: number }),
  AppSyncParameters: others,
  BatchParameters: others,
  EcsParameters: others,
  HttpParameters: others,
  RedshiftDataParameters: others,
  RunCommandParameters: others,
  SageMakerPipelineParameters: others,
}

const properties = {
  Name: text,
  EventBusName: text,
  EventPattern: json,
  ScheduleExpression: text,
  State: oneOf('ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'),
  Targets: list(object(target)),
  RoleArn: text,
  Description: text,
  Tags: tags,
}

/** What a rule does by a target's role, by the target's service; the others say themselves who may use them. */
const actions: Readonly<Record<string, string>> = {
  states: 'states:StartExecution', kinesis: 'kinesis:PutRecord', events: 'events:PutEvents',
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html */
export const eventsRule = resource('AWS::Events::Rule', {
  uses: { events },
  properties,
  create: (rule, context) => put(rule, context),
  update(rule, { properties: before }, context) {
    const moved = busNameOf(rule.EventBusName ?? DEFAULT_BUS) !== busNameOf(before.EventBusName ?? DEFAULT_BUS)
    return moved || rule.Name !== before.Name ? replacement : put(rule, context, before.Targets)
  },
  async remove(existing, { services: { events } }) {
    const { busName, name } = named(existing)
    if (events.rules.has(busName, name)) await events.deleteRule(events.rules.rule(busName, name))
  },
  status(existing, { services: { events: { rules } } }) {
    const { busName, name } = named(existing)
    const { state, targets } = rules.rule(busName, name)
    return { state, targets: targets.length }
  },
  // It is kept, as calls have changed it since.
  restore(existing, context) {
    const { busName, name } = named(existing)
    if (!context.services.events.rules.has(busName, name)) return put(existing.properties, context)
    askPermissions(existing.properties.Targets, existing.attributes?.['Arn'] ?? '', context)
  },
})

type Properties = PropertiesOf<typeof properties>
type Context = ResourceContext<{ readonly events: EventBus }>

function put(given: Properties, context: Context, targetsBefore: readonly RuleTarget[] = []): CreatedResource {
  const { events } = context.services
  const { Name, EventBusName, EventPattern, ScheduleExpression, State, Targets = [], RoleArn, Description } = given
  const rule = events.putRule({
    name: Name ?? context.physicalName(64), busName: EventBusName, state: State, scheduleExpression: ScheduleExpression,
    roleArn: RoleArn, description: Description,
    eventPattern: EventPattern === undefined ? undefined : JSON.stringify(EventPattern),
  })
  const ids = new Set([...targetsBefore, ...Targets].map(({ Id }) => Id))
  // Targets that calls have added stay.
  events.rules.setTargets(rule, [...rule.targets.filter(({ Id }) => !ids.has(Id)), ...Targets])
  askPermissions(Targets, rule.arn, context)
  return { ref: refOf(rule), attributes: { Arn: rule.arn } }
}

/**
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html#aws-resource-events-rule-return-values
 */
function refOf({ busName, name }: EventRule): string {
  return busName === DEFAULT_BUS ? name : `${busName}|${name}`
}

function named({ ref }: CreatedResource): { busName: string; name: string } {
  const [name = '', busName = DEFAULT_BUS] = ref.split('|').reverse()
  return { busName, name }
}

function askPermissions(targets: readonly RuleTarget[] = [], sourceArn: string, { needs }: Context): void {
  for (const { Arn, RoleArn } of targets) {
    const service = Arn.split(':')[2] ?? ''
    const action = actions[service]
    if (service === 'lambda') needs.invokes({ functionArn: Arn, principal: 'events.amazonaws.com', sourceArn })
    // A queue and a topic say themselves who may use them.
    if ((service === 'sqs' || service === 'sns') && RoleArn === undefined)
      needs.sends({ service: 'events.amazonaws.com', sourceArn, targetArn: Arn })
    if (action !== undefined && RoleArn !== undefined) needs.usesRole({ roleArn: RoleArn, access: { action, resource: Arn } })
  }
}
