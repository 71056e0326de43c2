import { PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { connectClient } from '@keg/mqtt-broker/testing'
import type { Broker } from '@keg/mqtt-broker'
import { expect, it } from 'vitest'
import type { MeterReading } from '../src/index.ts'
import { useIot } from './start-iot.ts'

// What AWS bills, rule by rule: https://aws.amazon.com/iot-core/pricing/ and /pricing/additional-details/

const started = useIot({ permissive: true, quotas: 'off', actions: { sqs: () => Promise.resolve() } })
const role = 'arn:aws:iam::123456789012:role/rule'
const UNIT_BYTES = 5 * 1024
let clients = 0

const connect = async (packet: Parameters<typeof connectClient>[1] = {}) => {
  // A client in memory needs nothing of a broker but this.
  const broker = { handle: (stream: Parameters<Broker['handle']>[0]) => started.iot.handleConnection(stream) } as Broker
  return (await connectClient(broker, { clientId: `client-${++clients}`, ...packet })).client
}

/** What was billed for it: the kinds that are not 0. */
async function billed(work: () => Promise<unknown>): Promise<Partial<
  Record<keyof MeterReading['messagesBy'] | 'rulesTriggered' | 'actionsExecuted' | 'shadowOperations' | 'registryOperations', number>
>> {
  const flat = ({ messagesBy, rulesTriggered, actionsExecuted, shadowOperations, registryOperations }: MeterReading) =>
    ({ ...messagesBy, rulesTriggered, actionsExecuted, shadowOperations, registryOperations })
  const before: Readonly<Record<string, number>> = flat(started.iot.meter())
  await work()
  const after = flat(started.iot.meter())
  return Object.fromEntries(
    Object.entries(after).map(([kind, count]) => [kind, count - (before[kind] ?? 0)] as const).filter(([, count]) => count !== 0),
  )
}

const putRule = (ruleName: string, sql: string, actions: object[]) =>
  started.iot.call('CreateTopicRule', { ruleName, topicRulePayload: { sql, awsIotSqlVersion: '2016-03-23', actions } })
const queue = (name: string) => ({ sqs: { roleArn: role, queueUrl: `https://sqs.us-east-1.amazonaws.com/123456789012/${name}` } })

it('a message in steps of 5 KB of topic and payload, on the way in and out alike, without MQTT\'s own bytes', async () => {
  const client = await connect()
  await client.subscribe('steps', 0)
  for (const [extra, units] of [[0, 1], [1, 2]] as const) {
    const payload = 'x'.repeat(UNIT_BYTES - 'steps'.length + extra)
    expect(await billed(async () => {
      client.publish('steps', payload)
      await client.next('publish')
      await client.settled()
    })).toEqual({ in: units, out: units })
  }
})

it('a PUBACK from a device, none to it; pings and goodbyes are free', async () => {
  const client = await connect()
  await client.subscribe('acks')
  expect(await billed(async () => {
    client.publish('acks', 'x', { qos: 1, messageId: 9 })
    await client.next('puback')
    const { messageId = 0 } = await client.next('publish')
    client.send({ cmd: 'puback', messageId })
    await client.settled()
    client.send({ cmd: 'unsubscribe', messageId: 10, unsubscriptions: ['acks'] })
    await client.next('unsuback')
    client.send({ cmd: 'disconnect' })
    await client.closed
  })).toEqual({ in: 1, out: 1, puback: 1 })
})

it('a CONNECT with its Will, and a SUBSCRIBE by its filters', async () => {
  const will = { topic: 'gone', payload: Buffer.alloc(UNIT_BYTES), qos: 0 as const, retain: false }
  expect(await billed(() => connect({ will }))).toEqual({ connect: 2 })
  const client = await connect()
  expect(await billed(() => client.subscribe('a'))).toEqual({ subscribe: 1 })
})

it('the properties of MQTT 5, those of a PUBACK too', async () => {
  const client = await connect({ version: 5 })
  await client.subscribe('props')
  const userProperties = { note: 'x'.repeat(UNIT_BYTES) }
  expect(await billed(async () => {
    client.publish('props', 'x', { qos: 1, messageId: 1, properties: { userProperties } })
    const { messageId = 0 } = await client.next('publish')
    client.send({ cmd: 'puback', messageId, reasonCode: 0, properties: { userProperties } })
    await client.settled()
  })).toEqual({ in: 2, out: 2, puback: 2 })
})

it('a retained message twice', async () => {
  const client = await connect()
  expect(await billed(async () => {
    client.publish('kept', 'x', { retain: true })
    await client.settled()
  })).toEqual({ in: 1, retained: 1 })
})

it('a message for a client that is away when it is kept, and again when it goes out', async () => {
  const away = await connect({ clean: false, clientId: 'sleeper' })
  await away.subscribe('dreams')
  away.send({ cmd: 'disconnect' })
  await away.closed
  expect(await billed(() => started.iot.publish('dreams', 'x', { qos: 1 }))).toEqual({ in: 1, stored: 1 })
  expect(await billed(async () => (await connect({ clean: false, clientId: 'sleeper' })).next('publish'))).toEqual({ connect: 1, out: 1 })
})

it('rules that a message was given to, and each of their actions, in steps of 5 KB', async () => {
  await putRule('two', "SELECT * FROM 'orders'", [queue('a'), queue('b')])
  await putRule('none', "SELECT * FROM 'orders' WHERE never = 1", [queue('a')])
  expect(await billed(() => started.iot.publish('orders', JSON.stringify({ note: 'x'.repeat(UNIT_BYTES) })))).toEqual({
    in: 2, rulesTriggered: 4, actionsExecuted: 4,
  })
})

it('Basic Ingest by its rule and actions, not as a message', async () => {
  await putRule('ingest', 'SELECT *', [queue('a')])
  expect(await billed(() => started.iot.publish('$aws/rules/ingest/keg/k-1', '{"volumeMl":300}')))
    .toEqual({ rulesTriggered: 1, actionsExecuted: 1 })
})

it('what a rule republishes as one action and one message', async () => {
  await putRule('again', "SELECT * FROM 'first'", [{ republish: { roleArn: role, topic: 'second', qos: 1 } }])
  expect(await billed(() => started.iot.publish('first', '{}'))).toEqual({ in: 2, rulesTriggered: 1, actionsExecuted: 1 })
})

it('a shadow in steps of 1 KB and by its operation alone, over MQTT', async () => {
  const client = await connect()
  expect(await billed(async () => {
    client.publish('$aws/things/k-1/shadow/update', JSON.stringify({ state: { reported: { note: 'x'.repeat(1_024) } } }))
    await client.settled()
  })).toEqual({ shadowOperations: 2 })
})

it('what a rule looks up, as the operation that it is', async () => {
  await started.iot.call('CreateThing', { thingName: 'k-1' })
  await putRule(
    'lookup',
    `SELECT get_registry_data('DescribeThing', 'k-1', '${role}') AS thing, get_thing_shadow('k-1', '${role}') AS shadow FROM 'asks'`,
    [queue('a')],
  )
  expect(await billed(() => started.iot.publish('asks', '{}'))).toMatchObject({
    in: 1, rulesTriggered: 1, registryOperations: 1, shadowOperations: expect.any(Number),
  })
})

it.each<[Parameters<typeof started.iot.call>[0], object, number]>([
  ['CreateThing', { thingName: 'k-2', attributePayload: { attributes: { note: 'x'.repeat(800), more: 'x'.repeat(100) } } }, 1],
  ['DescribeThing', { thingName: 'k-2' }, 2],
  ['ListThings', {}, 2],
  ['DeleteThing', { thingName: 'k-2' }, 0],
  ['ListPolicies', {}, 0],
  ['CreateKeysAndCertificate', {}, 0],
])('%s as so many registry operations', async (operation, input, operations) => {
  expect((await billed(() => started.iot.call(operation, input as never))).registryOperations ?? 0).toBe(operations)
})

it('over HTTPS the request and the body of the answer', async () => {
  expect(await billed(() => started.data.send(new PublishCommand({ topic: 'posted', payload: Buffer.from('x') }))))
    .toEqual({ in: 1, answer: 1 })
})

it('all of which add up to the messages of the bill', () => {
  const { messages, messagesBy, seconds } = started.iot.meter()
  expect(messages).toBe(Object.values(messagesBy).reduce((sum, count) => sum + count, 0))
  expect(started.iot.usage().messages).toBe(messages)
  expect(seconds).toBeGreaterThan(0)
})
