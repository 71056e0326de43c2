import { commandsFromEnvironment } from '@keg/store/environment'
import { nowMs } from '../adapters/clock.ts'
import { iotCommandTopic } from '../adapters/command-topic.ts'
import { cancelCommand } from '../routes/cancel-command.ts'

export const handler = cancelCommand({ commands: commandsFromEnvironment(), topic: iotCommandTopic(), nowMs })
