import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import mqtt from 'mqtt'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Broker } from '../broker-port.ts'
import { createBroker } from './create-broker.ts'
import { createWebSocketUpgrades } from './web-socket.ts'

let broker: Broker
let url: string
let close: () => Promise<void>

beforeEach(async () => {
  broker = createBroker()
  const { handleUpgrade, close: closeUpgrades } = createWebSocketUpgrades({ maxMessageBytes: 300_000 })
  const server = createServer().on('upgrade', (request, socket, head) => handleUpgrade(request, socket, head, (stream) =>
    broker.handle(stream, { transport: 'ws' })))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  // A server that listens on a port has this address.
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/mqtt`
  close = async () => {
    await broker.close()
    closeUpgrades()
    server.closeAllConnections()
    server.close()
  }
})
afterEach(() => close())

it.each([4, 5] as const)('carries MQTT %i of a client that is not ours, small and large', async (protocolVersion) => {
  const client = await mqtt.connectAsync(url, { protocolVersion, clientId: 'c-1' })
  await client.subscribeAsync('a/#', { qos: 1 })
  for (const size of [1, 200, 70_000, 250_000]) {
    const got = new Promise<[string, number]>((resolve) => client.once('message', (topic, payload) => resolve([topic, payload.length])))
    await client.publishAsync('a/b', Buffer.alloc(size, 'x'), { qos: 1 })
    expect(await got).toEqual(['a/b', size])
  }
  expect(broker.presence('c-1')).toMatchObject({ ended: undefined, info: { transport: 'ws' } })
  await client.endAsync()
})
it('lets a client close as WebSockets do, and closes so itself', async () => {
  const socket = new WebSocket(url, 'mqtt')
  await once(socket, 'open')
  expect(socket.protocol).toBe('mqtt')
  socket.send('text')
  expect((await once(socket, 'close'))[0]).toBe(1003)
  const other = new WebSocket(url, 'mqttv3.1')
  await once(other, 'open')
  other.ping('x')
  expect(String((await once(other, 'pong'))[0])).toBe('x')
  other.close(1000)
  expect((await once(other, 'close'))[0]).toBe(1000)
})
it('closes with 1000 when the broker does', async () => {
  const socket = new WebSocket(url, 'mqtt')
  await once(socket, 'open')
  const closed = once(socket, 'close')
  await broker.close()
  expect((await closed)[0]).toBe(1000)
})
