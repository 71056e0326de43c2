import type { IConnectPacket } from 'mqtt-packet'
import { messageOf } from './validation.ts'
import type { Authorization } from './hooks.ts'
import type { Message } from './message.ts'
import { publishRefusal } from './publish-refusal.ts'

/** The message a client leaves behind, published when it goes without saying so. */
export interface Will {
  readonly message: Message
  readonly delaySec: number
  /** Its expiry counts from when it is published. */
  readonly expiryIntervalSec: number | undefined
}

export function willOf(will: NonNullable<IConnectPacket['will']>): Will {
  const { topic, payload, qos = 0, retain = false, properties = {} } = will
  const { willDelayInterval, messageExpiryInterval, ...forwarded } = properties
  return {
    message: messageOf({ payload, qos, retain }, topic, forwarded, undefined),
    delaySec: willDelayInterval ?? 0,
    expiryIntervalSec: messageExpiryInterval,
  }
}

/** Why the client may not leave such a message, with what is for the log alone; `undefined` where it may. */
export function willRefusal(
  authorization: Authorization, { topic, retain = false }: { readonly topic: string; readonly retain?: boolean },
): { reason: string; details: string | undefined } | undefined {
  const refused = publishRefusal(authorization, topic, retain)
  return refused && { ...refused, reason: `Will refused: ${refused.reason}` }
}
