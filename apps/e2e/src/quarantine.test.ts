import { IoTDataPlaneClient, UpdateThingShadowCommand } from '@aws-sdk/client-iot-data-plane'
import { runAssembly, type RunningCloud } from '@keg/local-cloud'
import { batch, pour, type Pour } from '@keg/message-schemas/keg'
import type { QuarantineEntry } from '@keg/store'
import { brewerOf, listAll, messagesInQueues, outputsOf, type Caller } from '@keg/system'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyAssembly, dying, type AssemblyCopy } from './assembly-copy.ts'
import { eventually } from './eventually.ts'
import { registerKegs } from './register-kegs.ts'

// Messages of three flows fail, their handlers are mended, and the entries are replayed: the law holds at each step, and no pour counts
// twice.

const stack = new AsyncDisposableStack()
let copy: AssemblyCopy
let cloud: RunningCloud
let api: Caller

const asBuilt = (built: string) => built
/** Reads no pour: it looks for another field. */
const blind = (built: string) => built.replaceAll('pourId', 'pourNo')

/** What a killed handler had comes again after this time, and not after a minute. */
const AGAIN_SEC = 4

beforeAll(async () => {
  copy = stack.use(await copyAssembly({
    change: (id, { Type, Properties }) => {
      if (Type === 'AWS::SQS::Queue' && id.startsWith('PoursQueue')) Properties['VisibilityTimeout'] = AGAIN_SEC
      if (Type === 'AWS::Lambda::Function' && id.startsWith('PoursHandler')) Properties['Timeout'] = AGAIN_SEC
    },
  }))
  await copy.changeBundle('pours', blind)
  await copy.changeBundle('batches', blind)
  cloud = stack.use(await runAssembly(copy.folder, { iam: 'enforce' }))
  await registerKegs(cloud, 'berlin', kegId)
  api = await brewerOf(cloud)
}, 60_000)
afterAll(() => stack.disposeAsync(), 30_000)

async function listed<Item>(path: string): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of listAll<Item>(api, path)) items.push(item)
  return items
}

const kegId = 'keg-odd'
const topic = pour.topic.format({ siteId: 'berlin', kegId })
const pourOf = (pourId: string, volumeMl: number): Pour => ({
  v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1_790_000_000_000, pourId, volumeMl, totaliserMl: volumeMl,
})
const publish = (to: string, payload: Uint8Array | string) => cloud.iot.publish(to, Buffer.from(payload), { qos: 1 })
const entries = () => listed<QuarantineEntry>('/quarantine')
const entryOf = async (payload: Uint8Array | string) =>
  (await entries()).find(({ payloadBase64 }) => payloadBase64 === Buffer.from(payload).toString('base64'))
const show = async (quarantineId: string) => (await (await api.fetch(`/quarantine/${quarantineId}`)).json()) as QuarantineEntry
const replay = async ({ quarantineId }: QuarantineEntry) =>
  (await api.fetch(`/quarantine/${quarantineId}/replay`, { method: 'POST' })).status
const closed = ({ quarantineId }: QuarantineEntry) =>
  eventually(async () => ((await show(quarantineId)).state === 'replayed' ? true : undefined))
const failedAgain = ({ quarantineId, failures: before = 1 }: QuarantineEntry) => eventually(async () => {
  const entry = await show(quarantineId)
  return (entry.failures ?? 1) > before ? entry : undefined
})

/** Σ ledger and Σ quarantine, in millilitres. */
async function accounts() {
  const kegs = await listed<{ totalMl: number }>('/kegs')
  const sum = (volumes: number[]) => volumes.reduce((total, each) => total + each, 0)
  return { ledger: sum(kegs.map(({ totalMl }) => totalMl)), quarantine: sum((await entries()).map(({ volumeMl = 0 }) => volumeMl)) }
}

it('keeps what flows failed with under their names, and replays it once they are mended', async () => {
  const [alone, again, carried] = [pour.encode(pourOf('p-1', 300)), pour.encode(pourOf('p-2', 20)), pour.encode(pourOf('p-3', 1))]
  for (const payload of [alone, alone, again, 'half a po']) await publish(topic, payload)
  const message = { topic, takenAtMs: 1, payload: Buffer.from(carried).toString() }
  await publish(
    `$aws/rules/${outputsOf(cloud)['BatchRuleName']}/berlin/gw-1`, batch.encode({ v: 1, batchId: 'batch-1', messages: [message] }),
  )
  const data = new IoTDataPlaneClient(cloud)
  await data.send(new UpdateThingShadowCommand({
    thingName: kegId, payload: Buffer.from(JSON.stringify({ state: { desired: { siteId: 'a/#' } } })),
  }))
  data.destroy()

  const all = await eventually(async () => ((await entries()).length === 5 ? entries() : undefined))
  const told = all.map(({ flow, topic: of, batchTopic, reason, volumeMl }) => ({ flow, topic: of, batchTopic, reason, volumeMl }))
  const poured = { flow: 'pours', topic, reason: expect.stringContaining('pourNo') }
  expect(told).toEqual(expect.arrayContaining([
    expect.objectContaining({ ...poured, volumeMl: 300 }),
    expect.objectContaining({ ...poured, volumeMl: 20 }),
    expect.objectContaining({ flow: 'pours', topic, reason: expect.stringContaining('not JSON') }),
    expect.objectContaining({ ...poured, flow: 'batch', batchTopic: 'berlin/gw-1', volumeMl: 1 }),
    expect.objectContaining({
      flow: 'state', topic: `$aws/things/${kegId}/shadow/update/documents`, reason: expect.stringContaining('failed'),
    }),
  ]))
  expect(await accounts()).toEqual({ ledger: 0, quarantine: 321 })
  const [first, second, inBatch, poison] = [await entryOf(alone), await entryOf(again), await entryOf(carried), await entryOf('half a po')]
  const ofState = all.find(({ flow }) => flow === 'state')
  if (!first || !second || !inBatch || !poison || !ofState) throw new Error(`Entries are missing: ${JSON.stringify(told)}`)

  // Replayed twice, with a handler that is killed after it has booked.
  await copy.changeBundle('pours', dying)
  await copy.changeBundle('batches', asBuilt)
  await cloud.update()
  expect([await replay(first), await replay(first)]).toEqual([202, 202])
  await closed(first)
  expect(await accounts()).toEqual({ ledger: 300, quarantine: 21 })
  expect(await replay(first)).toBe(409)

  await copy.changeBundle('pours', asBuilt)
  await cloud.update()
  // The keg sends one of them again: it is counted as it comes, and the entry closes as it is replayed.
  await publish(topic, again)
  await eventually(async () => ((await accounts()).ledger === 320 ? true : undefined))
  for (const entry of [second, inBatch, poison, ofState]) expect(await replay(entry)).toBe(202)
  for (const entry of [second, inBatch]) await closed(entry)
  expect(await failedAgain(poison)).toMatchObject({ flow: 'pours', reason: expect.stringContaining('not JSON') })
  expect(await failedAgain(ofState)).toMatchObject({ flow: 'state', topic: ofState.topic })
  // What the killed handler had comes once more, and changes nothing.
  await eventually(async () => ((await messagesInQueues({ cloud })) === 0 ? true : undefined))
  expect(await accounts()).toEqual({ ledger: 321, quarantine: 0 })
  expect((await entries()).map(({ quarantineId }) => quarantineId).sort())
    .toEqual([poison, ofState].map(({ quarantineId }) => quarantineId).sort())
  expect(await (await api.fetch('/quarantine/count')).json()).toEqual({ count: 2 })
}, 60_000)
