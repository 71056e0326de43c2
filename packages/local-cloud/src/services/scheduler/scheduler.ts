import { ServiceException } from '@keg/aws-service'
import type { Deliver } from '../../ground/ports.ts'
import type { EventBus } from '../events/event-bus.ts'
import { scheduleExpression } from '../schedules/schedule-expression.ts'
import type { Schedules } from '../schedules/schedules.ts'
import type { TargetDeliveries } from '../target-delivery/target-delivery.ts'
import type { Shelf, Shelves } from '../../ground/shelf.ts'
import { invalid } from './refusal.ts'
import { DEFAULT_GROUP, isOneTime, type Schedule, type ScheduleSettings } from './schedule.ts'
import { scheduledInput, type Invocation } from './scheduled-input.ts'

/** A group of schedules. */
export interface ScheduleGroup {
  readonly name: string
  readonly arn: string
  readonly createdAtMs: number
}

export interface SchedulerOptions {
  readonly region: string
  readonly accountId: string
  readonly nowMs: () => number
  readonly newId: () => string
  readonly shelves: Shelves
  readonly schedules: Schedules
  readonly deliveries: TargetDeliveries
  readonly deliver: Deliver
  readonly eventBus: EventBus
}

/** EventBridge Scheduler: schedules in their groups, over a restart. */
export class Scheduler {
  readonly #options: SchedulerOptions
  readonly #groups: Shelf<ScheduleGroup>
  readonly #schedules: Shelf<Schedule>

  constructor(options: SchedulerOptions) {
    this.#options = options
    this.#groups = options.shelves.shelf('schedule-groups')
    this.#schedules = options.shelves.shelf('schedules')
    if (!this.#groups.has(DEFAULT_GROUP)) this.createGroup(DEFAULT_GROUP)
    for (const schedule of this.#schedules.values()) this.#arm(schedule, options.nowMs())
  }

  /** Begins with what is due. */
  start(): void {
    this.#options.schedules.start()
  }

  /** Ends what is scheduled, and every delivery that waits to be tried again. */
  async close(): Promise<void> {
    await this.#options.schedules.close()
    await this.#options.deliveries.close()
  }

  /** Throws `ServiceException` `ConflictException`. */
  createGroup(name: string): ScheduleGroup {
    const { nowMs } = this.#options
    if (this.#groups.has(name)) throw new ServiceException('ConflictException', 409, `Schedule group ${name} already exists.`)
    const group = { name, arn: this.#arn(`schedule-group/${name}`), createdAtMs: nowMs() }
    this.#groups.set(name, group)
    return group
  }

  groups(): ScheduleGroup[] {
    return [...this.#groups.values()].sort(byName)
  }

  hasGroup(name: string): boolean {
    return this.#groups.has(name)
  }

  /** Throws `ServiceException` `ResourceNotFoundException`. */
  group(name: string): ScheduleGroup {
    const group = this.#groups.get(name)
    if (group === undefined) throw new ServiceException('ResourceNotFoundException', 404, `Schedule group ${name} does not exist.`)
    return group
  }

  /** With its schedules. Throws `ServiceException`. */
  async deleteGroup(name: string): Promise<void> {
    if (name === DEFAULT_GROUP) throw invalid('The default schedule group cannot be deleted.')
    this.group(name)
    for (const schedule of this.schedules(name)) await this.delete(name, schedule.name)
    this.#groups.delete(name)
  }

  /** Throws `ServiceException`. */
  create(settings: ScheduleSettings): Schedule {
    const { groupName, name } = settings
    this.group(groupName)
    if (this.has(groupName, name)) throw new ServiceException('ConflictException', 409, `Schedule ${name} already exists.`)
    const nowMs = this.#options.nowMs()
    return this.#put({
      ...settings, arn: this.#arn(`schedule/${groupName}/${name}`), createdAtMs: nowMs, modifiedAtMs: nowMs,
      anchorMs: settings.startMs ?? nowMs,
    })
  }

  /** Everything of it is as it is put now. Throws `ServiceException`. */
  update(settings: ScheduleSettings): Schedule {
    const { arn, createdAtMs, anchorMs, expression, startMs } = this.schedule(settings.groupName, settings.name)
    const nowMs = this.#options.nowMs()
    const goesOn = expression === settings.expression && startMs === settings.startMs
    return this.#put({ ...settings, arn, createdAtMs, modifiedAtMs: nowMs, anchorMs: goesOn ? anchorMs : settings.startMs ?? nowMs })
  }

  /** Of one group, by name; absent: of all. */
  schedules(groupName?: string): Schedule[] {
    return [...this.#schedules.values()].filter((schedule) => groupName === undefined || schedule.groupName === groupName).sort(byName)
  }

  has(groupName: string, name: string): boolean {
    return this.#schedules.has(`${groupName}/${name}`)
  }

  /** Throws `ServiceException` `ResourceNotFoundException`. */
  schedule(groupName: string, name: string): Schedule {
    const schedule = this.#schedules.get(`${groupName}/${name}`)
    if (schedule === undefined) throw new ServiceException('ResourceNotFoundException', 404, `Schedule ${name} does not exist.`)
    return schedule
  }

  /** Throws `ServiceException` `ResourceNotFoundException`. */
  async delete(groupName: string, name: string): Promise<void> {
    const { arn } = this.schedule(groupName, name)
    this.#schedules.delete(`${groupName}/${name}`)
    await this.#options.schedules.remove(arn)
  }

  #put(schedule: Schedule): Schedule {
    this.#keep(schedule)
    this.#arm(schedule, schedule.modifiedAtMs)
    return schedule
  }

  #keep(schedule: Schedule): void {
    this.#schedules.set(`${schedule.groupName}/${schedule.name}`, schedule)
  }

  #arm(schedule: Schedule, fromMs: number): void {
    const { schedules } = this.#options
    const { arn, expression, timeZone, anchorMs, state, modifiedAtMs, doneAtMs } = schedule
    if (state === 'DISABLED' || doneAtMs !== undefined) return void schedules.remove(arn)
    const once = isOneTime(schedule)
    schedules.add(arn, {
      next: scheduleExpression(expression, { timeZone, anchorMs }),
      // What was due once while nothing ran is due now; of what recurs, the next time is.
      startMs: once ? modifiedAtMs : Math.max(schedule.startMs ?? 0, fromMs),
      ...(once || schedule.endMs === undefined ? {} : { endMs: schedule.endMs }),
      due: (atMs) => this.#due(schedule, atMs),
      completed: () => void this.#completed(schedule),
    })
  }

  async #due(schedule: Schedule, atMs: number): Promise<void> {
    const { arn, name, groupName, target: { Arn: targetArn, RetryPolicy: retryPolicy, DeadLetterConfig } } = schedule
    const invocation = { arn, atMs, executionId: this.#options.newId() }
    const queueArn = DeadLetterConfig?.Arn
    await this.#options.deliveries.deliver({
      what: `Schedule ${arn}`, targetArn, retryPolicy,
      send: (attempt) => this.#send(schedule, { ...invocation, attempt }),
      deadLetter: queueArn === undefined ? undefined : {
        queueArn, body: this.#text(schedule, { ...invocation, attempt: 1 }),
        // https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html
        attributes: ({ name: code, message, retries, exhausted = '' }) => ({
          SCHEDULE_ARN: arn, TARGET_ARN: targetArn, EXECUTION_ID: invocation.executionId,
          SCHEDULED_TIME: new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z'), ERROR_CODE: code, ERROR_MESSAGE: message,
          RETRY_ATTEMPTS: String(retries), EXHAUSTED_RETRY_CONDITION: exhausted, IS_PAYLOAD_TRUNCATED: 'false',
        }),
      },
    })
    // It may have been put anew, or deleted, meanwhile.
    if (isOneTime(schedule) && this.#schedules.get(`${groupName}/${name}`) === schedule) this.#keep({ ...schedule, doneAtMs: atMs })
  }

  async #completed({ groupName, name, actionAfterCompletion, modifiedAtMs }: Schedule): Promise<void> {
    const there = this.#schedules.get(`${groupName}/${name}`)
    if (actionAfterCompletion === 'DELETE' && there?.modifiedAtMs === modifiedAtMs) await this.delete(groupName, name)
  }

  async #send(schedule: Schedule, invocation: Invocation): Promise<void> {
    const { deliver, eventBus } = this.#options
    const { Arn, EventBridgeParameters, KinesisParameters, SqsParameters } = schedule.target
    const text = this.#text(schedule, invocation)
    if (EventBridgeParameters === undefined)
      return deliver(Arn, text, { messageGroupId: SqsParameters?.MessageGroupId, partitionKey: KinesisParameters?.PartitionKey })
    const bus = eventBus.rules.bus(Arn)
    eventBus.send(bus.name, eventBus.event(EventBridgeParameters.Source, EventBridgeParameters.DetailType, JSON.parse(text), {
      resources: [schedule.arn], atMs: invocation.atMs,
    }))
  }

  #text({ target: { Input, EventBridgeParameters } }: Schedule, invocation: Invocation): string {
    const { arn, atMs } = invocation
    if (Input !== undefined) return scheduledInput(Input, invocation)
    return EventBridgeParameters === undefined
      ? JSON.stringify(this.#options.eventBus.event('aws.scheduler', 'Scheduled Event', '{}', { resources: [arn], atMs }))
      : '{}'
  }

  #arn(resource: string): string {
    return `arn:aws:scheduler:${this.#options.region}:${this.#options.accountId}:${resource}`
  }
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1
}
