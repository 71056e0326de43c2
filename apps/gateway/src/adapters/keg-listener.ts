import type { Broker } from '@keg/mqtt-broker'
import { readFileSync } from 'node:fs'
import { createServer, type PeerCertificate, type TLSSocket } from 'node:tls'
import type { GatewayConfig } from '../config.ts'

/** Where kegs connect. */
export interface KegListener {
  readonly port: number
  /** Takes no further connection; those that are open are the broker's. */
  close(): Promise<void>
}

const HANDSHAKE_MS = 10_000

/** MQTT over mutual TLS. Who is let in is decided by the certificate's fingerprint, whoever signed it: TLS proves that the peer holds its key. */
export async function listenForKegs({ host, port, certificateFile, privateKeyFile }: GatewayConfig['listen'], broker: Broker, log: (line: string) => void): Promise<KegListener> {
  const server = createServer(
    {
      cert: readFileSync(certificateFile), key: readFileSync(privateKeyFile), minVersion: 'TLSv1.2', handshakeTimeout: HANDSHAKE_MS,
      // Without a CA nothing is verified: with one, Node.js 24.21 loses 4 KB of native memory with each connection.
      ca: [], requestCert: true, rejectUnauthorized: false,
    },
    (socket) => {
      socket.on('error', () => socket.destroy()).setNoDelay(true)
      broker.handle(socket, { transport: 'mqtts', sourceIp: socket.remoteAddress, sourcePort: socket.remotePort, certificateId: fingerprintOf(socket) })
    },
  )
  server.on('tlsClientError', (error, socket) => {
    log(`a connection from ${socket.remoteAddress ?? 'somewhere'} came to no TLS: ${error.message}`)
    socket.destroy()
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** SHA-256 of the client's certificate in hex; `undefined` where it sent none. */
function fingerprintOf(socket: TLSSocket): string | undefined {
  // Typed as always there: it is empty without a certificate, and null once the socket is gone.
  const certificate = socket.getPeerCertificate() as Partial<PeerCertificate> | null
  return certificate?.fingerprint256?.replaceAll(':', '').toLowerCase()
}
