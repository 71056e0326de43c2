import { commandConflict, invalidCommand } from '../../commands/command-error.ts'
import { findCommand } from '../../commands/command-store.ts'
import { operation } from '../operation.ts'

// A deprecated command is not edited before it is restored: iot-remote-command-create-manage.html#iot-remote-command-deprecatecmd
export const updateCommand = operation('UpdateCommand', ({ commandId, displayName, description, deprecated }, { state }) => {
  const command = findCommand(state, commandId)
  if (command.deleteAtMs !== undefined) throw commandConflict(`Command ${commandId} is pending deletion.`, commandId)
  const wasDeprecated = command.deprecatedAtMs !== undefined
  if (wasDeprecated && deprecated !== false && (displayName !== undefined || description !== undefined)) {
    throw invalidCommand(`Command ${commandId} is deprecated: restore it before it is edited.`)
  }
  const nowMs = state.clock.nowMs()
  const isDeprecated = deprecated ?? wasDeprecated
  const updated = {
    ...command, updatedAtMs: nowMs,
    displayName: displayName ?? command.displayName,
    description: description ?? command.description,
    deprecatedAtMs: isDeprecated ? (command.deprecatedAtMs ?? nowMs) : undefined,
  }
  state.commands.set(commandId, updated)
  return {
    commandId, displayName: updated.displayName, description: updated.description, deprecated: isDeprecated, lastUpdatedAt: new Date(nowMs),
  }
})
