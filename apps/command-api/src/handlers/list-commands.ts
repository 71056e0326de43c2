import { commandsFromEnvironment } from '@keg/store/environment'
import { nowMs } from '../adapters/clock.ts'
import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { listCommands } from '../routes/list-commands.ts'

export const handler = listCommands({ gate: kegGateFromEnvironment(), commands: commandsFromEnvironment(), nowMs })
