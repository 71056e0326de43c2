import { parseJson, shortened, type Decoded } from '@keg/message-schemas'
import { pour, type Pour } from '@keg/message-schemas/keg'
import type { HotStore, NewQuarantineEntry, Replay } from '@keg/store'
import { createHash } from 'node:crypto'

/** A payload as the rules of pours and batches hand it on: the device's bytes untouched, and what the broker knows of them. */
export interface RuleMessage {
  readonly payload: string
  readonly topic: string
  readonly clientId?: string | undefined
  readonly receivedAtMs: number
  /** The flow whose message it is; absent = `pours`. */
  readonly flow?: string | undefined
  /** The topic of the batch in which it came; absent = it came by itself. */
  readonly batchTopic?: string | undefined
  /** The entry of the quarantine that it is a replay of; absent = it is none. */
  readonly replay?: Replay | undefined
}

/** Flows of pours, which alone hold beer. One ledger is behind them: a pour that comes both ways is one entry. */
export const POUR_FLOWS: ReadonlySet<string> = new Set(['pours', 'batch'])

/** With it an entry with a payload of 128 KB, in base64, stays far below the 400 KB that an item of DynamoDB holds. */
const MAX_REASON = 1_000

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
  const kind = await store.recordPour({ ...poured, ...place, receivedAtMs: message.receivedAtMs }, message.replay)
  if (kind === 'conflict') return quarantine(message, `another volume was counted under the pourId ${poured.pourId}`, store)
  return { kind }
}

/**
 * Keeps a message that its flow failed with, whole, with the reason and, of a pour, the volume it speaks of where that can be read. A
 * replay stays the entry that it was. A long reason is cut.
 */
export async function quarantine(message: RuleMessage, why: string, store: Pick<HotStore, 'quarantine'>): Promise<Quarantined> {
  const { flow = 'pours', batchTopic } = message
  const reason = shortened(why, MAX_REASON)
  const isOfPours = POUR_FLOWS.has(flow)
  const volumeMl = isOfPours ? readVolume(message.payload) : undefined
  const entry: NewQuarantineEntry = {
    quarantineId: message.replay?.quarantineId
      ?? createHash('sha256').update(`${isOfPours ? '' : `${flow}\n`}${message.topic}\n${message.payload}`).digest('hex'),
    flow,
    reason,
    topic: message.topic,
    receivedAtMs: message.receivedAtMs,
    payloadBase64: message.payload,
    ...(message.clientId === undefined ? {} : { clientId: message.clientId }),
    ...(batchTopic === undefined ? {} : { batchTopic }),
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
