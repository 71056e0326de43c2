import { connectClient } from '@keg/mqtt-broker/testing'
import { describe, expect, it } from 'vitest'
import { openIotBroker } from '../testing/open-iot-broker.ts'
import { billUsd } from './bill.ts'
import { UsageMeter } from './usage-meter.ts'

describe('UsageMeter', () => {
  // Units as the pricing page counts them: each begun 5 KB of a message, each begun 1 KB of a document.
  it.each([
    [0, 1, 1],
    [1, 1, 1],
    [1024, 1, 1],
    [1025, 1, 2],
    [5 * 1024, 1, 5],
    [5 * 1024 + 1, 2, 6],
    [128 * 1024, 26, 128],
  ])('of %d bytes: %d message units, %d document units', (bytes, messages, documents) => {
    const meter = new UsageMeter(() => 0)
    meter.message(bytes, undefined, 'in')
    meter.rulesTriggered(3, bytes)
    meter.actionExecuted(bytes)
    meter.shadowOperation(bytes)
    meter.registryOperation(bytes)
    expect(meter.usage()).toEqual({
      connectionMinutes: 0,
      messages,
      rulesTriggered: 3 * messages,
      actionsExecuted: messages,
      shadowOperations: documents,
      registryOperations: documents,
    })
  })

  it('counts the minutes of each connection, open ones up to now', () => {
    let nowMs = 0
    const meter = new UsageMeter(() => nowMs)
    meter.connected('c-1')
    meter.connected('c-2')
    nowMs = 60_000
    meter.disconnected('c-1')
    nowMs = 90_000
    meter.disconnected('c-9')
    expect(meter.usage().connectionMinutes).toBe(2.5)
  })
})

it('meters a walk through the broker: CONNECT, SUBSCRIBE, in, out and PUBACK; not what is free', async () => {
  let nowMs = () => 0
  const meter = new UsageMeter(() => nowMs())
  const { broker, clock } = openIotBroker({ meter })
  nowMs = () => clock.nowMs()
  const { client } = await connectClient(broker)
  await client.subscribe('keg/#')
  client.publish('keg/k-1/pours', 'beer', { qos: 1, messageId: 7 })
  const { messageId } = await client.next('publish')
  client.send({ cmd: 'puback', messageId: messageId ?? 0 })
  await client.settled()
  expect(meter.usage().messages).toBe(5)
  client.publish('keg/k-1/state', 'x'.repeat(6_000), { retain: true })
  client.publish('$aws/things/k-1/shadow/get', '')
  client.publish('$aws/rules/pours/keg/k-1', 'beer')
  await client.next('publish')
  await client.settled()
  // Retained: in twice, out once, each of two units. The shadow bills itself, Basic Ingest its rule alone.
  expect(meter.usage().messages).toBe(5 + 3 * 2)
  clock.advance(60_000)
  expect(meter.usage().connectionMinutes).toBe(1)
})

it('bills by the million', () => {
  const none = { connectionMinutes: 0, messages: 0, rulesTriggered: 0, actionsExecuted: 0, shadowOperations: 0, registryOperations: 0 }
  expect(billUsd(none)).toBe(0)
  expect(billUsd({ ...none, messages: 2_000_000, connectionMinutes: 1_000_000 })).toBeCloseTo(2.08)
})
