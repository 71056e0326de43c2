import { nowMs } from '../adapters/clock.ts'
import { readingsFromEnvironment, storeFromEnvironment } from '@keg/store/environment'
import { listReadings } from '../routes/list-readings.ts'

export const handler = listReadings({ readings: readingsFromEnvironment(storeFromEnvironment()), nowMs })
