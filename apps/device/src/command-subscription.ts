import { command } from '@keg/message-schemas/keg'
import type { MessageHandler } from '@keg/uplink'
import type { KegLine } from './program.ts'

/** Subscribes to a keg's commands at the site where it stands; called again, it moves on. A line that can't subscribe gets no commands. */
export function commandSubscription(line: KegLine, kegId: string, receive: MessageHandler): (siteId: string) => void {
  let current: string | undefined
  return (siteId) => {
    const filter = command.topic.filter({ siteId, kegId })
    if (line.unsubscribe === undefined || filter === current) return
    if (current !== undefined) line.unsubscribe(current)
    current = filter
    // A refusal is told by the line, which asks again at the next connection.
    line.subscribe(filter, receive).catch(() => undefined)
  }
}
