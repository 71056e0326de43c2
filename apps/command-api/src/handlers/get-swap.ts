import { swapsFromEnvironment } from '@keg/store/environment'
import { getSwap } from '../routes/get-swap.ts'

export const handler = getSwap({ swaps: swapsFromEnvironment() })
