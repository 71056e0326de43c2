import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { listenOnFree } from './free-port.ts'

/** What stands behind the page's origin. */
export interface OriginOptions {
  /** The built page. */
  readonly pageDir: string
  /** Answers what is asked below `/api`, with `/api` taken off. */
  readonly api: (request: Request) => Promise<Response>
  /** Takes over MQTT over WebSocket at `/mqtt`. */
  readonly mqtt: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** The port to try first; the next free one above it is taken. */
  readonly port: number
}

/** One loopback origin for page, API and MQTT: browsers refuse `wss` under a home-made CA, and need no CORS for one origin. */
export interface Origin {
  readonly url: string
  close(): Promise<void>
}

/** Starts the origin. Requests under any other host name than the loopback's are refused, so that no web site can rebind to it. */
export async function startOrigin({ pageDir, api, mqtt, port }: OriginOptions): Promise<Origin> {
  const app = new Hono()
  app.use(async (context, next) => (isLoopback(context.req.header('host')) ? next() : context.text('This origin is for the loopback interface.', 403)))
  app.get('/config.json', (context) => context.json({ apiUrl: '/api', mqttUrl: '/mqtt' }))
  app.all('/api/*', (context) => {
    const url = new URL(context.req.url)
    url.pathname = url.pathname.slice('/api'.length)
    return api(new Request(url, context.req.raw))
  })
  app.use('*', serveStatic({ root: pageDir }))
  const server = await listenOnFree(port, (candidate, listening) => serve({ fetch: app.fetch, port: candidate, hostname: '127.0.0.1' }, listening) as Server)
  const sockets = new Set<Duplex>()
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://origin')
    if (!isLoopback(request.headers.host) || pathname !== '/mqtt') return void socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    mqtt(request, socket, head)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The origin has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const isLoopback = (host: string | undefined): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '')
