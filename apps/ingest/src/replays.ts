import { storeFromEnvironment, variable } from './adapters/environment.ts'
import { iotOnward } from './adapters/iot-onward.ts'
import { recordHandler } from './queue-handler.ts'
import { runRule } from './run-rule.ts'
import { takeQueued } from './take-message.ts'

const store = storeFromEnvironment()
const take = runRule({ store, rulePrefix: variable('RULE_PREFIX'), onward: iotOnward() })

/** The queue of replays of flows that have a rule alone → their rules; the messages tell their flows. */
export const handler = recordHandler('replays', ({ body, attributes }) => takeQueued(body, Number(attributes.SentTimestamp), { flow: 'unknown', store, take }))
