import { alertsFromEnvironment, storeFromEnvironment } from '@keg/store/environment'
import { iotKegSites } from './adapters/iot-keg-sites.ts'
import { invokedHandler } from './invoked-handler.ts'
import { takeAlert } from './flow/take-alert.ts'

const store = storeFromEnvironment()

/** Alerts → the store of alerts. */
export const handler = invokedHandler({
  serviceName: 'ingest-alerts', store, take: takeAlert({ alerts: alertsFromEnvironment(), store, sites: iotKegSites() }),
})
