import { ASKS_CERTIFICATE, certificateFingerprint, type Broker } from '@keg/mqtt-broker'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:tls'
import type { SiteConfig } from '../config.ts'
import type { Log } from '../log/site-log.ts'

/** Where kegs connect. */
export interface KegListener {
  readonly port: number
  /** Takes no further connection; those that are open are the broker's. */
  close(): Promise<void>
}

const HANDSHAKE_MS = 10_000

/** MQTT over mutual TLS. Who is let in is decided by the certificate's fingerprint, whoever signed it: TLS proves that the peer holds its key. */
export async function listenForKegs({ host, port, certificateFile, privateKeyFile }: SiteConfig['listen'], broker: Broker, log: Log): Promise<KegListener> {
  const server = createServer(
    {
      cert: readFileSync(certificateFile), key: readFileSync(privateKeyFile), ...ASKS_CERTIFICATE, handshakeTimeout: HANDSHAKE_MS,
    },
    (socket) => {
      socket.on('error', () => socket.destroy()).setNoDelay(true)
      broker.handle(socket, { transport: 'mqtts', sourceIp: socket.remoteAddress, sourcePort: socket.remotePort, certificateId: certificateFingerprint(socket) })
    },
  )
  server.on('tlsClientError', (error, socket) => {
    log(`a connection from ${socket.remoteAddress ?? 'somewhere'} came to no TLS: ${error.message}`, 'no TLS')
    socket.destroy()
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
