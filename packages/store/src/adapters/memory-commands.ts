import {
  asCreated, CANCELLED, CANCELLED_STRENGTH, COMMAND_KEPT_MS, CREATED_STRENGTH, STRENGTH, type CommandKey, type CommandStore,
  type KegCommand,
} from '../command-store.ts'
import { by, slice } from './memory-page.ts'

/** Commands in this process, for tests of what stands on them. */
export function memoryCommands({ nowMs = Date.now }: { readonly nowMs?: () => number } = {}): CommandStore {
  const kept = new Map<string, { readonly command: KegCommand; readonly strength: number }>()
  const keyOf = ({ kegId, commandId }: CommandKey) => JSON.stringify([kegId, commandId])
  const isThere = ({ createdAtMs }: KegCommand) => createdAtMs + COMMAND_KEPT_MS >= nowMs()
  const find = (key: CommandKey) => {
    const found = kept.get(keyOf(key))
    return found !== undefined && isThere(found.command) ? found : undefined
  }
  const put = (command: KegCommand, strength: number) => void kept.set(keyOf(command), { command, strength })
  return {
    create: async (command) => {
      const before = find(command)
      if (before === undefined) put(asCreated(command), CREATED_STRENGTH)
      return before?.command ?? asCreated(command)
    },
    cancel: async (key, atMs) => {
      const found = find(key)
      if (found === undefined || found.strength > CREATED_STRENGTH) return false
      put({ ...found.command, status: 'FAILED', statusReason: { reasonCode: CANCELLED }, updatedAtMs: atMs }, CANCELLED_STRENGTH)
      return true
    },
    recordReply: async ({ status, statusReason, receivedAtMs, ...key }) => {
      const found = find(key)
      if (found === undefined || found.strength >= STRENGTH[status]) return false
      const { statusReason: _before, ...command } = found.command
      put({ ...command, status, ...(statusReason && { statusReason }), updatedAtMs: receivedAtMs }, STRENGTH[status])
      return true
    },
    command: async (key) => find(key)?.command,
    commands: async (kegId, page = {}) => {
      const own = [...kept.values()].map(({ command }) => command).filter((command) => command.kegId === kegId && isThere(command))
      return slice(own.sort(by(({ commandId }) => commandId)).reverse(), page)
    },
  }
}
