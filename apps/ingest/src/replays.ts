import { alertsFromEnvironment, readingsFromEnvironment, storeFromEnvironment, variable } from '@keg/store/environment'
import { nowMs } from './adapters/clock.ts'
import { iotOnward } from './adapters/iot-onward.ts'
import { recordHandler } from './flow/queue-handler.ts'
import type { KegSites } from './flow/keg-sites.ts'
import { runRule } from './flow/run-rule.ts'
import { takeAlert } from './flow/take-alert.ts'
import { takeQueued, type Take } from './flow/take-message.ts'
import { takeTelemetry } from './flow/take-telemetry.ts'

const store = storeFromEnvironment()
/** What is replayed was let in by whoever asked for it. */
const everywhere: KegSites = { isAt: async () => true }
const again = runRule({ store, rulePrefix: variable('RULE_PREFIX'), onward: iotOnward() })

/** Flows whose handlers can take a message by itself; of the others, the rule runs again. */
const takes = new Map<string | undefined, Take>([
  ['telemetry', takeTelemetry({ store, readings: readingsFromEnvironment(store), nowMs })],
  ['alerts', takeAlert({ alerts: alertsFromEnvironment(), store, sites: everywhere })],
])

/** The queue of replays of flows that have no queue; the messages tell their flows. */
export const handler = recordHandler('replays', ({ body, attributes }) => takeQueued(body, Number(attributes.SentTimestamp), {
  flow: 'unknown', store, take: (message) => (takes.get(message.flow) ?? again)(message),
}))
