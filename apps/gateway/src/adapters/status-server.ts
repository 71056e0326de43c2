import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { AdminDoor, MAX_BODY_BYTES } from '../admin/admin-door.ts'
import type { GatewayStatus } from '../status/gateway-status.ts'
import { ADMIN_SCRIPT, adminPage } from '../status/admin-page.ts'
import { statusPage } from '../status/status-page.ts'

/** Where the status can be read. */
export interface StatusServer {
  readonly url: string
  close(): Promise<void>
}

export interface StatusServerOptions {
  readonly port: number
  readonly status: () => GatewayStatus
  /** Takes commands; absent = the status is there to be read alone. */
  readonly door?: AdminDoor | undefined
}

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}
const ADMIN_HEADERS = {
  ...HEADERS,
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
}
const HTML = { 'content-type': 'text/html; charset=utf-8' }
const JSON_TYPE = { 'content-type': 'application/json' }
/** A page from elsewhere that resolves its own name to this machine has another Host. */
const OWN_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/
/** A request that is not there by then is given up. */
const REQUEST_MS = 10_000

/** Serves the status on loopback: `/` for people, `/status.json` for programs; and where there is a door, `/admin` and what it takes. */
export async function serveStatus({ port, status, door }: StatusServerOptions): Promise<StatusServer> {
  const pages = new Map<string, () => readonly [headers: Record<string, string>, text: string]>([
    ['/', () => [{ ...HEADERS, ...HTML }, statusPage(status(), door && '/admin')]],
    ['/status.json', () => [{ ...HEADERS, ...JSON_TYPE }, JSON.stringify(status())]],
  ])
  if (door !== undefined) {
    pages.set('/admin', () => [{ ...ADMIN_HEADERS, ...HTML }, adminPage(status().gatewayId, status().kegs.map(({ kegId }) => kegId))])
    pages.set('/admin.js', () => [{ ...HEADERS, 'content-type': 'text/javascript' }, ADMIN_SCRIPT])
  }
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS }, (request, response) => {
    const { method, url = '/', headers } = request
    if (!OWN_HOST.test(headers.host ?? '')) return void response.writeHead(403, HEADERS).end('This page is for this machine.\n')
    if (door !== undefined && AdminDoor.serves(url)) return void throughDoor(door, url, request, response)
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { ...HEADERS, allow: 'GET, HEAD' }).end()
    const page = pages.get(url)
    if (page === undefined) return void response.writeHead(404, HEADERS).end()
    const [pageHeaders, text] = page()
    response.writeHead(200, pageHeaders).end(text)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}/`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

async function throughDoor(door: AdminDoor, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', headers: { host = '', origin, authorization, 'content-type': contentType, 'sec-fetch-site': fetchSite } } = request
  const refused = door.refusal({
    method, path, host, origin, authorization, contentType, fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
  })
  const body = refused === undefined ? await bodyOf(request) : undefined
  // It was cut off: there is nobody to answer.
  if (body === 'gone') return
  const { status, headers = {}, body: answer } = refused ?? (await door.act(path, body))
  // What was not read is not waited for.
  const ending = refused !== undefined || body === undefined ? { connection: 'close' } : {}
  response.writeHead(status, { ...HEADERS, ...JSON_TYPE, ...headers, ...ending }).end(JSON.stringify(answer))
}

/** The body; `undefined` where it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | 'gone' | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    // It stays open where no more is read: there is an answer to give.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > MAX_BODY_BYTES) return undefined
      chunks.push(chunk)
    }
  } catch {
    return 'gone'
  }
  return Buffer.concat(chunks)
}
