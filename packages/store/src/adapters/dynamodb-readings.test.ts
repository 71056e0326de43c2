import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { ReadingsNotKept, type Reading } from '../reading-store.ts'
import { dynamoDbReadings } from './dynamodb-readings.ts'
import { memoryStore } from './memory.ts'

// What a table answers that has too much to do, which no engine here does: the SDK's client over an HTTP handler of the test's own.

interface Put {
  readonly PutRequest: { readonly Item: Readonly<Record<string, { readonly S?: string; readonly N?: string }>> }
}
type Answer = (
  operation: string, body: { readonly RequestItems?: Readonly<Record<string, readonly Put[]>>; readonly Item?: Put['PutRequest']['Item'] },
) => { readonly status: number; readonly body: object }

function tableThat(answer: Answer) {
  const handle = async ({ headers, body }: { headers: Record<string, string>; body: string }) => {
    const { status: statusCode, body: answered } = answer((headers['x-amz-target'] ?? '').split('.')[1] ?? '', JSON.parse(body) as never)
    return {
      response: { statusCode, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: Readable.from([JSON.stringify(answered)]) },
    }
  }
  const client = new DynamoDBClient({
    region: 'eu-central-1', endpoint: 'http://table.test', credentials: { accessKeyId: 'a', secretAccessKey: 's' }, maxAttempts: 1,
    // The SDK asks for no more of a handler than this.
    requestHandler: { handle } as never,
  })
  return dynamoDbReadings({ client, tableName: 'Readings', minutes: memoryStore() })
}

const readings = Array.from({ length: 60 }, (_, index): Reading => ({
  kegId: `k-${index % 3}`, siteId: 'berlin', bootId: 'b-1', seq: index, takenAtMs: 1_790_000_000_000 + index,
  receivedAtMs: 1_790_000_000_100, celsius: 4, kilopascal: 200, pouring: false, cooling: true,
}))
const puts = ({ RequestItems = {} }: Parameters<Answer>[1]) => RequestItems['Readings'] ?? []
const seqOf = ({ PutRequest: { Item } }: Put) => Number(Item['seq']?.N ?? Item['sk']?.S?.split('#').at(-1))
const seqs = (given: readonly Reading[]) => given.map(({ seq }) => seq).sort((a, b) => a - b)
const notKept = (recorded: Promise<void>) =>
  recorded.then(() => undefined, (error: unknown) => (error instanceof ReadingsNotKept ? error : Promise.reject(error as Error)))

it('sends again what the table left undone, until it is done', async () => {
  const kept: number[] = []
  const store = tableThat((operation, body) => {
    if (operation === 'PutItem') return { status: 200, body: {} }
    const [first, ...rest] = puts(body)
    if (first !== undefined) kept.push(seqOf(first))
    const more = rest.splice(0, 11)
    kept.push(...more.map(seqOf))
    return { status: 200, body: rest.length === 0 ? {} : { UnprocessedItems: { Readings: rest } } }
  })
  await store.recordReadings(readings, 1)
  expect(kept.sort((a, b) => a - b)).toEqual(seqs(readings))
})

it('says which readings the table does not take, after it has tried each of them five times, and takes the others', async () => {
  const tries = new Map<number, number>()
  const newest: (string | undefined)[] = []
  const store = tableThat((operation, body) => {
    if (operation === 'PutItem') {
      newest.push(body.Item?.['seq']?.N)
      return { status: 200, body: {} }
    }
    for (const put of puts(body)) tries.set(seqOf(put), (tries.get(seqOf(put)) ?? 0) + 1)
    const undone = puts(body).filter((put) => seqOf(put) >= 58)
    return { status: 200, body: { UnprocessedItems: { Readings: undone } } }
  })
  const error = await notKept(store.recordReadings(readings, 1))
  expect(seqs(error?.readings ?? [])).toEqual([58, 59])
  expect(tries.get(0)).toBe(1)
  expect(tries.get(59)).toBe(5)
  // What is not kept is the newest of no keg.
  expect(newest.sort()).toEqual(['55', '56', '57'])
})

it.each<[string, string, number[]]>([
  ['all of a batch', 'BatchWriteItem', seqs(readings)],
  ['the newest of a keg', 'PutItem', [57, 58, 59]],
])('says that the readings are not kept where the table refuses %s', async (_, refused, expected) => {
  const store = tableThat((operation) => (operation === refused
    ? { status: 400, body: { __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException', message: 'slow down' } }
    : { status: 200, body: {} }))
  const error = await notKept(store.recordReadings(readings, 1))
  expect(seqs(error?.readings ?? [])).toEqual(expected)
  expect(error?.cause).toMatchObject({ name: 'ProvisionedThroughputExceededException' })
})

it.each([
  'ValidationException', 'SerializationException',
])('keeps those beside a reading for which a batch is refused with a %s', async (code) => {
  const kept: number[] = []
  const refusal = { status: 400, body: { __type: `com.amazon.coral.service#${code}`, message: 'a number is too large' } }
  const store = tableThat((operation, body) => {
    const all = operation === 'PutItem' && body.Item !== undefined ? [{ PutRequest: { Item: body.Item } }] : puts(body)
    if (all.some((put) => seqOf(put) === 30)) return refusal
    kept.push(...all.filter(({ PutRequest: { Item } }) => Item['sk']?.S?.startsWith('reading') === true).map(seqOf))
    return { status: 200, body: {} }
  })
  const error = await notKept(store.recordReadings(readings, 1))
  expect(seqs(error?.readings ?? [])).toEqual([30])
  expect(error?.cause).toMatchObject({ name: code })
  expect([...new Set(kept)].sort((a, b) => a - b)).toEqual(seqs(readings.filter(({ seq }) => seq !== 30)))
})

it('reads what was kept before readings were packed, beside what is', async () => {
  const key = (seq: number) => ({ pk: { S: 'keg#k-1' }, sk: { S: `reading#001790000000000#b-1#000000000${seq}` } })
  const store = tableThat((operation, body) => {
    if (!('KeyConditionExpression' in body)) return { status: 200, body: {} }
    const whole = {
      ...key(0), takenAtMs: { N: '1790000000000' }, celsius: { N: '4' }, kilopascal: { N: '200' }, pouring: { BOOL: true },
      cooling: { BOOL: false },
    }
    const packed = { ...key(1), measured: { S: '6 210 1 1' } }
    return { status: 200, body: { Items: [whole, packed] } }
  })
  expect(await store.readings('k-1', { fromMs: 1_790_000_000_000, toMs: 1_790_000_001_000, points: 1 })).toEqual([{
    fromMs: 1_790_000_000_000, toMs: 1_790_000_001_000, readings: 2, celsius: { min: 4, mean: 5, max: 6 },
    kilopascal: { min: 200, mean: 205, max: 210 }, pouring: 2, cooling: 1,
  }])
})
