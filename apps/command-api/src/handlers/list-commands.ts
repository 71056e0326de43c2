import { commandsFromEnvironment } from '@keg/store/environment'
import { nowMs } from '../adapters/clock.ts'
import { listCommands } from '../routes/list-commands.ts'

export const handler = listCommands({ commands: commandsFromEnvironment(), nowMs })
