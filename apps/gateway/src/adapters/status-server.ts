import { createServer } from 'node:http'
import type { GatewayStatus } from '../gateway.ts'
import { statusPage } from '../status/status-page.ts'

/** Where the status can be read. */
export interface StatusServer {
  readonly url: string
  close(): Promise<void>
}

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}
/** A page from elsewhere that resolves its own name to this machine has another Host. */
const OWN_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** Serves the status on loopback, to be read alone: `/` for people, `/status.json` for programs. */
export async function serveStatus(port: number, status: () => GatewayStatus): Promise<StatusServer> {
  const server = createServer((request, response) => {
    const { method, url = '/', headers } = request
    if (!OWN_HOST.test(headers.host ?? '')) return void response.writeHead(403, HEADERS).end('This page is for this machine.\n')
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { ...HEADERS, allow: 'GET, HEAD' }).end()
    if (url === '/') return void response.writeHead(200, { ...HEADERS, 'content-type': 'text/html; charset=utf-8' }).end(statusPage(status()))
    if (url === '/status.json') return void response.writeHead(200, { ...HEADERS, 'content-type': 'application/json' }).end(JSON.stringify(status()))
    response.writeHead(404, HEADERS).end()
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
