import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { MAX_BODY_BYTES } from './http.ts'

/** An HTTPS server in front of a fetch handler. */
export function createHttpsServer(tls: { key: string; cert: string }, handle: (request: Request) => Promise<Response>): Server {
  return createServer(tls, (request, response) => {
    answer(request, response, handle).catch(() => response.destroy())
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, handle: (request: Request) => Promise<Response>): Promise<void> {
  const body = await readBody(request)
  if (body === undefined) {
    response.writeHead(413, { connection: 'close' }).end()
    return
  }
  const result = await handle(toRequest(request, body))
  response.writeHead(result.status, Object.fromEntries(result.headers)).end(Buffer.from(await result.arrayBuffer()))
}

/** The body, or `undefined` as soon as it is longer than any operation takes. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function toRequest({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): Request {
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(`https://${headers.host ?? 'localhost'}${url}`, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value].flat().join(', ')] as [string, string]])),
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  })
}
