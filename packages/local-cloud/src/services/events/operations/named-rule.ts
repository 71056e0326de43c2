import { DEFAULT_BUS, type EventRule } from '../event-rule.ts'
import type { EventRules } from '../event-rules.ts'

/** How a request names a bus. */
interface NamesBus {
  /** By name or ARN; absent: the default bus. */
  readonly EventBusName?: string | undefined
}

/** The name of the bus that a request is for. Throws `ServiceException` `ResourceNotFoundException`. */
export function namedBus({ EventBusName = DEFAULT_BUS }: NamesBus, rules: EventRules): string {
  return rules.bus(EventBusName).name
}

/** A rule of the bus that a request is for. Throws `ServiceException` `ResourceNotFoundException`. */
export function namedRule(name: string, input: NamesBus, rules: EventRules): EventRule {
  return rules.rule(namedBus(input, rules), name)
}
