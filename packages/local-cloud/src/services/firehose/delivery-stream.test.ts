import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { sqliteShelves } from '../../adapters/sqlite-shelves.ts'
import type { Objects } from '../s3/objects.ts'
import { Kinesis } from '../kinesis/kinesis.ts'
import { memoryShelves, type Shelves } from '../../ground/shelf.ts'
import { Firehose } from './firehose.ts'
import { withoutMore } from './destination-properties.ts'

/** A clock that only moves when it is told to. */
class Clock {
  #nowMs = Date.UTC(2026, 0, 1)
  readonly #sleepers: { readonly untilMs: number; wake: () => void }[] = []

  readonly nowMs = (): number => this.#nowMs
  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> => new Promise((resolve, reject) => {
    this.#sleepers.push({ untilMs: this.#nowMs + ms, wake: resolve })
    signal.addEventListener('abort', () => reject(new Error('aborted')))
  })

  pass(ms: number): void {
    this.#nowMs += ms
    for (const { untilMs, wake } of this.#sleepers) if (untilMs <= this.#nowMs) wake()
  }
}

/** A bucket that may be out of reach. */
function bucket() {
  const written = new Map<string, Buffer>()
  const waiting: (() => void)[] = []
  const state = { failures: 0 }
  const put: Objects['put'] = async (_, key, body) => {
    if (state.failures > 0) {
      state.failures -= 1
      throw new Error('NoSuchBucket')
    }
    written.set(key, body)
    for (const resolve of waiting.splice(0)) resolve()
  }
  const never = () => Promise.reject(new Error('not asked for'))
  return {
    written, state, objects: { put, get: never, list: never } satisfies Objects,
    next: () => new Promise<void>((resolve) => waiting.push(resolve)), texts: () => [...written.values()].map(String),
  }
}

function start({ nowMs, sleep }: Clock, { objects }: ReturnType<typeof bucket>, shelves: Shelves) {
  const log: string[] = []
  const none = () => { throw new Error('not asked for') }
  const firehose = new Firehose({
    region: 'us-east-1', accountId: '123456789012', shelves, objects, nowMs, sleep, newId: () => 'id', random: () => 0,
    directory: '/nowhere', log: (text) => log.push(text), glue: { table: none }, lambda: { invoke: none }, expressions: { jq: none },
    duckDb: { open: none, require: none }, kinesis: new Kinesis({ region: 'us-east-1', accountId: '123456789012', nowMs, shelves }),
  })
  firehose.start()
  return { firehose, log }
}

const settings = (more: { readonly CompressionFormat?: 'ZIP' } = {}) => ({
  name: 'cold', source: undefined, extended: false,
  destination: withoutMore({
    BucketARN: 'arn:aws:s3:::cold', RoleARN: 'arn:aws:iam::123456789012:role/r', Prefix: undefined, ErrorOutputPrefix: undefined,
    BufferingHints: { IntervalInSeconds: 60, SizeInMBs: 1 }, CompressionFormat: more.CompressionFormat, EncryptionConfiguration: undefined,
    CloudWatchLoggingOptions: undefined,
  }),
})
const records = (...texts: readonly string[]) => texts.map((text) => Buffer.from(text))

it('delivers when the oldest record has waited for the interval', async () => {
  const [clock, cold] = [new Clock(), bucket()]
  const { firehose } = start(clock, cold, memoryShelves())
  await firehose.create(settings())
  firehose.put('cold', records('a'))
  clock.pass(59_000)
  firehose.put('cold', records('b'))
  expect(cold.texts()).toEqual([])
  const delivered = cold.next()
  clock.pass(1_000)
  await delivered
  expect(cold.texts()).toEqual(['ab'])
  expect([...cold.written.keys()]).toEqual(['2026/01/01/00/cold-1-2026-01-01-00-00-00-id'])
})

it('delivers when there are enough bytes', async () => {
  const [clock, cold] = [new Clock(), bucket()]
  const { firehose } = start(clock, cold, memoryShelves())
  await firehose.create(settings())
  const delivered = cold.next()
  firehose.put('cold', records('x'.repeat(1024 * 1024)))
  await delivered
  expect(cold.texts().join('')).toHaveLength(1024 * 1024)
})

it('delivers what an earlier run has left when that was killed, and all when it closes', async () => {
  const [clock, cold] = [new Clock(), bucket()]
  const folder = mkdtempSync(join(tmpdir(), 'keg-firehose-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'cloud.sqlite')
  // Nothing that it has in memory counts any more: its clock stands still.
  const before = sqliteShelves(file)
  const killed = start(new Clock(), bucket(), before)
  await killed.firehose.create(settings())
  const [first] = killed.firehose.put('cold', records('a'))
  await before.close()
  const after = sqliteShelves(file)
  const { firehose } = start(clock, cold, after)
  const [second] = firehose.put('cold', records('b'))
  expect(second).not.toBe(first)
  await firehose.close(5_000)
  expect(cold.texts()).toEqual(['ab'])
  await after.close()
  await start(clock, cold, sqliteShelves(file)).firehose.close(5_000)
  expect(cold.texts()).toEqual(['ab'])
})

it('keeps records whose bucket is out of reach', async () => {
  const [clock, cold] = [new Clock(), bucket()]
  const { firehose, log } = start(clock, cold, memoryShelves())
  await firehose.create(settings())
  cold.state.failures = 1
  firehose.put('cold', records('a'))
  await firehose.close(5_000)
  expect([log, cold.texts()]).toEqual([['cold: 1 records are not delivered yet: Error: NoSuchBucket'], []])
  await firehose.close(5_000)
  expect(cold.texts()).toEqual(['a'])
})

it('writes ZIP archives', async () => {
  const [clock, cold] = [new Clock(), bucket()]
  const { firehose } = start(clock, cold, memoryShelves())
  await firehose.create(settings({ CompressionFormat: 'ZIP' }))
  firehose.put('cold', records('beer'))
  await firehose.close(5_000)
  const [[key = '', archive = Buffer.alloc(0)] = []] = [...cold.written]
  expect([key.endsWith('-id.zip'), archive.subarray(0, 4).toString('latin1'), archive.includes('PK\x05\x06')])
    .toEqual([true, 'PK\x03\x04', true])
})
