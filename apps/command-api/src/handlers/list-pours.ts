import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { storeFromEnvironment } from '@keg/store/environment'
import { listPours } from '../routes/list-pours.ts'

export const handler = listPours({ gate: kegGateFromEnvironment(), store: storeFromEnvironment() })
