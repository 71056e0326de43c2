import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

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

/** Listens on `preferredPort`, or on a free one where that is taken or absent. */
export async function listen(handlers: HttpHandlers, preferredPort: number | undefined): Promise<HttpListener> {
  const server = createServer((incoming, outgoing) => void answer(handlers, incoming, outgoing))
  // An AWS client may take its time; the services have time-outs of their own.
  server.requestTimeout = 0
  server.keepAliveTimeout = 65_000
  server.on('upgrade', (incoming, socket, head) => handlers.upgrade(incoming, socket, head))
  const port = await bind(server, preferredPort ?? 0)
  return {
    endpoint: `http://${HOST}:${port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
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

async function answer(handlers: HttpHandlers, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    const response = await handlers.fetch(await toRequest(incoming, outgoing))
    outgoing.statusCode = response.status
    for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
    const cookies = response.headers.getSetCookie()
    if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  } catch {
    // The client has hung up, or sent what is no request.
    if (!outgoing.headersSent) outgoing.statusCode = 400
    outgoing.end()
  }
}

async function toRequest(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Request> {
  const headers = new Headers()
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) headers.append(incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '')
  const aborted = new AbortController()
  outgoing.once('close', () => outgoing.writableFinished || aborted.abort())
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  const body = chunks.length === 0 ? null : Buffer.concat(chunks)
  const url = new URL(`http://${incoming.headers.host ?? HOST}${incoming.url ?? '/'}`)
  return new Request(url, { method: incoming.method ?? 'GET', headers, body, signal: aborted.signal })
}
