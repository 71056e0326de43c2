import { storeFromEnvironment, variable } from '@keg/store/environment'
import { recordHandler } from './flow/queue-handler.ts'
import { settleFailed } from './flow/settle-failed.ts'
import { takePour } from './flow/take-pour.ts'

const store = storeFromEnvironment()
const flow = { store, flow: variable('FLOW'), rulePrefix: variable('RULE_PREFIX'), take: takePour(store) }

/**
 * What the pours queue gave up, and what its rule's error action sent.
 * A good pour among them (the store was down, an action failed) is counted after all, which also tells whether an attempt
 * before had counted it: a pour never stands in both. What fails five times here, too, is kept.
 */
export const handler = recordHandler('pours-quarantine', ({ body, attributes }) =>
  settleFailed(body, Number(attributes.SentTimestamp), flow, Number(attributes.ApproximateReceiveCount)))
