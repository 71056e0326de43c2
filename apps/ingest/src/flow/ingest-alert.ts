import { alert } from '@keg/message-schemas/keg'
import type { AlertEvent } from '@keg/store'
import type { RuleMessage } from './ingest-pour.ts'

/** What a message says of an alert, or why it says nothing that can be kept. */
export type ReadAlert = { readonly ok: true; readonly event: AlertEvent } | { readonly ok: false; readonly reason: string }

/** Reads a message of an alert; site and keg are what the topic says. */
export function readAlert({ topic, payload, receivedAtMs }: Pick<RuleMessage, 'topic' | 'payload' | 'receivedAtMs'>): ReadAlert {
  const place = alert.topic.parse(topic)
  if (place === undefined) return { ok: false, reason: 'the topic is not that of an alert' }
  const decoded = alert.decode(Buffer.from(payload, 'base64'))
  if (!decoded.ok) return decoded
  const { alertId, kind, event, takenAtMs, message, value, limit, reaction } = decoded.value
  const word = {
    takenAtMs, receivedAtMs, message, ...(value === undefined ? {} : { value }), ...(limit === undefined ? {} : { limit }),
    ...(reaction === undefined ? {} : { reaction }),
  }
  return { ok: true, event: { ...place, alertId, kind, event, word } }
}
