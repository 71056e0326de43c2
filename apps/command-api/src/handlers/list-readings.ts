import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { nowMs } from '../adapters/clock.ts'
import { readingsFromEnvironment, storeFromEnvironment } from '@keg/store/environment'
import { listReadings } from '../routes/list-readings.ts'

export const handler = listReadings({ gate: kegGateFromEnvironment(), readings: readingsFromEnvironment(storeFromEnvironment()), nowMs })
