import { toQueue, toTopic, type RuleAction } from '@keg/cdk-constructs'
import type { Action } from '@keg/flows'
import { archive } from './archive.ts'
import type { ActionBuilder, Behind } from './behind.ts'
import { cold } from './cold.ts'
import { invoke } from './invoke.ts'
import { logs } from './logs.ts'
import { machine } from './machine.ts'
import { metric } from './metric.ts'
import { people } from './people.ts'
import { salesCase } from './sales-case.ts'
import { search } from './search.ts'
import { stream } from './stream.ts'
import { table } from './table.ts'

const builders: { readonly [Kind in Action['kind']]: ActionBuilder<Kind> } = {
  queue: (_action, { queue }) => toQueue(queue.queue),
  republish: ({ topic, qos }) => toTopic(topic, { qos }),
  invoke, metric, people, search, salesCase,
  logs, table, archive, cold, stream, machine,
}

/** Builds a flow's action, and what stands behind it; `undefined` where the stage has no such thing. */
export function buildAction(action: Action, behind: Behind): RuleAction | undefined {
  // The table has for each kind the builder that takes it.
  const build = builders[action.kind] as ActionBuilder<Action['kind']>
  return build(action, behind)
}
