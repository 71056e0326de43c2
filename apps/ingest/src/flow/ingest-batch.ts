import { batch, batchedOnward, kegMessages, pour, summary, type BatchedMessage } from '@keg/message-schemas/keg'
import { parseJson } from '@keg/message-schemas'
import type { HotStore } from '@keg/store'
import { ingestPour, quarantine, type PourReader, type RuleMessage } from './ingest-pour.ts'
import { whyNotFor, type KegSites } from './keg-sites.ts'
import { unzipped, unzippedBeginning } from './unzipped.ts'

/** Where a batch came from: what the broker says of it. */
interface Origin {
  readonly siteId: string
  readonly gatewayId: string
}

/** What became of a batch. `booked` names the batch that its gateway may forget; absent where nobody can tell which it was. */
export interface IngestedBatch {
  readonly booked?: Origin & { readonly batchId: string }
  readonly recorded: number
  readonly duplicates: number
  readonly quarantined: number
  /** Published on their own topics; absent = none. */
  readonly published?: number
  /** It is in quarantine as a whole: nothing in it was done. Absent = it is not. */
  readonly refused?: true
}

/**
 * Publishes a message on its own topic, as if it had come there; at least once. Rejects with {@link OnwardRefused} what is refused each
 * time.
 */
export type Onward = (topic: string, payload: Uint8Array) => Promise<void>

/** Where what is in a batch goes. */
export interface BatchWays {
  readonly store: HotStore
  readonly onward: Onward
  /** Where kegs stand: a gateway speaks for those of its site alone. */
  readonly sites: KegSites
  /** Default: as pours are read today. */
  readonly pours?: PourReader
}

/** A message that AWS IoT takes on no account, as for its topic: it would hold up the whole batch for ever. */
export class OnwardRefused extends Error {
  override readonly name = 'OnwardRefused'
}

/**
 * Brings what is in a batch where it belongs: pours into the ledger, minutes into the store, alerts, replies and what kegs report onto
 * their own topics, and what can't be booked, is refused for good, or is of another site, into quarantine, each by itself. Rejects when the
 * store or a topic does: then the batch comes again. Each of its messages is booked once; one that is published may be published again.
 *
 * The replay of a message that came in a batch is done by itself, as a message of the gateway that it came from.
 */
export async function ingestBatch(given: RuleMessage, { store, onward, sites, pours = pour }: BatchWays): Promise<IngestedBatch> {
  const message = { flow: 'batch', ...given }
  const ways = { store, onward, sites, pours }
  if (message.batchTopic !== undefined) return ingestReplayed(message, message.batchTopic, ways)
  const bytes = unzipped(Buffer.from(message.payload, 'base64'))
  const origin = originOf(message.topic)
  const decoded = batch.decode(bytes)
  if (origin === undefined || !decoded.ok) {
    await quarantine(message, decoded.ok ? 'the topic is not that of a batch' : decoded.reason, store)
    const batchId = batchIdOf(bytes)
    return {
      recorded: 0, duplicates: 0, quarantined: 1, refused: true,
      ...(origin === undefined || batchId === undefined ? {} : { booked: { ...origin, batchId } }),
    }
  }
  const counts = { recorded: 0, duplicates: 0, quarantined: 0, published: 0 }
  // One keg's pours touch one total: in turns. Kegs don't get in each other's way.
  await Promise.all([...byKeg(decoded.value.messages).values()].map(async (messages) => {
    for (const inner of messages) counts[COUNTED[await ingestOne(ruleMessageOf(inner, message), origin, ways)]] += 1
  }))
  const { published, ...stored } = counts
  return { ...stored, ...(published === 0 ? {} : { published }), booked: { ...origin, batchId: decoded.value.batchId } }
}

const COUNTED = { recorded: 'recorded', duplicate: 'duplicates', quarantined: 'quarantined', published: 'published' } as const

async function ingestReplayed(message: RuleMessage, batchTopic: string, ways: Ways): Promise<IngestedBatch> {
  const origin = originOf(batchTopic)
  const none = { recorded: 0, duplicates: 0, quarantined: 0 }
  if (origin === undefined) {
    await quarantine(message, 'the topic is not that of a batch', ways.store)
    return { ...none, quarantined: 1, refused: true }
  }
  const kind = await ingestOne(message, origin, ways)
  return { ...none, [COUNTED[kind]]: 1, ...(kind === 'quarantined' ? { refused: true } : {}) }
}

/** Site and gateway, as `topic()` of the batch rule has them, or a failed action the whole topic. */
function originOf(topic: string): Origin | undefined {
  const whole = batch.topic.parse(topic)
  if (whole !== undefined) return { siteId: whole.siteId, gatewayId: whole.gatewayId }
  const [siteId, gatewayId, ...more] = topic.split('/')
  return siteId && gatewayId && more.length === 0 ? { siteId, gatewayId } : undefined
}

/** As gateways begin a batch. */
const BEGINNING = /^\{"v":\d+,"batchId":"([\w-]{1,64})"/

/**
 * The id in a batch that is none: its gateway would send it for ever. Of one that can't be unzipped, or only to more than any gateway
 * sends, it stands at the beginning.
 */
function batchIdOf(bytes: Uint8Array): string | undefined {
  const json = parseJson(bytes)
  if (!json.ok) return BEGINNING.exec(unzippedBeginning(bytes))?.[1]
  if ( typeof json.value !== 'object' || json.value === null || !('batchId' in json.value)) return undefined
  const { batchId } = json.value
  return typeof batchId === 'string' && batchId !== '' && batchId.length <= 64 ? batchId : undefined
}

/** The messages of each keg, in order. */
function byKeg(messages: readonly BatchedMessage[]): Map<string, BatchedMessage[]> {
  const kegs = new Map<string, BatchedMessage[]>()
  for (const message of messages) {
    const kegId = message.topic.split('/')[2] ?? ''
    kegs.set(kegId, [...(kegs.get(kegId) ?? []), message])
  }
  return kegs
}

/** A message of a batch as it would have come by itself. */
const ruleMessageOf = (
  { topic, payload = '', payloadBase64 }: BatchedMessage, { flow, topic: batchTopic, clientId, receivedAtMs }: RuleMessage,
): RuleMessage => ({
  flow, batchTopic, topic, clientId, receivedAtMs, payload: payloadBase64 ?? Buffer.from(payload).toString('base64'),
})

const goesOnward: ReadonlySet<string> = new Set(batchedOnward.map(({ name }) => name))

type Ways = Required<BatchWays>

async function ingestOne(
  message: RuleMessage, origin: Origin, { store, onward, sites, pours }: Ways,
): Promise<'recorded' | 'duplicate' | 'quarantined' | 'published'> {
  const kind = kegMessages.byTopic(message.topic)
  const [, siteId = '', kegId = ''] = message.topic.split('/')
  if (siteId !== origin.siteId)
    return (await quarantine(message, `the gateway ${origin.gatewayId} of ${origin.siteId} speaks for no other site`, store)).kind
  const isOnward = kind !== undefined && goesOnward.has(kind.name)
  if (!isOnward && kind?.name !== pour.name && kind?.name !== summary.name)
    return (await quarantine(message, 'no message of this topic comes in a batch', store)).kind
  const why = await whyNotFor({ kegId, siteId }, message, sites)
  if (why !== undefined) return (await quarantine(message, why, store)).kind
  if (isOnward) return publish(message, store, onward)
  return kind?.name === pour.name ? (await ingestPour(message, store, pours)).kind : ingestMinute(message, store)
}

async function publish(message: RuleMessage, store: HotStore, onward: Onward): Promise<'published' | 'quarantined'> {
  try {
    await onward(message.topic, Buffer.from(message.payload, 'base64'))
    return 'published'
  } catch (error) {
    if (!(error instanceof OnwardRefused)) throw error
    return (await quarantine(message, error.message, store)).kind
  }
}

async function ingestMinute(message: RuleMessage, store: HotStore): Promise<'recorded' | 'quarantined'> {
  const place = summary.topic.parse(message.topic)
  const decoded = summary.decode(Buffer.from(message.payload, 'base64'))
  if (place === undefined || !decoded.ok)
    return (await quarantine(message, decoded.ok ? 'the topic is not that of a minute' : decoded.reason, store)).kind
  const { v: _version, ...minute } = decoded.value
  await store.recordMinute({ ...minute, ...place })
  return 'recorded'
}
