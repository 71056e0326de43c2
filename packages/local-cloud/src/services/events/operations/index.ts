import { createEventBus, deleteEventBus, describeEventBus, listEventBuses } from './buses.ts'
import { putEvents } from './put-events.ts'
import { deleteRule, describeRule, disableRule, enableRule, listRuleNamesByTarget, listRules, putRule } from './rules.ts'
import { listTargetsByRule, putTargets, removeTargets } from './targets.ts'
import { testEventPattern } from './test-event-pattern.ts'

export const operations = [
  createEventBus, deleteEventBus, deleteRule, describeEventBus, describeRule, disableRule, enableRule, listEventBuses,
  listRuleNamesByTarget, listRules, listTargetsByRule, putEvents, putRule, putTargets, removeTargets, testEventPattern,
]
