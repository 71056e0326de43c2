import { reply } from '@keg/message-schemas/keg'
import type { CommandStore, HotStore } from '@keg/store'
import { quarantine } from './ingest-pour.ts'
import { whyNotFor, type KegSites } from './keg-sites.ts'
import type { Take } from './take-message.ts'

/** Where replies go. */
export interface ReplyPorts {
  readonly commands: Pick<CommandStore, 'recordReply'>
  readonly store: Pick<HotStore, 'quarantine'>
  readonly sites: KegSites
}

/**
 * Takes what a keg says to a command: into the store, else into quarantine. Whose command it is, the topic says. One that the store does
 * not have is of somebody else, as a gateway's own, and is let go.
 */
export const takeReply = ({ commands, store, sites }: ReplyPorts): Take => async (message) => {
  const refused = async (why: string) => ({ done: false, told: await quarantine({ ...message, flow: 'replies' }, why, store) })
  const place = reply.topic.parse(message.topic)
  if (place === undefined) return refused('the topic is not that of a reply')
  const decoded = reply.decode(Buffer.from(message.payload, 'base64'))
  if (!decoded.ok) return refused(decoded.reason)
  const why = await whyNotFor(place, message, sites)
  if (why !== undefined) return refused(why)
  const { kegId, commandId } = place
  const { status, statusReason } = decoded.value
  await commands.recordReply({ kegId, commandId, status, statusReason, receivedAtMs: message.receivedAtMs })
  return { done: true }
}
