import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { changeLogFromEnvironment, swapsFromEnvironment } from '@keg/store/environment'
import { nowMs } from '../adapters/clock.ts'
import { stepFunctionsTasks } from '../adapters/waiting-tasks.ts'
import { failSwap } from '../routes/end-swap.ts'

export const handler = failSwap({
  gate: kegGateFromEnvironment(), swaps: swapsFromEnvironment(), tasks: stepFunctionsTasks(), log: changeLogFromEnvironment(), nowMs,
})
