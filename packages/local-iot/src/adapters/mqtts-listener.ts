import { ASKS_CERTIFICATE, certificateFingerprint, type ConnectionInfo } from '@keg/mqtt-broker'
import type { Socket } from 'node:net'
import { createServer, type Server } from 'node:tls'

export interface MqttsListenerOptions {
  readonly key: string
  readonly cert: string
  /** Why a client with this certificate, or with none, may not connect; `undefined` where it may. */
  readonly refusal: (certificateId: string | undefined) => string | undefined
  /** Whether the CONNECT of a client that is refused is waited for all the same: it registers its certificate, DER. Absent = of none. */
  readonly awaits?: (certificate: Uint8Array) => boolean
  readonly onConnection: (socket: Socket, info: ConnectionInfo) => void
  readonly onRefused: (reason: string, sourceIp: string | undefined) => void
  /** How long a peer may take for its TLS handshake; absent = 10 s. */
  readonly handshakeMs?: number
}

export const HANDSHAKE_MS = 10_000

/**
 * MQTT over TLS. With the ALPN protocol `mqtt` a custom authorizer decides; else it is mutual TLS, where a connection without a registered,
 * active certificate is closed before its first MQTT byte is read.
 */
export function createMqttsListener(
  { key, cert, refusal, awaits = () => false, onConnection, onRefused, handshakeMs = HANDSHAKE_MS }: MqttsListenerOptions,
): Server {
  const server = createServer(
    { key, cert, ...ASKS_CERTIFICATE, handshakeTimeout: handshakeMs, ALPNProtocols: ['x-amzn-mqtt-ca', 'mqtt'] },
    (socket) => {
      socket.on('error', () => socket.destroy())
      const ends = { ...endsOf(socket), ...(typeof socket.servername === 'string' ? { serverName: socket.servername } : {}) }
      // With this protocol it is a custom authorizer that decides, by the CONNECT: protocols.html#protocol-port-mapping
      if (socket.alpnProtocol === 'mqtt') {
        socket.setNoDelay(true)
        onConnection(socket, { transport: 'mqtts', ...ends })
        return
      }
      const certificateId = certificateFingerprint(socket)
      const reason = refusal(certificateId)
      const certificate = reason === undefined || certificateId === undefined ? undefined : new Uint8Array(socket.getPeerCertificate().raw)
      if (reason === undefined || (certificate !== undefined && awaits(certificate))) {
        socket.setNoDelay(true)
        onConnection(socket, { transport: 'mqtts', ...ends, certificateId, certificate })
        return
      }
      socket.destroy()
      onRefused(reason, ends.sourceIp)
    },
  )
  return onHandshakeFailure(server, onRefused)
}

/** Closes connections that come to no TLS, and tells of them. */
export function onHandshakeFailure(server: Server, onRefused: MqttsListenerOptions['onRefused']): Server {
  return server.on('tlsClientError', (error, socket) => {
    onRefused(`the TLS handshake failed: ${error.message}`, addressOf(socket.remoteAddress))
    // Node leaves it to the server to close: a peer that says nothing would keep its connection for ever.
    socket.destroy()
  })
}

/** Addresses and ports of both ends. */
export const endsOf = ({ remoteAddress, remotePort, localAddress, localPort }: Socket) => ({
  sourceIp: addressOf(remoteAddress), sourcePort: remotePort, targetIp: addressOf(localAddress), targetPort: localPort,
})

/** An address as policies compare it: without the IPv6 wrapping of an IPv4 one. */
export const addressOf = (address: string | undefined) => address?.replace(/^::ffff:/, '')
