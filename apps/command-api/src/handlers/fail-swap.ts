import { swapsFromEnvironment } from '@keg/store/environment'
import { stepFunctionsTasks } from '../adapters/waiting-tasks.ts'
import { failSwap } from '../routes/end-swap.ts'

export const handler = failSwap({ swaps: swapsFromEnvironment(), tasks: stepFunctionsTasks() })
