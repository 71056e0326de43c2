import { scheduleExpression } from '../schedules/schedule-expression.ts'
import type { CreateScheduleInput, FlexibleTimeWindow, Target } from './model.generated.ts'
import { invalid } from './refusal.ts'

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
  readonly flexibleTimeWindow: FlexibleTimeWindow
  readonly description?: string | undefined
  readonly actionAfterCompletion: string
  readonly target: Target
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

const targetMembers: ReadonlySet<string> = new Set([
  'Arn', 'RoleArn', 'Input', 'SqsParameters', 'KinesisParameters', 'EventBridgeParameters', 'DeadLetterConfig', 'RetryPolicy',
])

/** Whether it is due only once. */
export function isOneTime({ expression }: Pick<ScheduleSettings, 'expression'>): boolean {
  return expression.startsWith('at(')
}

/** Reads what a call says of a schedule. Throws `ServiceException` `ValidationException`. */
export function scheduleSettings(input: CreateScheduleInput): ScheduleSettings {
  const { ScheduleExpression: expression, ScheduleExpressionTimezone: timeZone = 'UTC', StartDate, EndDate, Target: target } = input
  checkExpression(expression, timeZone)
  checkTarget(target)
  return {
    name: input.Name, groupName: input.GroupName ?? DEFAULT_GROUP, expression, timeZone, target,
    startMs: milliseconds(StartDate), endMs: milliseconds(EndDate), description: input.Description,
    state: input.State ?? 'ENABLED', actionAfterCompletion: input.ActionAfterCompletion ?? 'NONE',
    flexibleTimeWindow: input.FlexibleTimeWindow,
  }
}

function checkTarget(target: Target): void {
  const { Arn, KinesisParameters, EventBridgeParameters } = target
  if (!SCHEDULE_TARGET_ARN.test(Arn)) {
    throw invalid(`Provided Arn ${Arn} is no target here: functions, queues, topics, state machines, data streams and event buses are.`)
  }
  const other = Object.entries(target).find(([name, value]) => value !== undefined && !targetMembers.has(name))
  if (other !== undefined) throw invalid(`${other[0]} of a target is not emulated.`)
  const service = Arn.split(':')[2]
  if (service === 'kinesis' && KinesisParameters === undefined) throw invalid('A target that is a data stream needs KinesisParameters.')
  if (service === 'events' && EventBridgeParameters === undefined)
    throw invalid('A target that is an event bus needs EventBridgeParameters.')
}

function milliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.round(seconds * 1000)
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
