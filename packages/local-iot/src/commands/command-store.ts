import type { IotState } from '../state/iot-state.ts'
import type { Command } from '../state/commands.ts'
import { commandConflict, noCommand } from './command-error.ts'

/** The longest time-out of an execution: so long a command that is deleted stays, since executions may need it. */
export const MAX_TIMEOUT_SEC = 43_200

type CommandState = Pick<IotState, 'commands' | 'tags' | 'clock' | 'arn'>

/** The command, be it pending deletion; `undefined` for one whose deletion is due. */
function commandOf(state: CommandState, commandId: string): Command | undefined {
  const command = state.commands.get(commandId)
  if (command?.deleteAtMs === undefined || command.deleteAtMs > state.clock.nowMs()) return command
  removeCommand(state, commandId)
  return undefined
}

/** Throws ResourceNotFoundException. */
export function findCommand(state: CommandState, commandId: string): Command {
  const command = commandOf(state, commandId)
  if (command === undefined) throw noCommand(`Command ${commandId} does not exist.`)
  return command
}

/** Every command that is there; those whose deletion is due go. */
export const allCommands = (state: CommandState): Command[] =>
  [...state.commands.keys()].flatMap((commandId) => commandOf(state, commandId) ?? [])

/** Throws ConflictException for a command that is there, be it pending deletion. */
export function checkNewCommand(state: CommandState, commandId: string): void {
  if (commandOf(state, commandId) !== undefined) throw commandConflict(`Command ${commandId} already exists.`, commandId)
}

/**
 * Deletes a command once nobody can need it: when it has been deprecated, or deleted, for the longest time-out. Answers whether it is gone.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-remote-command-create-manage.html#iot-remote-command-delete
 */
export function deleteCommand(state: CommandState, commandId: string): boolean {
  const command = commandOf(state, commandId)
  if (command === undefined) return true
  const nowMs = state.clock.nowMs()
  const deleteAtMs = command.deleteAtMs ?? (command.deprecatedAtMs ?? nowMs) + MAX_TIMEOUT_SEC * 1000
  if (deleteAtMs <= nowMs) removeCommand(state, commandId)
  else if (command.deleteAtMs === undefined) state.commands.set(commandId, { ...command, deleteAtMs, updatedAtMs: nowMs })
  return deleteAtMs <= nowMs
}

function removeCommand(state: CommandState, commandId: string): void {
  state.commands.delete(commandId)
  state.tags.delete(state.arn(`command/${commandId}`))
}
