import { validateInput } from '@keg/aws-service'
import { model, type CreateScheduleInput } from '../model.generated.ts'
import { scheduler } from '../name.ts'
import { invalid } from '../refusal.ts'
import type { Scheduler } from '../scheduler.ts'
import { DEFAULT_GROUP, SCHEDULE_TARGET_ARN, scheduleSettings, type ScheduleSettings } from '../schedule.ts'
import { ignored, matching, number, object, oneOf, refused, required, text, type PropertiesOf } from '../../../ground/property.ts'
import { replacement, resource, type CreatedResource, type ResourceContext } from '../../../ground/resource.ts'

const others = refused('only functions, queues, topics, state machines, data streams and event buses are targets')

/** What a schedule does by its role, by the target's service. */
const actions: Readonly<Record<string, string>> = {
  lambda: 'lambda:InvokeFunction', sqs: 'sqs:SendMessage', sns: 'sns:Publish', states: 'states:StartExecution',
  kinesis: 'kinesis:PutRecord', events: 'events:PutEvents',
}

const properties = {
  Name: text,
  GroupName: text,
  ScheduleExpression: required(text),
  ScheduleExpressionTimezone: text,
  StartDate: text,
  EndDate: text,
  State: oneOf('ENABLED', 'DISABLED'),
  ActionAfterCompletion: oneOf('NONE', 'DELETE'),
  FlexibleTimeWindow: required(object({ Mode: required(oneOf('OFF', 'FLEXIBLE')), MaximumWindowInMinutes: number })),
  Target: required(object({
    Arn: required(matching(SCHEDULE_TARGET_ARN, 'the ARN of a function, queue, topic, state machine, data stream or event bus')),
    RoleArn: required(text),
    Input: text,
    SqsParameters: object({ MessageGroupId: text }),
    KinesisParameters: object({ PartitionKey: required(text) }),
    EventBridgeParameters: object({ DetailType: required(text), Source: required(text) }),
    DeadLetterConfig: object({ Arn: text }),
    RetryPolicy: object({ MaximumRetryAttempts: number, MaximumEventAgeInSeconds: number }),
    EcsParameters: others,
    SageMakerPipelineParameters: others,
  })),
  Description: text,
  KmsKeyArn: ignored('nothing is encrypted on this machine'),
}

type Properties = PropertiesOf<typeof properties>
type Context = ResourceContext<{ readonly scheduler: Scheduler }>

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedule.html */
export const schedulerSchedule = resource('AWS::Scheduler::Schedule', {
  uses: { scheduler },
  properties,
  create: (schedule, context) => put(schedule, context),
  update: (schedule, { properties: before }, context) =>
    (schedule.Name === before.Name && schedule.GroupName === before.GroupName ? put(schedule, context) : replacement),
  async remove({ ref, properties: { GroupName = DEFAULT_GROUP } }, { services: { scheduler } }) {
    if (scheduler.has(GroupName, ref)) await scheduler.delete(GroupName, ref)
  },
  status: ({ ref, properties: { GroupName = DEFAULT_GROUP } }, { services: { scheduler } }) => ({
    state: scheduler.has(GroupName, ref) ? scheduler.schedule(GroupName, ref).state : 'COMPLETED',
  }),
  // It is kept, as calls have changed it since; one that has completed may be gone.
  restore: (existing, context) => askPermissions(settingsOf(existing.properties, existing.ref), context),
})

function put(given: Properties, context: Context): CreatedResource {
  const { scheduler } = context.services
  const settings = settingsOf(given, given.Name ?? context.physicalName(64))
  askPermissions(settings, context)
  const { name, arn } = scheduler.has(settings.groupName, settings.name) ? scheduler.update(settings) : scheduler.create(settings)
  return { ref: name, attributes: { Arn: arn } }
}

function settingsOf(
  { KmsKeyArn: _, Target: { EcsParameters: __, SageMakerPipelineParameters: ___, ...Target }, ...given }: Properties, Name: string,
): ScheduleSettings {
  const input: CreateScheduleInput = { ...given, Target, Name, StartDate: seconds(given.StartDate), EndDate: seconds(given.EndDate) }
  validateInput(model, 'CreateSchedule', input, invalid)
  return scheduleSettings(input)
}

function seconds(date: string | undefined): number | undefined {
  if (date === undefined) return undefined
  const ms = Date.parse(date)
  if (Number.isNaN(ms)) throw new TypeError(`${date} is no time, as 2026-11-20T12:00:00Z is`)
  return ms / 1000
}

function askPermissions({ target: { Arn, RoleArn: roleArn, DeadLetterConfig } }: ScheduleSettings, { needs }: Context): void {
  needs.usesRole({ roleArn, access: { action: actions[Arn.split(':')[2] ?? ''] ?? '', resource: Arn } })
  if (DeadLetterConfig?.Arn !== undefined)
    needs.usesRole({ roleArn, access: { action: 'sqs:SendMessage', resource: DeadLetterConfig.Arn } })
}
