import { storeFromEnvironment, variable } from '@keg/store/environment'
import { iotBatchAcks } from './adapters/gateway-acks.ts'
import { iotKegSites } from './adapters/iot-keg-sites.ts'
import { iotOnward } from './adapters/iot-onward.ts'
import { recordHandler } from './flow/queue-handler.ts'
import { settleFailed } from './flow/settle-failed.ts'
import { takeBatch } from './flow/take-batch.ts'

const store = storeFromEnvironment()
const flow = {
  store, flow: variable('FLOW'), rulePrefix: variable('RULE_PREFIX'),
  take: takeBatch({ store, acks: iotBatchAcks(), onward: iotOnward(), sites: iotKegSites() }),
}

/** Batches that their queue gave up, or that the rule's error action sent: booked after all where they can be, each message by itself. */
export const handler = recordHandler('batches-quarantine', ({ body, attributes }) =>
  settleFailed(body, Number(attributes.SentTimestamp), flow, Number(attributes.ApproximateReceiveCount)))
