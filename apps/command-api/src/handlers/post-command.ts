import { changeLogFromEnvironment, commandsFromEnvironment } from '@keg/store/environment'
import { nowMs } from '../adapters/clock.ts'
import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { newCommandId } from '../adapters/command-ids.ts'
import { iotCommandTopic } from '../adapters/command-topic.ts'
import { iotRegistry } from '../adapters/iot.ts'
import { postCommand } from '../routes/post-command.ts'

const registry = iotRegistry()

export const handler = postCommand({
  gate: kegGateFromEnvironment(registry), commands: commandsFromEnvironment(), registry, topic: iotCommandTopic(),
  newId: newCommandId, log: changeLogFromEnvironment(), nowMs,
})
