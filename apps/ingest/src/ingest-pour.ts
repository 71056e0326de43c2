import { parseJson, type Decoded } from '@keg/message-schemas'
import { pour, type Pour } from '@keg/message-schemas/keg'
import type { HotStore, QuarantineEntry } from '@keg/store'
import { createHash } from 'node:crypto'

/** A payload as the rules of pours and batches hand it on: the device's bytes untouched, and what the broker knows of them. */
export interface RuleMessage {
  readonly payload: string
  readonly topic: string
  readonly clientId?: string | undefined
  readonly receivedAtMs: number
}

/** How pours are read: {@link pour}, or a later version of it. */
export interface PourReader {
  decode(payload: Uint8Array): Decoded<Omit<Pour, 'v'> & { readonly v: number }>
}

/** What became of a pour: counted, counted before, or in quarantine with the reason. */
export type Ingested = { readonly kind: 'recorded' | 'duplicate' } | Quarantined

interface Quarantined {
  readonly kind: 'quarantined'
  readonly reason: string
}

/**
 * Brings one pour into the ledger, or into quarantine when it can never be counted. Rejects when the store does: then the
 * message is neither, and its queue delivers it again.
 */
export async function ingestPour(message: RuleMessage, store: HotStore, reader: PourReader = pour): Promise<Ingested> {
  const place = pour.topic.parse(message.topic)
  if (!place) return quarantine(message, 'the topic is not that of a pour', store)
  const decoded = reader.decode(Buffer.from(message.payload, 'base64'))
  if (!decoded.ok) return quarantine(message, decoded.reason, store)
  const { v: _version, ...poured } = decoded.value
  const kind = await store.recordPour({ ...poured, ...place, receivedAtMs: message.receivedAtMs })
  if (kind === 'conflict') return quarantine(message, `another volume was counted under the pourId ${poured.pourId}`, store)
  return { kind }
}

/** Keeps a message that can't be counted, whole, with the reason and the volume it speaks of where that can be read. */
export async function quarantine(message: RuleMessage, reason: string, store: HotStore): Promise<Quarantined> {
  const volumeMl = readVolume(message.payload)
  const entry: QuarantineEntry = {
    quarantineId: createHash('sha256').update(`${message.topic}\n${message.payload}`).digest('hex'),
    reason,
    topic: message.topic,
    receivedAtMs: message.receivedAtMs,
    payloadBase64: message.payload,
    ...(message.clientId === undefined ? {} : { clientId: message.clientId }),
    ...(volumeMl === undefined ? {} : { volumeMl }),
  }
  await store.quarantine(entry)
  return { kind: 'quarantined', reason }
}

function readVolume(payloadBase64: string): number | undefined {
  const json = parseJson(Buffer.from(payloadBase64, 'base64'))
  if (!json.ok || typeof json.value !== 'object' || json.value === null || !('volumeMl' in json.value)) return undefined
  const { volumeMl } = json.value
  return typeof volumeMl === 'number' && Number.isSafeInteger(volumeMl) && volumeMl > 0 ? volumeMl : undefined
}
