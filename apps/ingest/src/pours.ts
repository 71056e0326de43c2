import { storeFromEnvironment } from '@keg/store/environment'
import { queueHandler } from './flow/queue-handler.ts'
import { takePour } from './flow/take-pour.ts'

const store = storeFromEnvironment()

/** The pours queue → the ledger. */
export const handler = queueHandler({ serviceName: 'ingest-pours', store, take: takePour(store) })
