import { type Input, numberOf, textOf, timeMsOf } from '@keg/aws-service'
import { isRecord } from '../../assembly/template.ts'
import { invalid, member } from '../events/request.ts'
import type { RetryPolicy } from '../events/target-delivery.ts'
import { scheduleExpression } from '../events/schedule-expression.ts'

/** What a schedule invokes, by AWS's names. */
export interface ScheduleTarget {
  readonly Arn: string
  readonly RoleArn: string
  readonly Input?: string | undefined
  readonly SqsParameters?: { readonly MessageGroupId?: string | undefined }
  readonly KinesisParameters?: { readonly PartitionKey: string }
  readonly EventBridgeParameters?: { readonly DetailType: string; readonly Source: string }
  readonly DeadLetterConfig?: { readonly Arn?: string | undefined }
  readonly RetryPolicy?: RetryPolicy
}

/** A schedule as it is put. */
export interface ScheduleSettings {
  readonly name: string
  readonly groupName: string
  readonly expression: string
  readonly timeZone: string
  /** Of one that recurs; absent: at once. */
  readonly startMs?: number | undefined
  /** Of one that recurs; absent: never. */
  readonly endMs?: number | undefined
  readonly state: string
  readonly flexibleTimeWindow: Readonly<Record<string, unknown>>
  readonly description?: string | undefined
  readonly actionAfterCompletion: string
  readonly target: ScheduleTarget
}

/** A schedule as it is kept. */
export interface Schedule extends ScheduleSettings {
  readonly arn: string
  readonly createdAtMs: number
  readonly modifiedAtMs: number
  /** When its `rate` began. */
  readonly anchorMs: number
  /** When one that is due once was. */
  readonly doneAtMs?: number
}

/** The group of schedules that name none. */
export const DEFAULT_GROUP = 'default'

/** What a schedule may invoke here. */
export const SCHEDULE_TARGET_ARN = /^arn:aws:(?:(?:lambda|sqs|sns|states|kinesis):|events:[a-z0-9-]+:\d{12}:event-bus\/)/

/** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
const NAME = /^[0-9A-Za-z\-_.]{1,64}$/
const enums = { State: ['ENABLED', 'DISABLED'], ActionAfterCompletion: ['NONE', 'DELETE'] } as const
const targetMembers = new Set(['Arn', 'RoleArn', 'Input', 'SqsParameters', 'KinesisParameters', 'EventBridgeParameters', 'DeadLetterConfig', 'RetryPolicy'])

/** Whether it is due only once. */
export function isOneTime({ expression }: Pick<ScheduleSettings, 'expression'>): boolean {
  return expression.startsWith('at(')
}

/** Reads what a call or a template says of a schedule. Throws `ServiceException` `ValidationException`. */
export function scheduleSettings(input: Input): ScheduleSettings {
  const expression = member(input, 'ScheduleExpression')
  const timeZone = textOf(input['ScheduleExpressionTimezone']) ?? 'UTC'
  checkExpression(expression, timeZone)
  const window = input['FlexibleTimeWindow']
  if (!isRecord(window) || !['OFF', 'FLEXIBLE'].includes(String(window['Mode']))) throw invalid('FlexibleTimeWindow needs a Mode, OFF or FLEXIBLE.')
  return {
    name: member(input, 'Name', NAME), groupName: textOf(input['GroupName']) ?? DEFAULT_GROUP, expression, timeZone,
    startMs: timeMsOf(input['StartDate']), endMs: timeMsOf(input['EndDate']), description: textOf(input['Description']),
    state: oneOf(input, 'State'), actionAfterCompletion: oneOf(input, 'ActionAfterCompletion'),
    flexibleTimeWindow: window, target: scheduleTarget(input['Target']),
  }
}

function scheduleTarget(given: unknown): ScheduleTarget {
  const input = isRecord(given) ? given : {}
  const [Arn, RoleArn] = [member(input, 'Arn'), member(input, 'RoleArn')]
  if (!SCHEDULE_TARGET_ARN.test(Arn)) throw invalid(`Provided Arn ${Arn} is no target here: functions, queues, topics, state machines, data streams and event buses are.`)
  const other = Object.entries(input).find(([name, value]) => value !== undefined && !targetMembers.has(name))
  if (other !== undefined) throw invalid(`${other[0]} of a target is not emulated.`)
  const service = Arn.split(':')[2]
  const part = (name: string): Input => (isRecord(input[name]) ? input[name] : {})
  const given_ = (name: string, value: object) => (input[name] === undefined ? {} : { [name]: value })
  if (service === 'kinesis') member(part('KinesisParameters'), 'PartitionKey')
  if (service === 'events') for (const name of ['DetailType', 'Source']) member(part('EventBridgeParameters'), name)
  return {
    Arn, RoleArn, Input: textOf(input['Input']),
    ...given_('SqsParameters', { MessageGroupId: textOf(part('SqsParameters')['MessageGroupId']) }),
    ...given_('KinesisParameters', part('KinesisParameters')),
    ...given_('EventBridgeParameters', part('EventBridgeParameters')),
    ...given_('DeadLetterConfig', { Arn: textOf(part('DeadLetterConfig')['Arn']) }),
    ...given_('RetryPolicy', { MaximumRetryAttempts: numberOf(part('RetryPolicy')['MaximumRetryAttempts']), MaximumEventAgeInSeconds: numberOf(part('RetryPolicy')['MaximumEventAgeInSeconds']) }),
  }
}

function checkExpression(expression: string, timeZone: string): void {
  try {
    Intl.DateTimeFormat('en', { timeZone })
  } catch {
    throw invalid(`Provided timezone ${timeZone} is invalid.`)
  }
  try {
    scheduleExpression(expression, { timeZone, anchorMs: 0 })(0)
  } catch (error) {
    throw invalid(`Invalid Schedule Expression ${expression}. ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The first is the default. */
function oneOf(input: Input, name: keyof typeof enums): string {
  const value = textOf(input[name]) ?? enums[name][0]
  if (!enums[name].some((each) => each === value)) throw invalid(`1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint: Member must satisfy enum value set: [${enums[name].join(', ')}]`)
  return value
}
