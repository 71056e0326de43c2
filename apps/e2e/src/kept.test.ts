import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { IoTDataPlaneClient, PublishCommand, UpdateThingShadowCommand } from '@aws-sdk/client-iot-data-plane'
import { command, pour } from '@keg/message-schemas/keg'
import { presenceOf } from '@keg/store'
import { dynamoDbPresence } from '@keg/store/presence'
import { outputsOf, provision, startSystem, type ProvisionedKeg, type System } from '@keg/system'
import { connectAsync, type MqttClient } from 'mqtt'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seen } from './away-keg.ts'

// What is kept beside the ledger: who connected, who did what, and what kegs sent, as they sent it. A keg by a plain MQTT client, the
// deployed template.

let system: System
let keg: ProvisionedKeg
let device: MqttClient
const [siteId, kegId] = ['berlin', 'keg-kept'] as const

beforeAll(async () => {
  system = await startSystem({ kegs: 0 })
  const policyNames = [outputsOf(system.cloud)['KegPolicyName'] ?? '']
  keg = await provision(system.cloud, { kegId, settings: { siteId, targetCelsius: 4 } }, { policyNames, dir: system.dir })
  device = await connectAsync(system.cloud.iot.endpoints.mqtts, {
    clientId: kegId, ca: readFileSync(system.cloud.iot.caFile), cert: readFileSync(keg.certificateFile),
    key: readFileSync(keg.privateKeyFile), protocolVersion: 5, reconnectPeriod: 0,
  })
}, 60_000)
afterAll(async () => {
  await device?.endAsync(true)
  await system?.close()
}, 30_000)

const output = (name: string): string => outputsOf(system.cloud)[name] ?? ''
const presenceNow = async () => ((await (await system.api.fetch(`/kegs/${kegId}`)).json()) as { presence?: unknown }).presence

it('keeps each pour in the archive as the keg sent it, also one that is none', async () => {
  const s3 = new S3Client({ ...system.cloud, forcePathStyle: true })
  const sent = [
    Buffer.from(pour.encode({ v: 1, bootId: 'b', seq: 0, takenAtMs: 1, pourId: 'p-1', volumeMl: 300, totaliserMl: 300 })),
    Buffer.from([0xff, 0, 0x7b]),
  ]
  for (const payload of sent) await device.publishAsync(pour.topic.format({ siteId, kegId }), payload, { qos: 1 })
  const archived = async () => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: output('ArchiveBucket') }))
    const objects = await Promise.all(
      Contents.map(({ Key = '' }) => s3.send(new GetObjectCommand({ Bucket: output('ArchiveBucket'), Key }))),
    )
    const bytes = await Promise.all(
      objects.map(async ({ Body }) => Buffer.from((await Body?.transformToByteArray()) ?? []).toString('base64')),
    )
    return { keys: Contents.map(({ Key }) => Key), bytes: bytes.sort() }
  }
  await seen(archived, (it) => it.toEqual({
    keys: [expect.stringMatching(/^raw\/berlin\/keg-kept\/\d{4}\/\d\d\/\d\d\/\d+-[\w-]+$/), expect.any(String)],
    bytes: sent.map((payload) => payload.toString('base64')).sort(),
  }))
  s3.destroy()
})

it('writes down who commanded what, and what was wished in place of what', async () => {
  const iot = new IoTDataPlaneClient(system.cloud)
  const logs = new CloudWatchLogsClient(system.cloud)
  await iot.send(new PublishCommand({
    topic: command.topic.format({ siteId, kegId, commandId: 'c-1' }), qos: 1,
    payload: command.encode({ v: 1, issuedAtMs: 1, expiresAtMs: Date.now() + 60_000, order: { kind: 'reboot' } }),
  }))
  await iot.send(new UpdateThingShadowCommand({
    thingName: kegId, payload: Buffer.from(JSON.stringify({ state: { desired: { targetCelsius: 3 } }, clientToken: 'landlord' })),
  }))
  await iot.send(new UpdateThingShadowCommand({
    thingName: kegId, payload: Buffer.from(JSON.stringify({ state: { reported: { targetCelsius: 3 } } })),
  }))
  const written = async () => {
    const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName: output('AuditLogGroup') }))
    return events.map(({ message = '' }) => JSON.parse(message) as { readonly kind: string; readonly version?: number }).sort((a, b) =>
      a.kind.localeCompare(b.kind) || (a.version ?? 0) - (b.version ?? 0))
  }
  await seen(written, (it) => it.toMatchObject([
    { kind: 'command', siteId, kegId, commandId: 'c-1', order: { kind: 'reboot' }, receivedAtMs: expect.any(Number) },
    { kind: 'settings', kegId, version: 1, desired: { siteId, targetCelsius: 4 } },
    {
      kind: 'settings', kegId, version: 2, desired: { siteId, targetCelsius: 3 }, before: { siteId, targetCelsius: 4 },
      clientToken: 'landlord',
    },
  ]))
  iot.destroy()
  logs.destroy()
})

it('knows who is there, and that he went', async () => {
  await seen(presenceNow, (it) => it.toEqual({ connected: true, sinceMs: expect.any(Number) }))
  await device.endAsync()
  const client = new DynamoDBClient(system.cloud)
  const log = dynamoDbPresence({ client, tableName: output('PresenceTableName') })
  await seen(async () => presenceOf(await log.events(kegId), Date.now() + 60_000), (it) =>
    it.toEqual({ connected: false, sinceMs: expect.any(Number), reason: 'CLIENT_INITIATED_DISCONNECT' }))
  expect(await (await system.api.fetch(`/kegs/${kegId}/connections`)).json()).toMatchObject({
    items: [{ beganAtMs: expect.any(Number), endedAtMs: expect.any(Number), reason: 'CLIENT_INITIATED_DISCONNECT' }],
  })
  // Who went a moment ago may come back at once.
  expect(presenceOf(await log.events(kegId), 0)).toMatchObject({ connected: true })
  client.destroy()
})
