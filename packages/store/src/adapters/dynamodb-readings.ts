import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchWriteCommand, DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { setTimeout as delay } from 'node:timers/promises'
import { allPages, type HotStore } from '../hot-store.ts'
import { between, BY_SITE, newestKey, newestPart, readingKey, SHARDS, summaryKey, takenAtIn } from '../keys.ts'
import { ReadingSlots } from '../reading-slots.ts'
import {
  distinct, readingId, READING_LIFETIME_MS, ReadingsNotKept, SUMMARY_EVERY_MS, type NewestReading, type Reading, type ReadingStore,
  type SummaryClaim,
} from '../reading-store.ts'
import { unlessRefused } from './conditional.ts'
import { allItems, query } from './dynamodb-page.ts'

/** What DynamoDB takes in one request. */
const BATCH = 25
/** Requests under way at once. */
const AT_ONCE = 8
/** How often what DynamoDB leaves undone is sent, with a wait between that doubles. */
const TRIES = 5
const FIRST_WAIT_MS = 25
/** How far ahead another clock may be before its claim counts for nothing. */
const CLOCK_SKEW_MS = 5_000

/** What a {@link ReadingStore} on DynamoDB takes. */
export interface DynamoDbReadingsOptions {
  readonly client: DynamoDBClient
  readonly tableName: string
  /** Where the minutes of gateways are. */
  readonly minutes: Pick<HotStore, 'minutes'>
}

/**
 * A reading store in one DynamoDB table: keys `pk` and `sk`, an index `bySite` on `site` and `kegId`, all strings; the time to live is in
 * `expiresAtSec`.
 */
export function dynamoDbReadings({ client: given, tableName: TableName, minutes }: DynamoDbReadingsOptions): ReadingStore {
  const client = DynamoDBDocumentClient.from(given, { marshallOptions: { removeUndefinedValues: true } })
  return {
    recordReadings: (readings, storedAtMs) => recordReadings(client, TableName, readings, storedAtMs),
    newest: async (kegId) => {
      const { Item } = await client.send(new GetCommand({ TableName, Key: newestKey(kegId), ConsistentRead: true }))
      return Item && newestOf(Item)
    },
    siteReadings: async (siteId, page = {}) => {
      const input = {
        TableName, IndexName: BY_SITE, indexKey: ['site', 'kegId'] as const, KeyConditionExpression: 'site = :site',
        ExpressionAttributeValues: { ':site': siteId },
      }
      const { items, ...rest } = await query(client, input, page)
      return { ...rest, items: items.map(newestOf) }
    },
    newestAbove: async function* ({ celsius }) {
      for (let shard = 0; shard < SHARDS; shard++) {
        const warm = {
          KeyConditionExpression: 'pk = :pk', FilterExpression: 'celsius > :celsius',
          ExpressionAttributeValues: { ':pk': newestPart(shard), ':celsius': celsius },
        }
        for await (const item of allItems(client, { TableName, ...warm })) yield newestOf(item)
      }
    },
    readings: async (kegId, range) => {
      const slots = new ReadingSlots(range)
      const { from, to } = between('reading', range)
      const input = {
        TableName, KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': `keg#${kegId}`, ':from': from, ':to': to },
      }
      for await (const item of allItems(client, input)) slots.addReading(measuredIn(item))
      for await (const minute of allPages((page) => minutes.minutes(kegId, page, range))) slots.addMinute(minute)
      return slots.slots()
    },
    claimSummary: (siteId, nowMs) => claimSummary(client, TableName, siteId, nowMs),
  }
}

const newestOf = ({ pk: _pk, sk: _sk, site: _site, expiresAtSec: _expiresAtSec, ...item }: Record<string, unknown>): NewestReading =>
  // As above: what `putNewest` wrote.
  item as unknown as NewestReading

const expiresAtSec = ({ receivedAtMs }: Reading): number => Math.ceil((receivedAtMs + READING_LIFETIME_MS) / 1_000)

/** First the readings, then the newest of each keg among those that are kept. */
async function recordReadings(
  client: DynamoDBDocumentClient, TableName: string, readings: readonly Reading[], storedAtMs: number,
): Promise<void> {
  const failed: NotPut[] = []
  const { all } = distinct(readings)
  const batches = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) => all.slice(index * BATCH, (index + 1) * BATCH))
  await eachOf(batches, async (batch) => void failed.push(...await putBatch(client, TableName, batch)))
  const lost = new Set(failed.map(({ reading }) => readingId(reading)))
  await eachOf(distinct(readings.filter((reading) => !lost.has(readingId(reading)))).newest, async (reading) => {
    await putNewest(client, TableName, reading, storedAtMs).catch((cause: unknown) => failed.push({ reading, cause }))
  })
  const [first] = failed
  if (first !== undefined) throw new ReadingsNotKept(failed.map(({ reading }) => reading), { cause: first.cause })
}

/** Does some work for each, a few at a time. */
async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values()
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, async () => {
    for (const item of left) await work(item)
  }))
}

interface NotPut {
  readonly reading: Reading
  readonly cause: unknown
}

type Measured = Pick<Reading, 'takenAtMs' | 'celsius' | 'kilopascal' | 'pouring' | 'cooling'>

/**
 * A reading in the table: what its key does not tell, and nobody asks for, is left out, so that a day of a keg is one page. What was
 * measured is one text: each attribute, and each member of one, costs.
 */
const itemOf = (reading: Reading) => ({
  ...readingKey(reading), measured: [reading.celsius, reading.kilopascal, Number(reading.pouring), Number(reading.cooling)].join(' '),
  expiresAtSec: expiresAtSec(reading),
})

function measuredIn(item: Readonly<Record<string, unknown>>): Measured {
  const { sk, measured } = item
  // Only this adapter writes the table; readings were whole before, in the shape of the port.
  if (typeof measured !== 'string') return item as unknown as Measured
  const [celsius = 0, kilopascal = 0, pouring, cooling] = measured.split(' ').map(Number)
  return { takenAtMs: takenAtIn(String(sk)), celsius, kilopascal, pouring: pouring === 1, cooling: cooling === 1 }
}

/** Puts up to 25 readings; answers those that DynamoDB has not taken after all tries. */
async function putBatch(client: DynamoDBDocumentClient, TableName: string, batch: readonly Reading[]): Promise<NotPut[]> {
  let left = new Map(batch.map((reading) => [readingKey(reading).pk + readingKey(reading).sk, reading]))
  for (let attempt = 1; ; attempt++) {
    const put = [...left.values()].map((reading) => ({ PutRequest: { Item: itemOf(reading) } }))
    try {
      const { UnprocessedItems = {} } = await client.send(new BatchWriteCommand({ RequestItems: { [TableName]: put } }))
      const keys = new Set((UnprocessedItems[TableName] ?? []).map(({ PutRequest }) =>
        `${String(PutRequest?.Item?.['pk'])}${String(PutRequest?.Item?.['sk'])}`))
      left = new Map([...left].filter(([key]) => keys.has(key)))
    } catch (cause) {
      if (left.size > 1 && isOfContent(cause)) return putEach(client, TableName, [...left.values()])
      // The SDK has tried it again already, where that is of use.
      return [...left.values()].map((reading) => ({ reading, cause }))
    }
    if (left.size === 0) return []
    if (attempt === TRIES)
      return [...left.values()].map((reading) => ({ reading, cause: new Error(`DynamoDB left it undone ${TRIES} times`) }))
    await delay(Math.random() * FIRST_WAIT_MS * 2 ** attempt)
  }
}

/**
 * Whether DynamoDB refuses what is in a request: then one bad item has taken the whole batch along.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html
 */
const isOfContent = (error: unknown): boolean =>
  error instanceof Error && ['ValidationException', 'SerializationException'].includes(error.name)

/** Puts readings one by one; answers those that DynamoDB does not take. */
async function putEach(client: DynamoDBDocumentClient, TableName: string, readings: readonly Reading[]): Promise<NotPut[]> {
  const failed: NotPut[] = []
  for (const reading of readings) {
    await client.send(new PutCommand({ TableName, Item: itemOf(reading) })).catch((cause: unknown) => void failed.push({ reading, cause }))
  }
  return failed
}

/** As `isNewer` has it. */
const IS_NEWER = 'attribute_not_exists(pk) OR (bootId = :bootId AND seq < :seq) OR (bootId <> :bootId AND receivedAtMs < :receivedAtMs)'

async function putNewest(client: DynamoDBDocumentClient, TableName: string, reading: Reading, storedAtMs: number): Promise<void> {
  const { kegId, siteId, bootId, seq, receivedAtMs } = reading
  await unlessRefused(client.send(new PutCommand({
    TableName,
    Item: { ...newestKey(kegId), site: siteId, ...reading, storedAtMs, expiresAtSec: expiresAtSec(reading) },
    ConditionExpression: IS_NEWER,
    ExpressionAttributeValues: { ':bootId': bootId, ':seq': seq, ':receivedAtMs': receivedAtMs },
  })))
}

async function claimSummary(
  client: DynamoDBDocumentClient, TableName: string, siteId: string, nowMs: number,
): Promise<SummaryClaim | undefined> {
  const Key = summaryKey(siteId)
  let sinceMs = 0
  const claimed = await unlessRefused(client.send(new UpdateCommand({
    TableName, Key, UpdateExpression: 'SET claimedAtMs = :now', ReturnValues: 'UPDATED_OLD',
    ConditionExpression: 'attribute_not_exists(pk) OR claimedAtMs <= :before OR claimedAtMs > :ahead',
    ExpressionAttributeValues: { ':now': nowMs, ':before': nowMs - SUMMARY_EVERY_MS, ':ahead': nowMs + CLOCK_SKEW_MS },
  })).then(({ Attributes }) => void (sinceMs = Number(Attributes?.['claimedAtMs'] ?? 0))))
  if (!claimed) return undefined
  const release = async () => void (await unlessRefused(client.send(new UpdateCommand({
    TableName, Key, UpdateExpression: 'SET claimedAtMs = :since', ConditionExpression: 'claimedAtMs = :now',
    ExpressionAttributeValues: { ':since': sinceMs, ':now': nowMs },
  }))))
  return { sinceMs, release }
}
