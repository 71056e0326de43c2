import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { TLSSocket } from 'node:tls'
import type { HttpPeer } from './http-identity.ts'
import { MAX_BODY_BYTES } from './http.ts'
import { addressOf, certificateIdOf } from './mqtts-listener.ts'

export type HttpHandler = (request: Request, peer: HttpPeer) => Promise<Response>

/** An HTTPS server in front of a fetch handler. */
export function createHttpsServer(tls: { key: string; cert: string }, handle: HttpHandler): Server {
  return createServer(tls, (request, response) => {
    const sourceIp = addressOf(request.socket.remoteAddress)
    answer(request, response, (incoming) => handle(incoming, { sourceIp })).catch(() => response.destroy())
  })
}

/** An HTTPS server that asks for client certificates; which are let in is the registry's decision, whoever signed them. */
export function createMutualHttpsServer(tls: { key: string; cert: string }, handle: HttpHandler): Server {
  const ALPNProtocols = ['x-amzn-http-ca', 'http/1.1']
  return createServer({ ...tls, requestCert: true, rejectUnauthorized: false, minVersion: 'TLSv1.2', ALPNProtocols }, (request, response) => {
    // An HTTPS server's sockets are TLS ones.
    const certificateId = certificateIdOf(request.socket as TLSSocket)
    const peer = { sourceIp: addressOf(request.socket.remoteAddress), tls: { certificateId } }
    answer(request, response, (incoming) => handle(incoming, peer)).catch(() => response.destroy())
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
