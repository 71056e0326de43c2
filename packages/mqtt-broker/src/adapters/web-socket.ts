import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { WebSocketStream } from './web-socket-stream.ts'

export interface WebSocketOptions {
  /** The largest message of a client, however many frames it is in; absent = 1 MiB. */
  readonly maxMessageBytes?: number
  /** The sub-protocols that are taken, the first that a client offers of them; absent = `mqtt` and `mqttv3.1`. */
  readonly protocols?: readonly string[]
}

/** Makes streams of upgrade requests; for {@link Broker.handle}. */
export interface WebSocketUpgrades {
  /**
   * Answers an upgrade request of any HTTP server, and hands on the stream of its binary frames; what is no WebSocket gets an HTTP error.
   */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, onStream: (stream: Duplex) => void): void
  /** Takes no further upgrade. */
  close(): void
}

/** A WebSocket of `ws` that leaves its socket to a stream of ours: what `ws` does for each frame costs more than the broker's own work. */
class UpgradedSocket extends WebSocket {
  stream: WebSocketStream | undefined

  /** Called by `ws` in place of its own when the handshake is done. */
  setSocket(
    socket: Duplex & { setTimeout?(ms: number): void; setNoDelay?(): void }, head: Buffer, { maxPayload }: { readonly maxPayload: number },
  ): void {
    // An HTTP server lets silent sockets time out.
    socket.setTimeout?.(0)
    socket.setNoDelay?.()
    this.stream = new WebSocketStream(socket, head, maxPayload)
  }
}

/**
 * MQTT over WebSocket: the handshake is the library's `ws`, which has to be installed beside, frames are read and written here.
 *
 * @example
 * import { createServer } from 'node:http'
 * import { createBroker } from '@keg/mqtt-broker'
 *
 * const [broker, webSockets] = [createBroker(), createWebSocketUpgrades()]
 * createServer().on('upgrade', (request, socket, head) =>
 *   webSockets.handleUpgrade(request, socket, head, (stream) => broker.handle(stream, { transport: 'ws' })))
 */
export function createWebSocketUpgrades(
  { maxMessageBytes = 1024 * 1024, protocols = ['mqtt', 'mqttv3.1'] }: WebSocketOptions = {},
): WebSocketUpgrades {
  const server = new WebSocketServer({
    noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload: maxMessageBytes, WebSocket: UpgradedSocket,
    handleProtocols: (offered) => protocols.find((name) => offered.has(name)) ?? false,
  })
  return {
    handleUpgrade(request, socket, head, onStream) {
      server.handleUpgrade(request, socket, head, ({ stream }) => {
        if (stream !== undefined) onStream(stream)
      })
    },
    close: () => server.close(),
  }
}
