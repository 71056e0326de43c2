import { swapsFromEnvironment } from '@keg/store/environment'
import { stepFunctionsTasks } from '../adapters/waiting-tasks.ts'
import { deliverSwap } from '../routes/end-swap.ts'

export const handler = deliverSwap({ swaps: swapsFromEnvironment(), tasks: stepFunctionsTasks() })
