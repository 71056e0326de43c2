import {
  CreateStreamCommand, DeleteStreamCommand, DescribeStreamCommand, ListStreamsCommand, TagResourceCommand, UpdateStreamCommand,
} from '@aws-sdk/client-iot'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { decode, encode } from 'cborg'
import { startFauxqs } from 'fauxqs'
import mqtt, { type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ServiceException, type LocalIotOptions } from '../src/index.ts'
import { refusalOf } from './error-of.ts'
import { provision, startIot, until } from './start-iot.ts'

const roleArn = 'arn:aws:iam::123456789012:role/streams'
const file = Buffer.from(Array.from({ length: 1000 }, (_, at) => at % 251))
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const invalid = { name: 'InvalidRequestException', status: 400 }
const missing = { name: 'ResourceNotFoundException', status: 404 }
const inS3 = (fileId: number, key: string) => ({ fileId, s3Location: { bucket: 'firmware', key } })

let s3: Awaited<ReturnType<typeof startFauxqs>>
let local: Awaited<ReturnType<typeof startIot>>
let device: MqttClient
let heard: { topic: string; payload: Buffer }[]
beforeAll(async () => {
  s3 = await startFauxqs({ port: 0, logger: false })
  const endpoint = `http://127.0.0.1:${s3.port}`
  const client = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true })
  await client.send(new CreateBucketCommand({ Bucket: 'firmware' }))
  await client.send(new PutObjectCommand({ Bucket: 'firmware', Key: 'valve/1.0.bin', Body: file }))
  client.destroy()
  local = await startIot({ aws: { endpoint, credentials } })
  const { cert, key, ca } = await provision(local.iot, 'keg-1')
  device = await mqtt.connectAsync(local.iot.endpoints.mqtts, { protocolVersion: 5, clientId: 'keg-1', cert, key, ca, reconnectPeriod: 0 })
  device.on('message', (topic, payload) => heard.push({ topic, payload }))
  await local.control.send(new CreateStreamCommand({
    streamId: 'valve', description: 'v1', files: [inS3(0, 'valve/1.0.bin'), inS3(7, 'none')], roleArn,
  }))
})
afterAll(async () => {
  await device.endAsync()
  await local[Symbol.asyncDispose]()
  await s3.stop()
})

/** What the device is answered, without having subscribed. */
async function ask(request: string, body: unknown, answers = 1, streamId = 'valve') {
  heard = []
  const payload = request.endsWith('cbor') ? Buffer.from(encode(body)) : typeof body === 'string' ? body : JSON.stringify(body)
  await device.publishAsync(`$aws/things/keg-1/streams/${streamId}/${request}`, payload, { qos: 1 })
  await until(() => heard.length >= answers)
  return heard.map(({ topic, payload: answer }) => [
    topic.replace(`$aws/things/keg-1/streams/${streamId}/`, ''),
    (topic.endsWith('cbor') ? decode(answer) : JSON.parse(answer.toString())) as Record<string, unknown>,
  ])
}

// mqtt-based-file-delivery-in-devices.html
describe('a device', () => {
  it('gets a file in blocks, the last one short', async () => {
    const answers = await ask('get/json', { c: 't', s: 1, f: 0, l: 300, n: 4 }, 4)
    expect(answers.map(([topic]) => topic)).toEqual(Array(4).fill('data/json'))
    const blocks = answers.map(([, body]) => body as { c: string; f: number; l: number; i: number; p: string })
    expect(blocks.map(({ c, f, l, i }) => [c, f, l, i])).toEqual([['t', 0, 300, 0], ['t', 0, 300, 1], ['t', 0, 300, 2], ['t', 0, 100, 3]])
    expect(Buffer.concat(blocks.map(({ p }) => Buffer.from(p, 'base64')))).toEqual(file)
  })
  it('gets single blocks by a bitmap, as CBOR', async () => {
    const answers = await ask('get/cbor', { f: 0, l: 256, b: new Uint8Array([0b1101]) }, 3)
    expect(answers).toEqual([0, 2, 3].map((i) => {
      const p = new Uint8Array(file.subarray(i * 256, (i + 1) * 256))
      return ['data/cbor', { f: 0, l: p.length, i, p }]
    }))
  })
  it('is told what there is, once all of it is', async () => {
    expect(await ask('describe/json', {})).toEqual([
      ['rejected/json', { o: 'ResourceNotFound', m: expect.stringContaining('firmware/none') }],
    ])
    await local.control.send(new CreateStreamCommand({ streamId: 'whole', description: 'd', files: [inS3(3, 'valve/1.0.bin')], roleArn }))
    const described = { c: 'x', s: 1, d: 'd', r: [{ f: 3, z: 1000 }] }
    expect(await ask('describe/json', { c: 'x' }, 1, 'whole')).toEqual([['description/json', described]])
    expect(await ask('describe/cbor', { c: 'x' }, 1, 'whole')).toEqual([['description/cbor', described]])
  })
  it.each([
    ['get/json', '{', 'InvalidJson', 'valve'], ['get/cbor', undefined, 'InvalidRequest', 'valve'],
    ['get/json', [], 'InvalidRequest', 'valve'], ['get/json', { f: 0, l: 256 }, 'ResourceNotFound', 'none'],
    ['describe/json', {}, 'ResourceNotFound', 'none'], ['get/json', { f: 1, l: 256 }, 'ResourceNotFound', 'valve'],
    ['get/json', { f: 7, l: 256 }, 'ResourceNotFound', 'valve'], ['get/json', { f: 0, l: 256, s: 2 }, 'VersionMismatch', 'valve'],
    ['get/json', { f: 0, l: 1 }, 'BlockSizeOutOfBounds', 'valve'], ['get/json', { f: 0, l: 256, o: 4 }, 'ResourceNotFound', 'valve'],
  ])('is refused on %s %j: %s', async (request, body, code, streamId) => {
    expect(await ask(request, body, 1, streamId)).toEqual([[`rejected/${request.slice(-4)}`, { o: code, m: expect.any(String) }]])
  })
  it('gets its token back, but for one that is too long', async () => {
    expect(await ask('get/json', { c: 't', f: 1, l: 256 })).toMatchObject([['rejected/json', { c: 't' }]])
    expect(await ask('get/json', { c: 'x'.repeat(65), f: 0, l: 256 })).toEqual([
      ['rejected/json', { o: 'InvalidRequest', m: expect.any(String) }],
    ])
  })
})

it.each<[string, LocalIotOptions, string]>([
  ['no S3', {}, 'InternalError'],
  ['an S3 that allows nothing', { callAws: () => Promise.reject(new ServiceException('AccessDenied', 403, 'no')) }, 'Unauthorized'],
  ['an S3 that fails', { callAws: () => Promise.reject(new ServiceException('InternalError', 500, 'oh')) }, 'InternalError'],
  ['an S3 in the same process', {
    callAws: async ({ operation }) => (operation === 'HeadObject' ? { ContentLength: 9 } : { Body: file }),
  }, 'described'],
])('a core with %s says so', async (_, options, ends) => {
  await using other = await startIot(options)
  await other.control.send(new CreateStreamCommand({ streamId: 's', files: [inS3(0, 'k')], roleArn }))
  const told: unknown[] = []
  const stop = other.iot.subscribe('$aws/#', ({ payload }) => told.push(JSON.parse(Buffer.from(payload).toString())))
  await other.iot.publish('$aws/things/t/streams/s/describe/json', '{}')
  expect(told.at(-1)).toMatchObject(ends === 'described' ? { r: [{ f: 0, z: 9 }] } : { o: ends })
  await other.iot.publish('$aws/things/t/streams/s/get/json', '{"f":0,"l":256,"o":3}')
  if (ends === 'described') expect(told.at(-1)).toEqual({ f: 0, l: 232, i: 3, p: file.subarray(768).toString('base64') })
  stop()
  expect(other.log.some(({ event, message }) => event === 'operation-failed' && message.startsWith('Stream s')))
    .toBe(ends === 'InternalError')
})

it('a stream is read, listed, updated to its next version, tagged and deleted', async () => {
  const { control } = local
  const create = (input: object) =>
    control.send(new CreateStreamCommand({ streamId: 'life', files: [inS3(0, 'valve/1.0.bin')], roleArn, ...input }))
  const { streamArn = '' } = await create({})
  expect(streamArn).toBe('arn:aws:iot:us-east-1:123456789012:stream/life')
  expect(await refusalOf(create({}))).toEqual({ name: 'ResourceAlreadyExistsException', status: 409 })
  expect(await control.send(new UpdateStreamCommand({ streamId: 'life', description: 'two' })))
    .toMatchObject({ streamVersion: 2, description: 'two' })
  expect((await control.send(new DescribeStreamCommand({ streamId: 'life' }))).streamInfo)
    .toMatchObject({
      streamId: 'life', streamArn, streamVersion: 2, description: 'two', files: [inS3(0, 'valve/1.0.bin')], roleArn,
      createdAt: expect.any(Date),
    })
  expect((await control.send(new ListStreamsCommand({}))).streams).toContainEqual({
    streamId: 'life', streamArn, streamVersion: 2, description: 'two',
  })
  await control.send(new TagResourceCommand({ resourceArn: streamArn, tags: [{ Key: 'a', Value: 'b' }] }))
  expect(await ask('get/json', { f: 0, l: 256, s: 1 }, 1, 'life')).toMatchObject([['rejected/json', { o: 'VersionMismatch' }]])
  await control.send(new DeleteStreamCommand({ streamId: 'life' }))
  expect(await refusalOf(control.send(new DeleteStreamCommand({ streamId: 'life' })))).toEqual(missing)
  expect(await refusalOf(control.send(new UpdateStreamCommand({ streamId: 'life' })))).toEqual(missing)
  const bad = [
    { files: [] }, { files: [inS3(0, 'a'), inS3(0, 'b')] }, { files: [{ s3Location: { bucket: 'b', key: 'k' } }] },
    { files: [{ fileId: 0, s3Location: { bucket: 'b' } }] },
  ]
  for (const input of bad) expect(await refusalOf(create(input))).toEqual(invalid)
})
