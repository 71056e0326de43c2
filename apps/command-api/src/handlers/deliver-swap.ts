import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { changeLogFromEnvironment, swapsFromEnvironment } from '@keg/store/environment'
import { nowMs } from '../adapters/clock.ts'
import { stepFunctionsTasks } from '../adapters/waiting-tasks.ts'
import { deliverSwap } from '../routes/end-swap.ts'

export const handler = deliverSwap({
  gate: kegGateFromEnvironment(), swaps: swapsFromEnvironment(), tasks: stepFunctionsTasks(), log: changeLogFromEnvironment(), nowMs,
})
