import { commandsFromEnvironment } from '@keg/store/environment'
import { nowMs } from '../adapters/clock.ts'
import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { iotCommandTopic } from '../adapters/command-topic.ts'
import { cancelCommand } from '../routes/cancel-command.ts'

export const handler = cancelCommand({
  gate: kegGateFromEnvironment(), commands: commandsFromEnvironment(), topic: iotCommandTopic(), nowMs,
})
