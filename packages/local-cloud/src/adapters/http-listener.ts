import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttp2Server, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import type { Socket } from 'node:net'
import type { Duplex, Writable } from 'node:stream'
import { IDLE_CONNECTION_MS, rejectUpgrade } from '@keg/local-iot/doors'
import type { HttpHandlers, HttpListener } from '../ground/http.ts'
import { readBody } from './read-body.ts'
import { requestHead } from './request-head.ts'

const HOST = '127.0.0.1'
/** How long a connection may be silent before its first byte, and how long its headers may take. */
const SILENCE_MS = 60_000
/** How long a request may take to arrive. The time of its answer is not limited here. */
const READING_MS = 300_000
/** The largest body, where a service sets no limit. */
const BODY_BYTES_MAX = 16 * 1024 * 1024
const METHODS = 'GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE'
const PORT_MAX = 65_535
/** How many ports above a taken one are tried. */
const NEXT_PORTS = 50

type Incoming = IncomingMessage | Http2ServerRequest
type Outgoing = ServerResponse | Http2ServerResponse

/**
 * Listens on `preferredPort`, or on a free port where that one is taken or absent: any, or the next one above it. It speaks HTTP/1.1, and
 * HTTP/2 without TLS to clients that start with it, such as the SDK clients of Kinesis.
 */
export async function listen(
  handlers: HttpHandlers, preferredPort: number | undefined, whenTaken: 'any' | 'next' = 'any',
): Promise<HttpListener> {
  const sockets = new Set<Socket>()
  const serve = (incoming: Incoming, outgoing: Outgoing) => {
    answer(handlers, incoming, outgoing).catch(() => incoming.destroy())
  }
  const server = createServer({ headersTimeout: SILENCE_MS, requestTimeout: READING_MS, keepAliveTimeout: IDLE_CONNECTION_MS }, serve)
  server.on('upgrade', (incoming, socket, head) => upgrade(handlers, incoming, socket, head))
  const http2 = createHttp2Server(serve)
  http2.on('sessionError', () => undefined)
  http2.on('session', (session) => session.setTimeout(IDLE_CONNECTION_MS, () => session.close()))
  const [accept] = server.listeners('connection')
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    greet(socket, { http: () => accept?.call(server, socket), http2: () => http2.emit('connection', socket) })
  })
  const port = await bind(server, preferredPort ?? 0, whenTaken === 'next' ? NEXT_PORTS : 0)
  // As when no file can be opened any more: who is connected goes on.
  server.on('error', () => undefined)
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

/** Detects the protocol of a connection by its first bytes. */
function greet(socket: Socket, protocols: { readonly http: () => void; readonly http2: () => void }): void {
  // Whoever hangs up, or sends what a parser gives up on.
  socket.on('error', () => socket.destroy())
  const silent = () => socket.destroy()
  socket.setTimeout(SILENCE_MS, silent)
  // A server of HTTP keeps its half open.
  socket.once('end', silent)
  socket.once('data', (first) => {
    socket.setTimeout(0)
    socket.off('timeout', silent).off('end', silent)
    socket.pause()
    socket.unshift(first)
    // The connection preface begins so. [RFC 9113, 3.4]
    if (String(first).startsWith('PRI')) return protocols.http2()
    protocols.http()
    // HTTP/2 reads by itself what was put back.
    socket.resume()
  })
}

/** Tries so many ports above the one that is taken, and then any. */
async function bind(server: Server, port: number, more: number): Promise<number> {
  try {
    server.listen(port, HOST)
    await once(server, 'listening')
  } catch (error) {
    if (port === 0 || !(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error
    return more > 0 && port < PORT_MAX ? bind(server, port + 1, more - 1) : bind(server, 0, 0)
  }
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

/** Handles an upgrade. An error in a socket's event would end the process, so it is caught here. */
function upgrade(handlers: HttpHandlers, incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on('error', () => socket.destroy())
  const request = requestHead(incoming)
  if (request === undefined) return rejectUpgrade(socket, 400, 'The request names no address.')
  try {
    const admitted = handlers.admit?.(request)
    if (admitted instanceof Response)
      return void admitted.text().then((text) => rejectUpgrade(socket, admitted.status, text), () => socket.destroy())
    handlers.upgrade(incoming, socket, head)
  } catch {
    rejectUpgrade(socket, 400, 'The request is none that is understood here.')
  }
}

async function answer(handlers: HttpHandlers, incoming: Incoming, outgoing: Outgoing): Promise<void> {
  try {
    const head = requestHead(incoming)
    // No request of `fetch` can be made of one.
    if (incoming.method === 'TRACE') return await send(outgoing, new Response(null, { status: 405, headers: { allow: METHODS } }))
    if (head === undefined) return await send(outgoing, new Response('The request names no address.', { status: 400 }))
    const admitted = handlers.admit?.(head) ?? { bytesMax: BODY_BYTES_MAX, tooLarge: () => new Response(null, { status: 413 }) }
    if (admitted instanceof Response) return await refuse(incoming, outgoing, admitted)
    const body = await readBody(incoming, admitted.bytesMax)
    if (body === undefined) return await refuse(incoming, outgoing, admitted.tooLarge())
    const aborted = new AbortController()
    outgoing.once('close', () => outgoing.writableEnded || aborted.abort())
    await send(outgoing, await handlers.fetch(new Request(head, { body: body.length === 0 ? null : body, signal: aborted.signal })))
  } catch {
    // The client has hung up, or sent what is no request.
    if (!outgoing.headersSent) outgoing.statusCode = 400
    outgoing.end()
  }
}

/** Answers before the whole request is read, and ends the connection, which can't be used any more. */
async function refuse(incoming: Incoming, outgoing: Outgoing, response: Response): Promise<void> {
  const whole = await readBody(incoming, 0) !== undefined
  if (!whole && incoming.httpVersionMajor === 1) outgoing.setHeader('connection', 'close')
  await send(outgoing, response)
}

async function send(outgoing: Outgoing, response: Response): Promise<void> {
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
  if (response.headers.get('content-type') !== 'text/event-stream') return void outgoing.end(Buffer.from(await response.arrayBuffer()))
  for await (const chunk of response.body ?? []) await written(outgoing, chunk)
  outgoing.end()
}

/** Writes a chunk. Resolves once there is room for the next one, or the client is gone. */
async function written(outgoing: Writable, chunk: Uint8Array): Promise<void> {
  if (outgoing.write(chunk) || outgoing.destroyed) return
  await Promise.race([once(outgoing, 'drain'), once(outgoing, 'close')])
}
