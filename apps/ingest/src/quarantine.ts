import { storeFromEnvironment, variable } from '@keg/store/environment'
import { recordHandler } from './flow/queue-handler.ts'
import { settleFailed } from './flow/settle-failed.ts'

const own = process.env['FLOW']
const flow = { store: storeFromEnvironment(), rulePrefix: variable('RULE_PREFIX'), ...(own ? { flow: own } : {}) }

/**
 * A quarantine queue → the quarantine, whole. `FLOW` is the flow behind the queue; where it is not set there are several, and messages tell
 * theirs.
 */
export const handler = recordHandler('quarantine', ({ body, attributes }) =>
  settleFailed(body, Number(attributes.SentTimestamp), flow, Number(attributes.ApproximateReceiveCount)))
