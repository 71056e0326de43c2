 
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { createBroker } from '@keg/mqtt-broker'
import { createWebSocketUpgrades } from '@keg/mqtt-broker/web-socket'
import mqtt from 'mqtt'

// A message from a client over WebSocket to one over TCP.
const broker = createBroker()
const { handleUpgrade } = createWebSocketUpgrades()
const tcp = createServer((socket) => broker.handle(socket)).listen(0, '127.0.0.1')
const http = createHttpServer()
  .on('upgrade', (request, socket, head) => handleUpgrade(request, socket, head, (stream) => broker.handle(stream, { transport: 'ws' })))
  .listen(0, '127.0.0.1')
await Promise.all([once(tcp, 'listening'), once(http, 'listening')])
const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port

const reader = await mqtt.connectAsync(`mqtt://127.0.0.1:${portOf(tcp)}`)
await reader.subscribeAsync('kegs/#')
reader.on('message', (topic, payload) => {
  console.log(topic, String(payload))
  process.exit()
})
const writer = await mqtt.connectAsync(`ws://127.0.0.1:${portOf(http)}`, { protocolVersion: 5 })
await writer.publishAsync('kegs/k-1/pours', '300', { qos: 1 })
