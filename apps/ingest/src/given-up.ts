import { Logger } from '@aws-lambda-powertools/logger'
import { readingsFromEnvironment, storeFromEnvironment, variable } from '@keg/store/environment'
import type { S3Event } from 'aws-lambda'
import { nowMs } from './adapters/clock.ts'
import { failedBatches } from './adapters/failed-batches.ts'
import { iotKegSites } from './adapters/iot-keg-sites.ts'
import { giveUp } from './flow/give-up.ts'

const logger = new Logger({ serviceName: 'ingest-given-up' })
const store = storeFromEnvironment()
const ports = { store, readings: readingsFromEnvironment(store), flow: variable('FLOW'), sites: iotKegSites(), nowMs }
const readBatch = failedBatches()

/** The bucket of what the stream of telemetry gave up → the readings after all, or the quarantine. */
export const handler = async ({ Records }: S3Event): Promise<void> => {
  for (const { s3: { bucket, object } } of Records) {
    // A notification has the key as a form would.
    const key = decodeURIComponent(object.key.replaceAll('+', ' '))
    const settled = await giveUp(await readBatch(bucket.name, key), ports)
    logger.warn('records that were given up are settled', { key, ...settled })
  }
}
