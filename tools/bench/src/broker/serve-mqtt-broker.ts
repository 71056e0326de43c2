import { createServer as createHttpServer } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { createBroker } from '@keg/mqtt-broker'
import { createWebSocketUpgrades } from '@keg/mqtt-broker/web-socket'
import { serve, type Transport } from './server-under-test.ts'
import { selfSigned } from './self-signed.ts'

/** `@keg/mqtt-broker` by itself, without policies or rules; with TLS it asks for the client's certificate, as AWS IoT does. */
const transport = process.argv[2] as Transport
const broker = createBroker()
const tls = transport === 'tls' ? await selfSigned() : undefined

function createServer(): Server {
  if (transport === 'tcp') return createTcpServer({ noDelay: true }, (socket) => broker.handle(socket))
  if (tls !== undefined)
    return createTlsServer({ ...tls, requestCert: true, rejectUnauthorized: false }, (socket) => broker.handle(socket.setNoDelay(true)))
  const { handleUpgrade } = createWebSocketUpgrades()
  return createHttpServer().on('upgrade', (request, socket, head) => handleUpgrade(request, socket, head, (stream) =>
    broker.handle(stream, { transport: 'ws' })))
}

const server = createServer()
server.listen(0, '127.0.0.1', () => {
  // A server that listens on a port has this address.
  const { port } = server.address() as AddressInfo
  serve({ transport, port, tls: tls && { ca: tls.cert } })
})
