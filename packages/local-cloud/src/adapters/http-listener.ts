import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttp2Server, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import { createServer, type Server, type Socket } from 'node:net'
import type { Duplex, Writable } from 'node:stream'

const HOST = '127.0.0.1'

/** A listener on the loopback address. */
export interface HttpListener {
  /** As `http://127.0.0.1:4566`. */
  readonly endpoint: string
  close(): Promise<void>
}

/** What a listener serves. */
export interface HttpHandlers {
  fetch(request: Request): Promise<Response>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
}

type Incoming = IncomingMessage | Http2ServerRequest
type Outgoing = ServerResponse | Http2ServerResponse

/**
 * Listens on `preferredPort`, or on a free one where that is taken or absent. It speaks HTTP/1.1, and HTTP/2 without TLS to those who
 * begin with that, as SDK clients of Kinesis do.
 */
export async function listen(handlers: HttpHandlers, preferredPort: number | undefined): Promise<HttpListener> {
  const sockets = new Set<Socket>()
  const http = createHttpServer((incoming, outgoing) => void answer(handlers, incoming, outgoing))
  // An AWS client may take its time; the services have time-outs of their own.
  http.requestTimeout = 0
  http.keepAliveTimeout = 65_000
  http.on('upgrade', (incoming, socket, head) => handlers.upgrade(incoming, socket, head))
  const http2 = createHttp2Server((incoming, outgoing) => void answer(handlers, incoming, outgoing))
  http2.on('sessionError', () => undefined)
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    // Whoever hangs up before its first byte.
    socket.on('error', () => socket.destroy())
    socket.once('data', (first) => {
      socket.pause()
      socket.unshift(first)
      // The connection preface begins so. [RFC 9113, 3.4]
      if (String(first).startsWith('PRI')) return void http2.emit('connection', socket)
      http.emit('connection', socket)
      // HTTP/2 reads by itself what was put back.
      socket.resume()
    })
  })
  const port = await bind(server, preferredPort ?? 0)
  return {
    endpoint: `http://${HOST}:${port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

async function bind(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, HOST)
    await once(server, 'listening')
  } catch (error) {
    if (port === 0 || !(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error
    return bind(server, 0)
  }
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

async function answer(handlers: HttpHandlers, incoming: Incoming, outgoing: Outgoing): Promise<void> {
  try {
    const response = await handlers.fetch(await toRequest(incoming, outgoing))
    outgoing.statusCode = response.status
    for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
    const cookies = response.headers.getSetCookie()
    if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
    if (response.headers.get('content-type') !== 'text/event-stream') return void outgoing.end(Buffer.from(await response.arrayBuffer()))
    for await (const chunk of response.body ?? []) await written(outgoing, chunk)
    outgoing.end()
  } catch {
    // The client has hung up, or sent what is no request.
    if (!outgoing.headersSent) outgoing.statusCode = 400
    outgoing.end()
  }
}

/** Resolves once there is room for more, or nobody reads any more. */
async function written(outgoing: Writable, chunk: Uint8Array): Promise<void> {
  if (outgoing.write(chunk) || outgoing.destroyed) return
  await Promise.race([once(outgoing, 'drain'), once(outgoing, 'close')])
}

async function toRequest(incoming: Incoming, outgoing: Outgoing): Promise<Request> {
  const headers = new Headers()
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index] ?? ''
    // HTTP/2 has method, path and host among the headers.
    if (!name.startsWith(':')) headers.append(name, incoming.rawHeaders[index + 1] ?? '')
  }
  const aborted = new AbortController()
  outgoing.once('close', () => outgoing.writableEnded || aborted.abort())
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  const body = chunks.length === 0 ? null : Buffer.concat(chunks)
  const host = incoming.headers.host ?? incoming.headers[':authority'] ?? HOST
  const url = new URL(`http://${String(host)}${incoming.url ?? '/'}`)
  return new Request(url, { method: incoming.method ?? 'GET', headers, body, signal: aborted.signal })
}
