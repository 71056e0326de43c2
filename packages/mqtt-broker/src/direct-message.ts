import type { Clock } from './clock.ts'
import type { Client } from './client.ts'
import type { Message } from './message.ts'

/** How a direct message ended: `busy` when the client takes no more now, `unconfirmed` when no PUBACK came in time or the client went. */
export type DirectOutcome = 'sent' | 'confirmed' | 'notConnected' | 'notAllowed' | 'busy' | 'unconfirmed'

/** Sends to one client past its subscriptions and its queue. */
export function sendDirect(
  client: Client | undefined, message: Message, confirmWithinMs: number | undefined, clock: Clock,
): Promise<DirectOutcome> {
  if (client === undefined) return Promise.resolve('notConnected')
  if (client.authorization.refusal('Receive', message.topic) !== undefined) return Promise.resolve('notAllowed')
  if (confirmWithinMs === undefined) return Promise.resolve(client.session.sendDirect(message, undefined) === false ? 'busy' : 'sent')
  return new Promise((resolve) => {
    const forget = client.session.sendDirect(message, (confirmed) => {
      cancel()
      resolve(confirmed ? 'confirmed' : 'unconfirmed')
    })
    const cancel = clock.after(confirmWithinMs, () => {
      if (forget !== false) forget()
      resolve('unconfirmed')
    })
    if (forget !== false) return
    cancel()
    resolve('busy')
  })
}
