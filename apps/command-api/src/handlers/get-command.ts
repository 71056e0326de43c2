import { commandsFromEnvironment } from '@keg/store/environment'
import { nowMs } from '../adapters/clock.ts'
import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { getCommand } from '../routes/get-command.ts'

export const handler = getCommand({ gate: kegGateFromEnvironment(), commands: commandsFromEnvironment(), nowMs })
