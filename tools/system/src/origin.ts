import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { IDLE_CONNECTION_MS, isLetIn, originOf, requestUrl } from '@keg/local-iot/doors'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { listenOnFree } from './free-port.ts'

/** What the page is served with. */
export interface OriginOptions {
  /** The built page. */
  readonly pageDir: string
  /** The port to try first; the next free one above it is taken. */
  readonly port: number
}

/** What stands behind the page's origin. */
export interface Behind {
  /** Answers what is asked below `/api`, with `/api` taken off. */
  readonly api: (request: Request) => Promise<Response>
  /** Takes over MQTT over WebSocket at `/mqtt`. */
  readonly mqtt: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Where people sign in: the page is told it. */
  readonly signIn: { readonly issuer: string; readonly clientId: string; readonly authorizerName: string }
}

/** One loopback origin for page, API and MQTT: browsers refuse `wss` under a home-made CA, and need no CORS for one origin. */
export interface Origin {
  readonly url: string
  /** Puts behind it what it is for; until then it answers that it is not ready. */
  open(behind: Behind): void
  close(): Promise<void>
}

const NOT_READY = '503 Service Unavailable'

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']

/** The largest body that the API takes: HTTP APIs of API Gateway have this limit. */
const MAX_BODY_BYTES = 10 * 1024 * 1024

/**
 * Starts the origin. It answers to the loopback's names alone, so that no web site can have its own lead here; its API to its own page
 * and to programs, since a browser sends what other pages ask, too. No page may frame it.
 */
export async function startOrigin({ pageDir, port }: OriginOptions): Promise<Origin> {
  let behind: Behind | undefined
  const app = appOf(pageDir, () => behind)
  const server = await listenOnFree(port, (candidate, listening) => {
    const options = { fetch: app.fetch, port: candidate, hostname: '127.0.0.1', serverOptions: { keepAliveTimeout: IDLE_CONNECTION_MS } }
    // Without options of HTTP/2, it is one of HTTP/1.
    return serve(options, listening) as Server
  })
  refuseWhatIsNoRequest(server)
  const sockets = new Set<Duplex>()
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const refusal = socketRefusal(request)
    if (refusal !== undefined || behind === undefined)
      return void socket.end(`HTTP/1.1 ${refusal ?? NOT_READY}\r\nConnection: close\r\n\r\n`)
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    behind.mqtt(request, socket, head)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The origin has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    open: (what) => void (behind = what),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers by itself what no `Request` can be made of, which would be a fault of ours else: TRACE, and an address that is no path. */
function refuseWhatIsNoRequest(server: Server): void {
  const [answer] = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'TRACE') response.writeHead(405, { allow: METHODS.join(', ') }).end()
    else if (requestUrl(request, 'http') === undefined) response.writeHead(400).end()
    else answer?.call(server, request, response)
  })
}

function appOf(pageDir: string, behind: () => Behind | undefined): Hono<{ Variables: { behind: Behind } }> {
  const app = new Hono<{ Variables: { behind: Behind } }>()
  app.use(async (context, next) =>
    (isLetIn(new URL(context.req.url).hostname, []) ? next() : context.text('This origin is for the loopback interface.', 403)))
  app.use(async (context, next) => {
    const open = behind()
    if (open === undefined) return context.text(NOT_READY, 503)
    context.set('behind', open)
    return pageHeaders(new URL(open.signIn.issuer).origin)(context, next)
  })
  app.get('/config.json', (context) => context.json({ apiUrl: '/api', mqttUrl: '/mqtt', ...context.get('behind').signIn }))
  app.use('/api/*', async (context, next) =>
    (originOf(context.req.raw, []) === 'here' ? next() : context.text('This API is for its own page, and for programs.', 403)))
  app.use('/api/*', bodyLimit({
    maxSize: MAX_BODY_BYTES, onError: (context) => context.text(`A body has at most ${MAX_BODY_BYTES} bytes.`, 413),
  }))
  app.all('/api/*', async (context) => {
    const url = new URL(context.req.url)
    url.pathname = url.pathname.slice('/api'.length)
    const answer = await context.get('behind').api(new Request(url, context.req.raw))
    // The headers of an answer that was fetched can't be added to.
    return new Response(answer.body, answer)
  })
  app.use('*', serveStatic({ root: pageDir }))
  return app
}

/**
 * What the page needs and no more: its own scripts, styles and addresses, and the issuer, where it redeems codes; React sets styles of
 * elements, the icon is in the page, and MQTT.js keeps time in a worker of its own making.
 */
const pageHeaders = (issuer: string) => secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'], connectSrc: ["'self'", issuer],
    workerSrc: ["'self'", 'blob:'], objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // The loopback has no TLS.
  strictTransportSecurity: false,
})

/** The status line of a WebSocket that is not let in; `undefined` for one that is. */
function socketRefusal(request: IncomingMessage): string | undefined {
  const url = requestUrl(request, 'http')
  if (url === undefined) return '400 Bad Request'
  if (url.pathname !== '/mqtt') return '404 Not Found'
  const headers = new Headers()
  for (const name of ['origin', 'sec-fetch-site'] as const) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return isLetIn(url.hostname, []) && originOf({ url: url.href, headers }, []) !== 'elsewhere' ? undefined : '403 Forbidden'
}
