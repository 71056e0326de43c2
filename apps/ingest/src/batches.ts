import { storeFromEnvironment } from '@keg/store/environment'
import { iotBatchAcks } from './adapters/gateway-acks.ts'
import { iotKegSites } from './adapters/iot-keg-sites.ts'
import { iotOnward } from './adapters/iot-onward.ts'
import { queueHandler } from './flow/queue-handler.ts'
import { takeBatch } from './flow/take-batch.ts'

const store = storeFromEnvironment()

/** The queue of gateways' batches → the ledger, and the answer to the gateway. */
export const handler = queueHandler({
  serviceName: 'ingest-batches', store, take: takeBatch({ store, acks: iotBatchAcks(), onward: iotOnward(), sites: iotKegSites() }),
})
