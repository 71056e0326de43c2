import { swapsFromEnvironment } from '../adapters/swaps.ts'
import { getSwap } from '../routes/get-swap.ts'

export const handler = getSwap({ swaps: swapsFromEnvironment() })
