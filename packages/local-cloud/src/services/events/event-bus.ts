import { isRecord } from '@keg/aws-service'
import type { Deliver } from '../../ground/ports.ts'
import { matchesEvent } from '../event-pattern/event-pattern.ts'
import { busNameOf, DEFAULT_BUS, type EventRule, type RuleTarget } from './event-rule.ts'
import { EventRules, type EventRulesOptions, type RuleSettings } from './event-rules.ts'
import type { PutEventsRequestEntry, PutEventsResultEntry } from './model.generated.ts'
import { putEntry } from './put-entry.ts'
import { scheduleExpression } from '../schedules/schedule-expression.ts'
import type { Schedules } from '../schedules/schedules.ts'
import type { TargetDeliveries } from '../target-delivery/target-delivery.ts'
import { partitionKey, targetInput } from './target-input.ts'

/** What event buses run with. */
export interface EventBusOptions extends EventRulesOptions {
  readonly newId: () => string
  readonly schedules: Schedules
  readonly deliveries: TargetDeliveries
  readonly deliver: Deliver
  readonly log: (text: string) => void
}

/** An event as targets see it. */
export interface Event extends Readonly<Record<string, unknown>> {
  readonly id: string
}

/** EventBridge: event buses with their rules, which match events or are scheduled. */
export class EventBus {
  readonly rules: EventRules
  readonly #options: EventBusOptions

  constructor(options: EventBusOptions) {
    this.#options = options
    this.rules = new EventRules(options)
    for (const rule of this.rules.rules()) this.#schedule(rule)
  }

  /** Begins with what is scheduled. */
  start(): void {
    this.#options.schedules.start()
  }

  /** Ends what is scheduled, and every delivery that waits to be tried again. */
  async close(): Promise<void> {
    await this.#options.schedules.close()
    await this.#options.deliveries.close()
  }

  /** Puts an event as a call does, and answers what became of it. */
  put(entry: PutEventsRequestEntry): PutEventsResultEntry {
    return putEntry(entry, this)
  }

  /** Makes a rule, or changes one and keeps its targets. Throws `ServiceException`. */
  putRule(settings: RuleSettings): EventRule {
    const rule = this.rules.put(settings)
    this.#schedule(rule)
    return rule
  }

  async deleteRule(rule: EventRule): Promise<void> {
    this.rules.delete(rule)
    await this.#options.schedules.remove(rule.arn)
  }

  /** An event, as yet on no bus. */
  event(
    source: string,
    detailType: string,
    detail: unknown,
    more: { readonly resources?: readonly string[]; readonly atMs?: number; readonly id?: string } = {},
  ): Event {
    const { region, accountId: account, nowMs, newId } = this.#options
    const time = new Date(more.atMs ?? nowMs()).toISOString().replace(/\.\d+Z$/, 'Z')
    return {
      version: '0', id: more.id ?? newId(), 'detail-type': detailType, source, account, time, region, resources: more.resources ?? [],
      detail,
    }
  }

  /** Sends an event of a service of AWS's own to the default bus. */
  emit(source: string, detailType: string, detail: object, resources: readonly string[]): void {
    this.send(DEFAULT_BUS, this.event(source, detailType, detail, { resources }))
  }

  /** Hands an event to the targets of a bus's rules that match it; `sentOn`: by another bus. */
  send(busName: string, event: Event, sentOn = false): void {
    for (const rule of this.rules.rules(busName)) {
      const pattern = this.rules.patternOf(rule)
      if (rule.state !== 'DISABLED' && isRecord(pattern) && matchesEvent(pattern, event)) this.#dispatch(rule, event, sentOn)
    }
  }

  /** Its own schedule, in place of the one that it had. */
  #schedule(rule: EventRule): void {
    const { schedules, nowMs } = this.#options
    const { name, busName, arn, scheduleExpression: expression, state, createdAtMs } = rule
    if (expression === undefined || state === 'DISABLED') return void schedules.remove(arn)
    schedules.add(arn, {
      next: scheduleExpression(expression, { timeZone: 'UTC', anchorMs: createdAtMs }),
      startMs: nowMs() + 1,
      // The targets are those that the rule has by then.
      due: async (atMs) =>
        this.#dispatch(this.rules.rule(busName, name), this.event('aws.events', 'Scheduled Event', {}, { resources: [arn], atMs }), false),
    })
  }

  #dispatch(rule: EventRule, event: Event, sentOn: boolean): void {
    for (const target of rule.targets) {
      const { Arn: targetArn, RetryPolicy: retryPolicy, DeadLetterConfig } = target
      const queueArn = DeadLetterConfig?.Arn
      void this.#options.deliveries.deliver({
        what: `An event of ${rule.arn}`, targetArn, retryPolicy,
        send: () => this.#send(rule, target, event, sentOn),
        deadLetter: queueArn === undefined ? undefined : {
          queueArn, body: JSON.stringify(event),
          // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
          attributes: ({ code, message, retries, exhausted }) => ({
            RULE_ARN: rule.arn, TARGET_ARN: targetArn, ERROR_CODE: code, ERROR_MESSAGE: message, RETRY_ATTEMPTS: String(retries),
            ...(exhausted === undefined ? {} : { EXHAUSTED_RETRY_CONDITION: exhausted }),
          }),
        },
      })
    }
  }

  async #send(rule: EventRule, target: RuleTarget, event: Event, sentOn: boolean): Promise<void> {
    const { Arn, SqsParameters, KinesisParameters } = target
    if (Arn.split(':')[2] === 'events') return this.#sendOn(Arn, event, sentOn)
    await this.#options.deliver(Arn, targetInput(target, event, rule), {
      messageGroupId: SqsParameters?.MessageGroupId,
      partitionKey: partitionKey(KinesisParameters?.PartitionKeyPath, event),
    })
  }

  /** From one bus to another, and no further. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-bus-to-bus.html */
  #sendOn(busArn: string, event: Event, sentOn: boolean): void {
    const { name } = this.rules.bus(busArn)
    if (sentOn) return this.#options.log(
      `An event from another bus is not sent on to ${busNameOf(busArn)}: EventBridge routes from one bus to another, and to no third one.`,
    )
    this.send(name, event, true)
  }
}
