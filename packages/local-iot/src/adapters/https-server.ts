import { ASKS_CERTIFICATE, certificateFingerprint } from '@keg/mqtt-broker'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { IDLE_CONNECTION_MS, isLetIn, originOf, requestUrl, type Hosts } from '../doors/index.ts'
import type { HttpPeer } from './http-identity.ts'
import { MAX_BODY_BYTES } from './http.ts'
import { addressOf } from './mqtts-listener.ts'

export type HttpHandler = (request: Request, peer: HttpPeer) => Promise<Response>

/** What an HTTPS server is made of; it answers to this machine's own names and those in `hosts`. */
export interface HttpsServerOptions {
  readonly tls: { readonly key: string; readonly cert: string }
  readonly hosts: Hosts
  readonly handle: HttpHandler
}

/** An HTTPS server in front of a fetch handler. */
export function createHttpsServer({ tls, hosts, handle }: HttpsServerOptions): Server {
  return createServer({ ...tls, keepAliveTimeout: IDLE_CONNECTION_MS }, (request, response) => {
    const sourceIp = addressOf(request.socket.remoteAddress)
    answer(request, response, hosts, (incoming) => handle(incoming, { sourceIp })).catch(() => response.destroy())
  })
}

/** An HTTPS server that asks for client certificates; which are let in is the registry's decision, whoever signed them. */
export function createMutualHttpsServer({ tls, hosts, handle }: HttpsServerOptions): Server {
  return createServer({
    ...tls, ...ASKS_CERTIFICATE, ALPNProtocols: ['x-amzn-http-ca', 'http/1.1'], keepAliveTimeout: IDLE_CONNECTION_MS,
  }, (request, response) => {
    // An HTTPS server's sockets are TLS ones.
    const certificateId = certificateFingerprint(request.socket as TLSSocket)
    const peer = { sourceIp: addressOf(request.socket.remoteAddress), tls: { certificateId } }
    answer(request, response, hosts, (incoming) => handle(incoming, peer)).catch(() => response.destroy())
  })
}

async function answer(
  request: IncomingMessage, response: ServerResponse, hosts: Hosts, handle: (request: Request) => Promise<Response>,
): Promise<void> {
  const url = requestUrl(request, 'https')
  if (url === undefined) return refuse(response, 400, 'The path or the Host is no part of a URL.')
  const headers = headersOf(request)
  if (!isLetIn(url.hostname, hosts))
    return refuse(response, 403, `This core does not answer to the host ${url.hostname}; --host-name lets a name in.`)
  if (originOf({ url: url.href, headers }, hosts) !== 'here')
    return refuse(response, 403, 'AWS IoT is for programs, and for no pages of other origins.')
  const body = await readBody(request)
  if (body === undefined) return refuse(response, 413, `The request body has more than ${MAX_BODY_BYTES} bytes.`)
  const result = await handle(toRequest(request, url, headers, body))
  response.writeHead(result.status, Object.fromEntries(result.headers)).end(Buffer.from(await result.arrayBuffer()))
}

/** A refusal before any operation; what of the request is still to come is not read. */
function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { connection: 'close', 'content-type': 'application/json' }).end(JSON.stringify({ message }))
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

const headersOf = ({ headers }: IncomingMessage): Headers =>
  new Headers(Object.entries(headers).flatMap(([name, value]) =>
    (value === undefined ? [] : [[name, [value].flat().join(', ')] as [string, string]])))

function toRequest({ method = 'GET' }: IncomingMessage, url: URL, headers: Headers, body: Buffer): Request {
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(url, { method, headers, ...(hasBody ? { body: new Uint8Array(body) } : {}) })
}
