import { Logger } from '@aws-lambda-powertools/logger'
import { readingsFromEnvironment, storeFromEnvironment, variable } from '@keg/store/environment'
import { nowMs } from './adapters/clock.ts'
import { iotKegSites } from './adapters/iot-keg-sites.ts'
import { iotOnward } from './adapters/iot-onward.ts'
import { streamHandler } from './flow/stream-handler.ts'

const store = storeFromEnvironment()

/** The stream of telemetry → the readings, and word of them to those who watch a site. */
export const handler = streamHandler({
  logger: new Logger({ serviceName: 'ingest-telemetry' }), store, readings: readingsFromEnvironment(store), flow: variable('FLOW'),
  publish: iotOnward(), sites: iotKegSites(), nowMs,
})
