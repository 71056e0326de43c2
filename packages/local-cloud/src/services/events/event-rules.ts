import { ServiceException } from '@keg/aws-service'
import { checkPattern } from '../event-pattern/event-pattern.ts'
import type { Shelf, Shelves } from '../../ground/shelf.ts'
import { busNameOf, DEFAULT_BUS, type Bus, type EventRule, type RuleTarget } from './event-rule.ts'
import { invalid, notFound } from './refusal.ts'
import { scheduleExpression } from '../schedules/schedule-expression.ts'

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const TARGETS_MAX = 5

/** What buses and rules are kept with. */
export interface EventRulesOptions {
  readonly region: string
  readonly accountId: string
  readonly nowMs: () => number
  readonly shelves: Shelves
}

/** What of a rule is put; what is absent is as a new rule has it. */
export interface RuleSettings extends Pick<EventRule, 'name' | 'eventPattern' | 'scheduleExpression' | 'description' | 'roleArn'> {
  /** By name or ARN. */
  readonly busName?: string | undefined
  readonly state?: string | undefined
}

/** Event buses and their rules, over a restart. */
export class EventRules {
  readonly #options: EventRulesOptions
  readonly #buses: Shelf<Bus>
  readonly #rules: Shelf<EventRule>
  /** As the rules have them. */
  readonly #patterns = new Map<string, unknown>()

  constructor(options: EventRulesOptions) {
    this.#options = options
    this.#buses = options.shelves.shelf('event-buses')
    this.#rules = options.shelves.shelf('event-rules')
    if (!this.#buses.has(DEFAULT_BUS)) this.#buses.set(DEFAULT_BUS, this.#newBus(DEFAULT_BUS))
    for (const [key, { eventPattern }] of this.#rules.entries())
      if (eventPattern !== undefined) this.#patterns.set(key, JSON.parse(eventPattern))
  }

  buses(): Bus[] {
    return [...this.#buses.values()].sort(byName)
  }

  /** By name or ARN. Throws `ServiceException` `ResourceNotFoundException`. */
  bus(nameOrArn: string): Bus {
    const bus = this.#buses.get(busNameOf(nameOrArn))
    if (bus === undefined) throw notFound(`Event bus ${busNameOf(nameOrArn)} does not exist.`)
    return bus
  }

  hasBus(nameOrArn: string): boolean {
    return this.#buses.has(busNameOf(nameOrArn))
  }

  /** Makes a bus, or describes one that is there anew. */
  putBus(name: string, description?: string): Bus {
    const bus = { ...this.#buses.get(name) ?? this.#newBus(name), description }
    this.#buses.set(name, bus)
    return bus
  }

  /** Throws `ServiceException` for a bus that has rules; to no effect for one that is not there. */
  deleteBus(name: string): void {
    if (name === DEFAULT_BUS) throw invalid(`Cannot delete event bus ${DEFAULT_BUS}.`)
    if (this.rules(name).length > 0) throw invalid(`Event bus ${name} has rules, which are to be deleted first.`)
    this.#buses.delete(name)
  }

  /** Of one bus, by name; absent: of all. */
  rules(busName?: string): EventRule[] {
    return [...this.#rules.values()].filter((rule) => busName === undefined || rule.busName === busName).sort(byName)
  }

  /** What a rule matches; `undefined` for one that is only scheduled. */
  patternOf({ busName, name }: EventRule): unknown {
    return this.#patterns.get(keyOf(busName, name))
  }

  has(busName: string, name: string): boolean {
    return this.#rules.has(keyOf(busName, name))
  }

  /** Throws `ServiceException` `ResourceNotFoundException`. */
  rule(busName: string, name: string): EventRule {
    const rule = this.#rules.get(keyOf(this.bus(busName).name, name))
    if (rule === undefined) throw notFound(`Rule ${name} does not exist on EventBus ${busNameOf(busName)}.`)
    return rule
  }

  /** Makes a rule, or changes one that keeps its targets. Throws `ServiceException` for one that is wrong. */
  put({ busName: named = DEFAULT_BUS, ...settings }: RuleSettings): EventRule {
    const { region, accountId, nowMs } = this.#options
    const { name: busName } = this.bus(named)
    const { name, eventPattern, scheduleExpression: expression } = settings
    const pattern = checked(settings, busName)
    const before = this.#rules.get(keyOf(busName, name))
    const arn = `arn:aws:events:${region}:${accountId}:rule/${busName === DEFAULT_BUS ? '' : `${busName}/`}${name}`
    const rule: EventRule = {
      createdAtMs: before?.createdAtMs ?? nowMs(), targets: before?.targets ?? [], ...settings, eventPattern,
      scheduleExpression: expression, busName, arn, state: settings.state ?? 'ENABLED',
    }
    this.#rules.set(keyOf(busName, name), rule)
    if (eventPattern === undefined) this.#patterns.delete(keyOf(busName, name))
    else this.#patterns.set(keyOf(busName, name), pattern)
    return rule
  }

  /** Throws `ServiceException` where there are more than a rule may have. */
  setTargets(rule: EventRule, targets: readonly RuleTarget[]): EventRule {
    if (targets.length > TARGETS_MAX)
      throw new ServiceException('LimitExceededException', 400, 'The requested resource exceeds the maximum number allowed.')
    const next = { ...rule, targets }
    this.#rules.set(keyOf(rule.busName, rule.name), next)
    return next
  }

  delete({ busName, name }: EventRule): void {
    this.#rules.delete(keyOf(busName, name))
    this.#patterns.delete(keyOf(busName, name))
  }

  #newBus(name: string): Bus {
    const { region, accountId, nowMs } = this.#options
    return { name, arn: `arn:aws:events:${region}:${accountId}:event-bus/${name}`, createdAtMs: nowMs() }
  }
}

/** The pattern, parsed. */
function checked({ eventPattern, scheduleExpression: expression }: RuleSettings, busName: string): unknown {
  if (eventPattern === undefined && expression === undefined)
    throw invalid('Parameter(s) EventPattern or ScheduleExpression must be specified.')
  if (expression !== undefined && busName !== DEFAULT_BUS) throw invalid('ScheduleExpression is supported only on the default event bus.')
  if (expression !== undefined) scheduled(expression)
  return eventPattern === undefined ? undefined : parsedPattern(eventPattern)
}

function scheduled(expression: string): void {
  try {
    if (expression.startsWith('at(')) throw new TypeError('Parameter ScheduleExpression is not valid.')
    scheduleExpression(expression, { timeZone: 'UTC', anchorMs: 0 })
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error))
  }
}

/** Reads a pattern. Throws `ServiceException` `InvalidEventPatternException`. */
export function parsedPattern(text: string): Readonly<Record<string, unknown>> {
  try {
    const pattern: unknown = JSON.parse(text)
    checkPattern(pattern)
    return pattern
  } catch (error) {
    const message = error instanceof TypeError ? error.message : `Event pattern is not valid. Reason: ${String(error)}`
    throw new ServiceException('InvalidEventPatternException', 400, message)
  }
}

function keyOf(busName: string, name: string): string {
  return `${busName}/${name}`
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1
}
