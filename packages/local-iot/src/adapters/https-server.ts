import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'

/** An HTTPS server in front of a fetch handler. */
export function createHttpsServer(tls: { key: string; cert: string }, handle: (request: Request) => Promise<Response>): Server {
  return createServer(tls, (request, response) => {
    answer(request, response, handle).catch(() => response.destroy())
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, handle: (request: Request) => Promise<Response>): Promise<void> {
  const result = await handle(await toRequest(request))
  response.writeHead(result.status, Object.fromEntries(result.headers)).end(Buffer.from(await result.arrayBuffer()))
}

async function toRequest(request: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = request
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(`https://${headers.host ?? 'localhost'}${url}`, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value].flat().join(', ')] as [string, string]])),
    ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
  })
}
