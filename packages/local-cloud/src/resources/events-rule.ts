import type { Access } from '../services/iam/evaluate.ts'
import { checkPattern } from '../services/event-pattern/event-pattern.ts'
import { scheduleExpression } from '../services/events/schedule-expression.ts'
import { targetInput } from '../services/events/target-input.ts'
import { json, list, map, matching, object, oneOf, refused, ignored, required, text, type PropertiesOf } from './property.ts'
import { resource, type ResourceContext } from './resource.ts'
import { tags } from './tags.ts'

const others = refused('only functions, queues, topics and state machines are targets')

const target = {
  Id: required(text),
  Arn: required(matching(/^arn:aws:(?:lambda|sqs|sns|states):/, 'the ARN of a function, queue, topic or state machine')),
  RoleArn: text,
  Input: text,
  InputPath: text,
  InputTransformer: object({ InputPathsMap: map(text), InputTemplate: required(text) }),
  SqsParameters: object({ MessageGroupId: text }),
  DeadLetterConfig: ignored('no delivery fails here; what becomes of a failing function is Lambda\'s'),
  RetryPolicy: ignored('no delivery fails here; what becomes of a failing function is Lambda\'s'),
  AppSyncParameters: others,
  BatchParameters: others,
  EcsParameters: others,
  HttpParameters: others,
  KinesisParameters: others,
  RedshiftDataParameters: others,
  RunCommandParameters: others,
  SageMakerPipelineParameters: others,
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html */
export const eventsRule = resource('AWS::Events::Rule', {
  properties: {
    Name: text,
    EventBusName: matching(/^(?:default|arn:aws:events:.*:event-bus\/default)$/, 'the default event bus'),
    EventPattern: json,
    ScheduleExpression: text,
    State: oneOf('ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'),
    Targets: list(object(target)),
    RoleArn: ignored('it concerns other accounts'),
    Description: ignored('it is for people'),
    Tags: tags,
  },
  create({ Name, EventPattern: pattern, ScheduleExpression: expression, State, Targets = [] }, context) {
    const { services, physicalName, arn } = context
    const name = Name ?? physicalName(64)
    const rule = { name, arn: arn('events', `rule/${name}`) }
    const deliver = async (event: object) => void await Promise.all(Targets.map((each) =>
      services.deliver(each.Arn, targetInput(each, event, rule), { messageGroupId: each.SqsParameters?.MessageGroupId })))
    for (const each of Targets) askPermission(each, rule.arn, context)
    if (pattern !== undefined) checkPattern(pattern)
    if (pattern !== undefined && State !== 'DISABLED') services.eventBus.addRule({ arn: rule.arn, pattern, deliver })
    const nowMs = services.nowMs()
    const next = expression === undefined ? undefined : scheduleExpression(expression, { timeZone: 'UTC', anchorMs: nowMs })
    if (next !== undefined && State !== 'DISABLED') {
      services.schedules.add(rule.arn, { next, startMs: nowMs + 1, due: async (atMs) => deliver(services.eventBus.event('aws.events', 'Scheduled Event', {}, { resources: [rule.arn], atMs })) })
    }
    return { ref: name, attributes: { Arn: rule.arn } }
  },
  async remove({ attributes }, { services }) {
    const ruleArn = attributes?.['Arn'] ?? ''
    services.eventBus.removeRule(ruleArn)
    await services.schedules.remove(ruleArn)
  },
})

/** A function, a queue and a topic say themselves who may use them, a state machine is started by a role. */
function askPermission({ Arn: targetArn, RoleArn: roleArn }: PropertiesOf<typeof target>, sourceArn: string, { services, constructPath }: ResourceContext): void {
  const service = targetArn.split(':')[2]
  if (service === 'lambda') services.invokers.push({ functionArn: targetArn, principal: 'events.amazonaws.com', sourceArn, constructPath })
  if ((service === 'sqs' || service === 'sns') && roleArn === undefined) services.deliveries.push({ service: 'events.amazonaws.com', sourceArn, targetArn, constructPath })
  const access: Access = { action: 'states:StartExecution', resource: targetArn }
  if (service === 'states' && roleArn !== undefined) services.roleUses.push({ roleArn, access, constructPath })
}
