import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { runAssembly, type RunningCloud } from '@keg/local-cloud'
import { batch, pour, siteSummary, telemetry, type Pour, type Telemetry } from '@keg/message-schemas/keg'
import type { HotStore, QuarantineEntry, ReadingStore } from '@keg/store'
import { dynamoDbStore } from '@keg/store/dynamodb'
import { dynamoDbReadings } from '@keg/store/readings/dynamodb'
import { brewerOf, outputsOf, type Caller } from '@keg/system'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyAssembly, dying, type AssemblyCopy, type CopiedResource } from './assembly-copy.ts'
import { eventually } from './eventually.ts'
import { faultyTable, type FaultyTable } from './faulty-table.ts'
import { registerKegs } from './register-kegs.ts'

// Rows stored + messages in quarantine = messages sent, each counted once, whatever is doubled, out of order, no telemetry at all, or fails
// on the way.

const stack = new AsyncDisposableStack()
let copy: AssemblyCopy
let table: FaultyTable
let cloud: RunningCloud
let api: Caller
let ledger: HotStore
let readings: ReadingStore

const HANDLER = 'telemetry'
/** What fails comes again after this time, and not after a minute. */
const AGAIN_SEC = 3

/** Handlers of ingest go to the faulty table, and try once. */
function changeIngest(id: string, { Type, Properties }: CopiedResource, inStack: string): void {
  if (!inStack.endsWith('-Ingest')) return
  if (Type === 'AWS::SQS::Queue' && /^(Pours|Batches)/.test(id)) Properties['VisibilityTimeout'] = AGAIN_SEC
  if (Type === 'AWS::Lambda::EventSourceMapping' && id.startsWith('Telemetry'))
    Object.assign(Properties, { MaximumRetryAttempts: 1, MaximumBatchingWindowInSeconds: 0 })
  if (Type !== 'AWS::Lambda::Function' || Properties['Environment'] === undefined) return
  if (/^(Pours|Batches)/.test(id)) Properties['Timeout'] = AGAIN_SEC
  Object.assign((Properties['Environment'] as { Variables: object }).Variables, {
    AWS_ENDPOINT_URL_DYNAMODB: table.url, AWS_MAX_ATTEMPTS: '1',
  })
}

beforeAll(async () => {
  table = stack.use(await faultyTable())
  copy = stack.use(await copyAssembly({ change: changeIngest }))
  cloud = stack.use(await runAssembly(copy.folder, { iam: 'enforce' }))
  await registerKegs(cloud, 'berlin', ...[1, 2, 3, 4, 5].map((number) => `keg-${number}`))
  table.endpoint = cloud.endpoint
  const outputs = outputsOf(cloud)
  api = await brewerOf(cloud)
  const client = new DynamoDBClient(cloud)
  ledger = dynamoDbStore({ client, tableName: outputs['TableName'] ?? '' })
  readings = dynamoDbReadings({ client, tableName: outputs['ReadingsTableName'] ?? '', minutes: ledger })
}, 60_000)
afterAll(() => stack.disposeAsync(), 30_000)

const T = 1_790_000_000_000
const reading = (seq: number, more: Partial<Telemetry> = {}): Uint8Array =>
  telemetry.encode({ v: 1, bootId: 'b-1', seq, takenAtMs: T + seq, celsius: 4, kilopascal: 200, pouring: false, cooling: true, ...more })
const send = (kegId: string, payloads: readonly (Uint8Array | string)[]) =>
  Promise.all(payloads.map((payload) => cloud.iot.publish(telemetry.topic.format({ siteId: 'berlin', kegId }), payload, { qos: 1 })))
const rows = async (kegId: string) => (await readings.readings(kegId, { fromMs: 0, toMs: 2 * T, points: 1 }))[0]?.readings ?? 0
const inQuarantine = async (kegId: string) =>
  (await ledger.quarantined({ limit: 1_000 })).items.filter(({ topic }) => topic.split('/')[2] === kegId)
const replay = ({ quarantineId }: QuarantineEntry) => api.fetch(`/quarantine/${quarantineId}/replay`, { method: 'POST' })
/** Resolves once a keg has so many rows, and so many messages in quarantine. */
const settled = (kegId: string, kept: number, bad: number) => eventually(async () => {
  const entries = await inQuarantine(kegId)
  return (await rows(kegId)) === kept && entries.length === bad ? entries : undefined
})

// Pours wait for a queue while telemetry waits for its stream.
describe.concurrent('the law', () => {
  describe('of telemetry', { concurrent: false }, () => {
    it('keeps what was doubled or out of order once, files what is bad with its flow, and tells of the site', async () => {
      const told = new Set<string>()
      const unsubscribe = cloud.iot.subscribe(siteSummary.topic.format({ siteId: 'berlin' }), ({ payload }) => {
        const decoded = siteSummary.decode(payload)
        if (decoded.ok) for (const { kegId } of decoded.value.kegs) told.add(kegId)
      })
      const all = Array.from({ length: 40 }, (_, seq) => reading(seq))
      const bad = ['half a rea', JSON.stringify({ v: 1, celsius: 'hot' }), Uint8Array.of(0xff)]
      await send('keg-1', [...all.toReversed(), ...bad, ...all.slice(0, 10), ...bad])
      const entries = await settled('keg-1', 40, 3)
      expect(entries.map(({ flow, payloadBase64 }) => [flow, payloadBase64]))
        .toEqual(expect.arrayContaining(bad.map((payload) => ['telemetry', Buffer.from(payload).toString('base64')])))
      expect(await readings.newest('keg-1')).toMatchObject({ seq: 39 })
      expect(await (await api.fetch(`/kegs/keg-1/readings?fromMs=${T}&toMs=${T + 40}&points=2`)).json()).toMatchObject({
        slots: [{ fromMs: T, readings: 20, celsius: { mean: 4 } }, { fromMs: T + 20, readings: 20, cooling: 20 }],
      })
      // What was held back, since somebody had just told of the site, comes with the next.
      let seq = 0
      await eventually(async () => (await send('keg-2', [reading(seq++)]), told.has('keg-1') && told.has('keg-2') ? true : undefined))
      unsubscribe()
    })

    it('keeps each row once where the handler is killed in the middle of a batch, each time', async () => {
      await copy.changeBundle(HANDLER, dying)
      await cloud.update()
      await send('keg-3', [...Array.from({ length: 20 }, (_, seq) => reading(seq)), 'poison'])
      await settled('keg-3', 20, 1)
      await copy.changeBundle(HANDLER, (built) => built)
      await cloud.update()
      // Once more in the given-up batch, and by the handler that stays alive.
      await send('keg-3', [reading(20)])
      await settled('keg-3', 21, 1)
    })

    it('files what the table does not take after all tries, and a replay brings it in as it was received', async () => {
      table.throttled.add('BatchWriteItem')
      await send('keg-4', [...Array.from({ length: 4 }, (_, seq) => reading(seq)), 'poison'])
      const entries = await settled('keg-4', 0, 5)
      expect(entries.filter(({ flow, reason }) => flow === 'telemetry' && reason.includes('ProvisionedThroughputExceededException')))
        .toHaveLength(4)
      table.throttled.delete('BatchWriteItem')
      await Promise.all([...entries, ...entries].map(replay))
      const [poison] = await settled('keg-4', 4, 1)
      expect(poison).toMatchObject({ payloadBase64: Buffer.from('poison').toString('base64') })
      expect(entries.map(({ receivedAtMs }) => receivedAtMs)).toContain((await readings.newest('keg-4'))?.receivedAtMs)
    }, 60_000)
  })

  it('counts pours once, alone and in a batch, that the table does not take for a while', async () => {
    const pourOf = (pourId: string, volumeMl: number): Pour => ({
      v: 1, bootId: 'b-1', seq: 0, takenAtMs: T, pourId, volumeMl, totaliserMl: volumeMl,
    })
    const topic = pour.topic.format({ siteId: 'berlin', kegId: 'keg-5' })
    const before = table.refused.get('TransactWriteItems') ?? 0
    table.throttled.add('TransactWriteItems')
    await Promise.all(
      [pourOf('p-1', 300), pourOf('p-2', 20), pourOf('p-1', 300)].map((each) => cloud.iot.publish(topic, pour.encode(each), { qos: 1 })),
    )
    await cloud.iot.publish(topic, 'half a po', { qos: 1 })
    const message = { topic, takenAtMs: 1, payload: Buffer.from(pour.encode(pourOf('p-3', 1))).toString() }
    await cloud.iot.publish(
      `$aws/rules/${outputsOf(cloud)['BatchRuleName']}/berlin/gw-1`,
      batch.encode({ v: 1, batchId: 'batch-1', messages: [message] }),
      { qos: 1 },
    )
    const total = () => ledger.keg('keg-5')
    await eventually(async () =>
      ((table.refused.get('TransactWriteItems') ?? 0) - before >= 4 && (await inQuarantine('keg-5')).length === 1 ? true : undefined))
    expect(await total()).toBeUndefined()
    table.throttled.delete('TransactWriteItems')
    await eventually(async () => ((await total())?.totalMl === 321 ? true : undefined))
    expect(await total()).toMatchObject({ pours: 3 })
    expect(await inQuarantine('keg-5')).toMatchObject([{ flow: 'pours', reason: expect.stringContaining('not JSON') }])
  }, 60_000)
})
