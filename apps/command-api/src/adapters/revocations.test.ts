import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { answeringIot } from '../testing/answering-iot.ts'
import { refusingIot } from '../testing/refusing-iot.ts'
import { kegRevocations } from './revocations.ts'

/** DynamoDB, as it answers so, and what it was asked. */
function answeringDynamo(statusCode: number, body: object) {
  const asked: unknown[] = []
  const handle = async (request: { readonly body: string }) => {
    asked.push(JSON.parse(request.body))
    return { response: { statusCode, headers: {}, body: Readable.from([JSON.stringify(body)]) } }
  }
  const client = new DynamoDBClient({
    region: 'eu-central-1', endpoint: 'http://dynamodb.test', credentials: { accessKeyId: 'a', secretAccessKey: 's' }, maxAttempts: 1,
    // The SDK asks for no more of a handler than this.
    requestHandler: { handle } as never,
  })
  return { client, asked }
}

const CONDITION = { __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException' }
const THROTTLED = { __type: 'com.amazonaws.dynamodb.v20120810#ThrottlingException' }
const revocations = ({ dynamo = answeringDynamo(200, {}), iot = answeringIot(() => ({})), data = refusingIot(500, 'InternalFailureException') } = {}) =>
  kegRevocations({ serials: 'serials', group: 'kegs' }, { dynamo: dynamo.client, iot: iot.client, data })

it.each<[object, Record<string, object>]>([
  [{ atMs: 7 }, { ':blocked': { S: 'blocked' }, ':atMs': { N: '7' } }],
  [{ atMs: 7, reason: 'lost' }, { ':blocked': { S: 'blocked' }, ':atMs': { N: '7' }, ':reason': { S: 'lost' } }],
])('blocks a keg that is listed: %j', async (block, values) => {
  const dynamo = answeringDynamo(200, {})
  expect(await revocations({ dynamo }).block('k-1', { atMs: 7, ...block })).toBe(true)
  expect(dynamo.asked).toMatchObject([{
    TableName: 'serials', Key: { serial: { S: 'k-1' } }, ConditionExpression: 'attribute_exists(serial)', ExpressionAttributeValues: values,
  }])
})

it('tells a keg that is not listed from a list that is away', async () => {
  expect(await revocations({ dynamo: answeringDynamo(400, CONDITION) }).block('k-1', { atMs: 7 })).toBe(false)
  await expect(revocations({ dynamo: answeringDynamo(400, THROTTLED) }).block('k-1', { atMs: 7 })).rejects.toThrow()
})

it('knows a keg by its group, on whichever page that is', async () => {
  const iot = answeringIot(({ path, query: { nextToken } }) => ({
    body: nextToken === undefined
      ? { thingGroups: [{ groupName: 'all' }], nextToken: 'two' }
      : { thingGroups: [{ groupName: path.includes('k-1') ? 'kegs' : 'gateways' }] },
  }))
  expect([await revocations({ iot }).isKeg('k-1'), await revocations({ iot }).isKeg('gw-1')]).toEqual([true, false])
  const gone = answeringIot(() => ({ code: 'ResourceNotFoundException', status: 404 }))
  expect(await revocations({ iot: gone }).isKeg('k-1')).toBe(false)
})

it('lists every certificate, page by page, and nothing else that a thing goes by', async () => {
  const iot = answeringIot(({ query: { nextToken } }) => ({
    body: nextToken === undefined
      ? { principals: ['arn:aws:iot:x:1:cert/ab', 'x:AIDA'], nextToken: 'two' }
      : { principals: ['arn:aws:iot:x:1:cert/cd'] },
  }))
  expect(await revocations({ iot }).certificatesOf('k-1')).toEqual(['ab', 'cd'])
  const gone = answeringIot(() => ({ code: 'ResourceNotFoundException', status: 404 }))
  expect(await revocations({ iot: gone }).certificatesOf('k-1')).toBeUndefined()
})

it('revokes a certificate', async () => {
  const iot = answeringIot(() => ({}))
  await revocations({ iot }).revoke('ab'.repeat(32))
  expect(iot.asked).toMatchObject([{ method: 'PUT', path: `/certificates/${'ab'.repeat(32)}`, query: { newStatus: 'REVOKED' } }])
})

it('tells a keg that is not connected from a refusal', async () => {
  expect(await revocations({ data: refusingIot(404, 'ResourceNotFoundException') }).disconnect('k-1')).toBe(false)
  await expect(revocations({ data: refusingIot(403, 'ForbiddenException') }).disconnect('k-1')).rejects.toThrow()
})
