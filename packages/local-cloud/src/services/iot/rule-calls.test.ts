import { ServiceException } from '@keg/aws-service'
import type { AwsCall } from '@keg/local-iot'
import { beforeAll, describe, expect, it } from 'vitest'
import { testContext } from '../../ground/testing.ts'
import { loadService } from '../index.ts'
import { kinesis } from '../kinesis/name.ts'
import { ruleCalls } from './rule-calls.ts'

const { started: { ground } } = testContext({ load: loadService })
const call = ruleCalls(ground)
const put = (input: AwsCall['input']) => call({ service: 'kinesis', operation: 'PutRecord', input }, {})

describe('of Kinesis', () => {
  beforeAll(async () => void (await ground.start(kinesis)).create('telemetry', { shardCount: 1 }))

  it('put what a rule sends into the stream, whatever the bytes are', async () => {
    // A part of a larger buffer, as payloads are.
    await put({ StreamName: 'telemetry', PartitionKey: 'k-1', Data: new Uint8Array([9, 0xff, 0, 0x7b, 9]).subarray(1, 4) })
    const [shard] = (await ground.start(kinesis)).stream('telemetry').shards
    const records = shard?.shard.read(0, 10).map(({ record }) => record)
    expect(records).toEqual([{ partitionKey: 'k-1', data: Buffer.from([0xff, 0, 0x7b]).toString('base64') }])
  })

  it.each([
    ['a stream that is not there', { StreamName: 'other', PartitionKey: 'k-1', Data: new Uint8Array() }, 'ResourceNotFoundException'],
    ['a key that Kinesis refuses', { StreamName: 'telemetry', PartitionKey: '', Data: new Uint8Array() }, 'ValidationException'],
    ['what breaks its model', { StreamName: 'telemetry', PartitionKey: 'k-1' }, 'ValidationException'],
  ])('refuse %s as the service does', async (_, input, name) => {
    await expect(put(input)).rejects.toMatchObject({ name, statusCode: 400 })
  })
})

/** The request that a call makes, with what an answer of this text is taken for. */
async function asked(one: AwsCall, answer = new Response('{}')) {
  const requests: Request[] = []
  const callThere = ruleCalls({ region: 'eu-west-1', ask: async (request) => (requests.push(request), answer) })
  const said = await callThere(one, {}).catch((error: unknown) => error)
  return { said, request: requests[0] }
}

const bytes = new Uint8Array(Buffer.from('{}'))
const object = (input: object, operation = 'PutObject'): AwsCall =>
  ({ service: 's3', operation, input: { Bucket: 'cold', Key: 'k', Body: bytes, ...input } })

it.each([
  ['a b/ä+1?#.json', '/cold/a%20b/%C3%A4%2B1%3F%23.json'],
  ['/k', '/cold//k'],
])('an object’s key %s is the path %s', async (Key, path) => {
  const { request } = await asked(object({ Key, ACL: 'private' }))
  expect([request?.method, new URL(request?.url ?? '').pathname, request?.headers.get('x-amz-acl')]).toEqual(['PUT', path, 'private'])
})

it.each([{ Key: '' }, { Bucket: '' }, { Key: '../other/k' }, { Key: 'a/./k' }])('an object named %j is put nowhere else', async (input) => {
  expect(await asked(object(input))).toEqual({ said: expect.objectContaining({ name: 'InvalidURI', statusCode: 400 }), request: undefined })
})

it('an object is read by range and version, its bytes as they are', async () => {
  const input = { Bucket: 'cold', Key: 'a b', Range: 'bytes=0-1', VersionId: 'v/1' }
  const raw = new Uint8Array([0xff, 0x00])
  const answer = new Response(raw, { status: 206, headers: { 'content-range': 'bytes 0-1/9', 'content-length': '2' } })
  const { said, request } = await asked({ service: 's3', operation: 'GetObject', input }, answer)
  expect([request?.method, request?.url, request?.headers.get('range')]).toEqual([
    'GET', 'http://s3.local/cold/a%20b?versionId=v%2F1', 'bytes=0-1',
  ])
  expect(said).toEqual({ ContentLength: 2, ContentRange: 'bytes 0-1/9', Body: raw })
})

it('the size of an object is asked for without its bytes', async () => {
  const { said, request } = await asked(
    object({ Body: undefined }, 'HeadObject'), new Response(null, { headers: { 'content-length': '9' } }),
  )
  expect([request?.method, said]).toEqual(['HEAD', { ContentLength: 9 }])
})

it('another operation of S3 is none', async () => {
  expect(await asked(object({}, 'DeleteObject'))).toEqual({ said: expect.any(TypeError), request: undefined })
})

it('times are seconds and bytes base64, wherever they are', async () => {
  const input = { Times: [{ At: new Date(1500) }], Bytes: { B: bytes }, Absent: undefined, Flag: false }
  const { request } = await asked({ service: 'cloudwatch', operation: 'PutMetricData', input })
  expect(await request?.json()).toEqual({ Times: [{ At: 1.5 }], Bytes: { B: 'e30=' }, Flag: false })
})

it.each<[AwsCall['service'], string, name: string, message: string]>([
  ['sqs', '{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"no"}', 'QueueDoesNotExist', 'no'],
  ['sns', '<Error><Code>NotFound</Code><Message>a &lt; &amp;lt;</Message></Error>', 'NotFoundException', 'a < &lt;'],
  ['s3', '<Error><Code>NoSuchBucket</Code></Error>', 'NoSuchBucket', 'NoSuchBucket'],
  ['s3', 'gateway time-out', 'UnknownError', 'UnknownError'],
])('an error of %s that says %s is named as the SDK names it', async (service, text, name, message) => {
  const { said } = await asked({ ...object({}), service }, new Response(text, { status: 400 }))
  expect(said).toBeInstanceOf(ServiceException)
  expect(said).toMatchObject({ name, message, statusCode: 400 })
})
