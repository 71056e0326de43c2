import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { createWebSocketStream, WebSocketServer } from 'ws'
import type { ConnectionInfo } from '../broker/hooks.ts'
import { MAX_PACKET_BYTES } from '../broker/limits.ts'
import { endsOf } from './mqtts-listener.ts'

export interface WebSocketAcceptor {
  /** Takes an upgrade request of any HTTP server; answers it with an HTTP error where it is not for us. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

export interface WebSocketAcceptorOptions {
  /** The access key that a presigned request is signed with; throws where the signature does not hold. */
  readonly signerOf: (url: URL, headers: Headers) => string
  readonly onConnection: (stream: Duplex, info: ConnectionInfo) => void
  readonly onRefused: (reason: string, sourceIp: string | undefined) => void
}

// An `import` of node:http reads all its members, among them one that loads the whole of fetch: 45 ms of every start.
const { createServer, STATUS_CODES } = process.getBuiltinModule('node:http')

const PATH = '/mqtt'

/** MQTT over WebSocket at `/mqtt`, sub-protocol `mqtt`. */
export function createWebSocketAcceptor({ signerOf, onConnection, onRefused }: WebSocketAcceptorOptions): WebSocketAcceptor {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PACKET_BYTES,
    handleProtocols: (offered) => (offered.has('mqtt') ? 'mqtt' : false),
  })
  return {
    handleUpgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const ends = endsOf(request.socket)
      const http = { queryString: url.search.slice(1), headers: headersOf(request) }
      const admission = admit(request, url, http.headers, signerOf)
      if ('reason' in admission) {
        onRefused(admission.reason, ends.sourceIp)
        reject(socket, admission.status, admission.reason)
        return
      }
      server.handleUpgrade(request, socket, head, (webSocket) => {
        onConnection(createWebSocketStream(webSocket, { allowHalfOpen: false }), { transport: 'ws', ...ends, http, ...admission })
      })
    },
    close: () => server.close(),
  }
}

/** An HTTP server of our own with nothing but the WebSocket. */
export function createWebSocketServer(acceptor: WebSocketAcceptor): Server {
  const server = createServer((_request, response) => {
    response.writeHead(426, { upgrade: 'websocket', 'content-type': 'text/plain' }).end('MQTT over WebSocket only, at /mqtt.\n')
  })
  server.on('upgrade', (request, socket, head) => acceptor.handleUpgrade(request, socket, head))
  return server
}

/** Why an upgrade is refused, or who signed it; one that is not signed is for a custom authorizer to decide. */
function admit(
  request: IncomingMessage,
  url: URL,
  headers: Readonly<Record<string, string>>,
  signerOf: WebSocketAcceptorOptions['signerOf'],
): { readonly status: number; readonly reason: string } | { readonly accessKeyId?: string } {
  if (url.pathname !== PATH) return { status: 404, reason: `WebSocket path ${url.pathname} is not ${PATH}` }
  const protocols = request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim())
  if (!protocols?.includes('mqtt')) return { status: 400, reason: 'The WebSocket sub-protocol mqtt was not offered' }
  if (!url.searchParams.has('X-Amz-Algorithm')) return {}
  try {
    return { accessKeyId: signerOf(url, new Headers(headers)) }
  } catch (error) {
    return { status: 403, reason: error instanceof Error ? error.message : String(error) }
  }
}

function reject(socket: Duplex, status: number, reason: string): void {
  socket.on('error', () => socket.destroy())
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, 'Connection: close', 'Content-Type: text/plain', `Content-Length: ${reason.length}`]
  socket.end(`${head.join('\r\n')}\r\n\r\n${reason}`)
}

const headersOf = ({ headers }: IncomingMessage) =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value].flat().join(', ')]])))
