import { ASKS_CERTIFICATE, certificateFingerprint, type Broker } from '@keg/mqtt-broker'
import { readFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer, type TLSSocket } from 'node:tls'
import type { SiteConfig } from '../config/config.ts'
import { WaitingRoom, type WaitingLimits } from '../listener/waiting-room.ts'
import type { Log } from '../log/site-log.ts'

/** Where kegs connect. */
export interface KegListener {
  readonly port: number
  /** Connections that nobody has let in yet. */
  readonly waiting: number
  /** Takes no further connection; those that are open are the broker's. */
  close(): Promise<void>
}

/** How long TLS may take; the broker gives CONNECT a time of its own. */
const HANDSHAKE_MS = 10_000
/** Far below the 1,024 files that a process may have open on many machines. Behind one address may be a router with many kegs. */
const WAITING: WaitingLimits = { total: 256, perAddress: 64 }

/**
 * MQTT over mutual TLS. Who is let in is decided by the certificate's fingerprint, whoever signed it: TLS proves that the peer holds its
 * key. No more connections than `limits` says wait until the broker lets them in.
 */
export async function listenForKegs(
  { host, port, certificateFile, privateKeyFile }: SiteConfig['listen'], broker: Broker, log: Log, limits = WAITING,
): Promise<KegListener> {
  const room = new WaitingRoom<Socket>(limits, (socket) => socket.destroy())
  const letIn = new Map<string, () => void>()
  const tls = createTlsServer({
    cert: readFileSync(certificateFile), key: readFileSync(privateKeyFile), ...ASKS_CERTIFICATE, handshakeTimeout: HANDSHAKE_MS,
  }, (socket) => {
    socket.on('error', () => socket.destroy()).setNoDelay(true)
    const info = {
      transport: 'mqtts', sourceIp: socket.remoteAddress, sourcePort: socket.remotePort, certificateId: certificateFingerprint(socket),
    } as const
    broker.handle(socket, info, letIn.get(peerOf(socket)))
  })
  tls.on('tlsClientError', (error, socket) => {
    log(`a connection from ${socket.remoteAddress ?? 'somewhere'} came to no TLS: ${error.message}`, 'no TLS')
    socket.destroy()
  })
  let isTold = false
  const server = createServer((socket) => {
    const { remoteAddress } = socket
    // It has gone already.
    if (remoteAddress === undefined) return void socket.destroy()
    const peer = peerOf(socket)
    const leaves = () => {
      letIn.delete(peer)
      room.leave(remoteAddress, socket)
      if (room.size === 0) isTold = false
    }
    socket.on('error', () => socket.destroy()).once('close', leaves)
    const fits = room.enter(remoteAddress, socket)
    // Once, and not for each of a flood.
    if (!fits && !isTold) log(`too many connections wait to be let in, the last from ${remoteAddress}; some are closed`)
    isTold ||= !fits
    if (socket.destroyed) return
    letIn.set(peer, leaves)
    tls.emit('connection', socket)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    get waiting() {
      return room.size
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The same for a socket and for TLS over it. */
const peerOf = ({ remoteAddress, remotePort }: Socket | TLSSocket) => `${remoteAddress} ${remotePort}`
