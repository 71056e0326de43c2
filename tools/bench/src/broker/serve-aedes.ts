import { createServer as createHttpServer } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { Aedes } from 'aedes'
import { createWebSocketStream, WebSocketServer } from 'ws'
import { serve, type Transport } from './server-under-test.ts'
import { selfSigned } from './self-signed.ts'

/** The reference: aedes as it is, without policies or rules; with TLS it asks for the client's certificate, as AWS IoT does. */
const transport = process.argv[2] as Transport
const broker = await Aedes.createBroker({ concurrency: 100 })
const tls = transport === 'tls' ? await selfSigned() : undefined

function createServer(): Server {
  if (transport === 'tcp') return createTcpServer({ noDelay: true }, (socket) => void broker.handle(socket))
  if (tls !== undefined) {
    return createTlsServer({ ...tls, requestCert: true, rejectUnauthorized: false }, (socket) =>
      void broker.handle(socket.setNoDelay(true)))
  }
  const server = createHttpServer()
  new WebSocketServer({ server, handleProtocols: () => 'mqtt' }).on('connection', (socket) =>
    void broker.handle(createWebSocketStream(socket)))
  return server
}

const server = createServer()
server.listen(0, '127.0.0.1', () => {
  // A server that listens on a port has this address.
  const { port } = server.address() as AddressInfo
  serve({ transport, port, tls: tls && { ca: tls.cert } })
})
