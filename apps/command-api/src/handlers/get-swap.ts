import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { swapsFromEnvironment } from '@keg/store/environment'
import { getSwap } from '../routes/get-swap.ts'

export const handler = getSwap({ gate: kegGateFromEnvironment(), swaps: swapsFromEnvironment() })
