import { scheduleExpression } from '../services/events/schedule-expression.ts'
import { ignored, matching, object, oneOf, refused, required, text } from './property.ts'
import { resource } from './resource.ts'

const others = refused('only functions, queues, topics and state machines are targets')

/** What a schedule does by its role, by the target's service. */
const actions: Readonly<Record<string, string>> = { lambda: 'lambda:InvokeFunction', sqs: 'sqs:SendMessage', sns: 'sns:Publish', states: 'states:StartExecution' }

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedule.html */
export const schedulerSchedule = resource('AWS::Scheduler::Schedule', {
  properties: {
    Name: text,
    GroupName: text,
    ScheduleExpression: required(text),
    ScheduleExpressionTimezone: text,
    StartDate: text,
    EndDate: text,
    State: oneOf('ENABLED', 'DISABLED'),
    FlexibleTimeWindow: ignored('it is due when the window begins'),
    Target: required(object({
      Arn: required(matching(/^arn:aws:(?:lambda|sqs|sns|states):/, 'the ARN of a function, queue, topic or state machine')),
      RoleArn: required(text),
      Input: text,
      SqsParameters: object({ MessageGroupId: text }),
      DeadLetterConfig: ignored('no delivery fails here; what becomes of a failing function is Lambda\'s'),
      RetryPolicy: ignored('no delivery fails here; what becomes of a failing function is Lambda\'s'),
      EcsParameters: others,
      EventBridgeParameters: others,
      KinesisParameters: others,
      SageMakerPipelineParameters: others,
    })),
    Description: ignored('it is for people'),
    KmsKeyArn: ignored('nothing is encrypted on this machine'),
  },
  create(properties, { services, physicalName, arn, constructPath }) {
    const { Target: target, ScheduleExpressionTimezone: timeZone = 'UTC', StartDate, EndDate } = properties
    const name = properties.Name ?? physicalName(64)
    const scheduleArn = arn('scheduler', `schedule/${properties.GroupName ?? 'default'}/${name}`)
    const nowMs = services.nowMs()
    const beginMs = StartDate === undefined ? nowMs : Date.parse(StartDate)
    // A rate is due at once, or when its start date comes. schedule-types.html#rate-based
    const next = scheduleExpression(properties.ScheduleExpression, { timeZone, anchorMs: beginMs })
    const due = async (atMs: number) => {
      const event = services.eventBus.event('aws.scheduler', 'Scheduled Event', '{}', { resources: [scheduleArn], atMs })
      await services.deliver(target.Arn, scheduledInput(target.Input, event, scheduleArn, atMs), { messageGroupId: target.SqsParameters?.MessageGroupId })
    }
    if (properties.State !== 'DISABLED') services.schedules.add(scheduleArn, { next, due, startMs: Math.max(beginMs, nowMs), ...(EndDate === undefined ? {} : { endMs: Date.parse(EndDate) }) })
    const action = actions[target.Arn.split(':')[2] ?? ''] ?? ''
    services.roleUses.push({ roleArn: target.RoleArn, access: { action, resource: target.Arn }, constructPath })
    return { ref: name, attributes: { Arn: scheduleArn } }
  },
  remove: ({ attributes }, { services }) => services.schedules.remove(attributes?.['Arn'] ?? ''),
})

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
function scheduledInput(input: string | undefined, event: object, scheduleArn: string, atMs: number): string {
  if (input === undefined) return JSON.stringify(event)
  const time = new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z')
  return input.replaceAll('<aws.scheduler.schedule-arn>', scheduleArn).replaceAll('<aws.scheduler.scheduled-time>', time).replaceAll('<aws.scheduler.attempt-number>', '1')
}
