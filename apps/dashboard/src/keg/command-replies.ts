import type { KegCommand } from '@keg/flows/routes'
import { reply, type Reply } from '@keg/message-schemas/keg'

/** What a keg has said live to its commands, by their ids: the newest word to each. */
export type CommandReplies = ReadonlyMap<string, Reply>

/** So many are kept: the store has those of before. */
const MAX_REPLIES = 100

/** The replies with a message of the line taken in; the same ones where it is no reply of the keg, or an older word than is known. */
export function withReply(replies: CommandReplies, kegId: string, topic: string, payload: Uint8Array): CommandReplies {
  const place = reply.topic.parse(topic)
  if (place?.kegId !== kegId) return replies
  const decoded = reply.decode(payload)
  if (!decoded.ok) return replies
  const known = replies.get(place.commandId)
  if (known?.bootId === decoded.value.bootId && known.seq >= decoded.value.seq) return replies
  return new Map([...replies, [place.commandId, decoded.value] as const].slice(-MAX_REPLIES))
}

/** Commands as the store has them, and those that are open there as their keg said since: the store is a second behind the line. */
export function repliedTo(commands: readonly KegCommand[], replies: CommandReplies): readonly KegCommand[] {
  return commands.map((command) => {
    const said = replies.get(command.commandId)
    if (said === undefined || !(command.status === 'CREATED' || command.status === 'IN_PROGRESS')) return command
    const { status, statusReason, takenAtMs: updatedAtMs } = said
    return { ...command, status, updatedAtMs, ...(statusReason === undefined ? {} : { statusReason }) }
  })
}
