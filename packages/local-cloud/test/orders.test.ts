import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import {
  DescribeExecutionCommand, DescribeStateMachineCommand, ListExecutionsCommand, SFNClient, StartExecutionCommand, StartSyncExecutionCommand,
} from '@aws-sdk/client-sfn'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ordersStack } from './apps/orders/orders-stack.ts'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let server: Server
let issuer: string
let key: CryptoKey

/** An issuer of tokens, as OpenID Connect has them. */
async function startIssuer(): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  key = privateKey
  const keys = { keys: [{ ...await exportJWK(publicKey), kid: 'k-1', alg: 'RS256', use: 'sig' }] }
  server = createServer(({ url }, response) =>
    response.end(JSON.stringify(url === '/keys' ? keys : { issuer, jwks_uri: `${issuer}/keys` }))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

beforeAll(async () => {
  await startIssuer()
  running = await run(ordersStack(issuer), { iam: 'enforce' })
}, 60_000)
afterAll(async () => {
  await running[Symbol.asyncDispose]()
  server.close()
})

const token = (claims: Record<string, unknown> = {}, expires = '1h') =>
  new SignJWT({ scope: 'orders:write', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k-1' })
    .setIssuer(issuer)
    .setAudience(String(claims['aud'] ?? 'shop'))
    .setSubject('u-1')
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key)
const order = async (orderId: string, lines: unknown, bearer?: string) => fetch(`${running.outputs['ApiUrl']}/orders/${orderId}`, {
  method: 'PUT', body: JSON.stringify(lines),
  headers: { 'content-type': 'application/json', ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) },
})
const sfn = () => new SFNClient({ ...running.client, disableHostPrefix: true })
async function placed(orderId: string, lines: unknown) {
  const response = await order(orderId, lines, await token())
  expect(response.status).toBe(202)
  const { executionArn } = await response.json() as { executionArn: string }
  return eventually(async () => {
    const execution = await sfn().send(new DescribeExecutionCommand({ executionArn }))
    return execution.status !== 'RUNNING' && execution
  })
}

it('takes an order from a signed-in buyer through the state machine to table, queue and topic', { timeout: 40_000 }, async () => {
  const execution = await placed('o-1', [{ sku: 'mug', count: 2 }, { sku: 'flaky', count: 1 }])
  expect(execution).toMatchObject({ status: 'SUCCEEDED', name: 'o-1', stateMachineArn: running.outputs['MachineArn'] })
  expect(JSON.parse(execution.output ?? '')).toEqual([{ sku: 'mug', cents: 500 }, { sku: 'flaky', cents: 250 }])
  const { Item } = await new DynamoDBClient(running.client)
    .send(new GetItemCommand({ TableName: running.outputs['Table'], Key: { orderId: { S: 'o-1' } } }))
  expect(Item).toEqual({ orderId: { S: 'o-1' }, buyer: { S: 'user u-1' }, lines: { N: '2' } })
  const sqs = new SQSClient(running.client)
  const body = async (output: string) =>
    (await sqs.send(new ReceiveMessageCommand({ QueueUrl: running.outputs[output], WaitTimeSeconds: 5 }))).Messages?.[0]?.Body
  expect(JSON.parse(await body('PackingUrl') ?? '')).toEqual({
    orderId: 'o-1', priced: [{ sku: 'mug', cents: 500 }, { sku: 'flaky', cents: 250 }],
  })
  expect(await body('OfficeUrl')).toBe('o-1')
  expect(running.log.filter(({ source, level }) => source === 'iam' && level !== 'info')).toEqual([])
})

it('takes stock by its schedule', async () => {
  const { Messages } = await new SQSClient(running.client)
    .send(new ReceiveMessageCommand({ QueueUrl: running.outputs['StockUrl'], WaitTimeSeconds: 10 }))
  expect(Messages?.map(({ Body }) => Body)).toEqual(['count the mugs'])
})

it('says why an order failed', async () => {
  expect(await placed('o-2', [])).toMatchObject({ status: 'FAILED', error: 'EmptyOrder', cause: 'there is nothing in it' })
  expect(await placed('o-3', [{ sku: 'unknown', count: 1 }])).toMatchObject({
    status: 'FAILED', error: 'NoSuchSku', cause: expect.stringContaining('no such thing'),
  })
  expect(running.log.some(({ source, message }) => source === 'states' && message.includes('EmptyOrder'))).toBe(true)
})

it('turns away whoever is not let in', async () => {
  const { privateKey } = await generateKeyPair('RS256')
  const forged = await new SignJWT({ scope: 'orders:write' })
    .setProtectedHeader({ alg: 'RS256', kid: 'k-1' })
    .setIssuer(issuer)
    .setAudience('shop')
    .setExpirationTime('1h')
    .sign(privateKey)
  const statuses = await Promise.all(
    [undefined, 'nonsense', forged, await token({ aud: 'bank' }), await token({}, '-1h'), await token({ scope: 'orders:read' })]
      .map(async (bearer) => (await order('o-4', [], bearer)).status),
  )
  expect(statuses).toEqual([401, 401, 401, 401, 401, 403])
})

it('answers the SDK client', async () => {
  const stateMachineArn = running.outputs['MachineArn']
  const client = sfn()
  const input = JSON.stringify({ orderId: 'o-5', buyer: 'u-2', lines: [] })
  expect((await client.send(new DescribeStateMachineCommand({ stateMachineArn }))).definition).toContain('"PriceAll"')
  const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, input, name: 'o-5' }))
  expect(executionArn).toBe(`${stateMachineArn?.replace(':stateMachine:', ':execution:')}:o-5`)
  await eventually(async () => (await client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'FAILED' }))).executions
    ?.some(({ name }) => name === 'o-5'))
  await expect(client.send(new StartExecutionCommand({ stateMachineArn, input, name: 'o-5' })))
    .rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
  await expect(client.send(new StartExecutionCommand({ stateMachineArn, input: 'no JSON' })))
    .rejects.toMatchObject({ name: 'InvalidExecutionInput' })
  await expect(client.send(new StartSyncExecutionCommand({ stateMachineArn })))
    .rejects.toMatchObject({ name: 'StateMachineTypeNotSupported' })
  await expect(client.send(new DescribeExecutionCommand({ executionArn: `${executionArn}x` })))
    .rejects.toMatchObject({ name: 'ExecutionDoesNotExist' })
})
