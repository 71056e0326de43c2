import { alertsFromEnvironment, storeFromEnvironment, variable } from './adapters/environment.ts'
import { iotOnward } from './adapters/iot-onward.ts'
import { recordHandler } from './queue-handler.ts'
import { runRule } from './run-rule.ts'
import { takeAlert } from './take-alert.ts'
import { takeQueued, type Take } from './take-message.ts'

const store = storeFromEnvironment()
/** What flows do with their messages by a handler of their own; others have a rule alone, which does all that is done. */
const takes: ReadonlyMap<string | undefined, Take> = new Map([['alerts', takeAlert({ alerts: alertsFromEnvironment(), store })]])
const again = runRule({ store, rulePrefix: variable('RULE_PREFIX'), onward: iotOnward() })
const take: Take = (message) => (takes.get(message.flow) ?? again)(message)

/** The queue of replays of flows that have no queue → their handlers, or their rules again; the messages tell their flows. */
export const handler = recordHandler('replays', ({ body, attributes }) => takeQueued(body, Number(attributes.SentTimestamp), { flow: 'unknown', store, take }))
