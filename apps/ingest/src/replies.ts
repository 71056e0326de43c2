import { commandsFromEnvironment, storeFromEnvironment } from '@keg/store/environment'
import { iotKegSites } from './adapters/iot-keg-sites.ts'
import { queueHandler } from './flow/queue-handler.ts'
import { takeReply } from './flow/take-reply.ts'

const store = storeFromEnvironment()

/** The queue of replies → the commands of the store. */
export const handler = queueHandler({
  serviceName: 'ingest-replies', store, take: takeReply({ commands: commandsFromEnvironment(), store, sites: iotKegSites() }),
})
