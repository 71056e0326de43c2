import { commandsFromEnvironment } from '@keg/store/environment'
import { nowMs } from '../adapters/clock.ts'
import { getCommand } from '../routes/get-command.ts'

export const handler = getCommand({ commands: commandsFromEnvironment(), nowMs })
