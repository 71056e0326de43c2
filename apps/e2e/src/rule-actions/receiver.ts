import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came over the wire. */
export interface Received {
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

type Answer = { readonly status: number; readonly body?: unknown }

/** An HTTP server that keeps what it is sent, in place of everybody's whom rules post to. */
export async function startReceiver(answer: (request: Received) => Answer) {
  const requests: Received[] = []
  const server = createServer((request, response) => {
    void read(request).then((received) => {
      const { status, body } = answer(received)
      requests.push(received)
      response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? undefined : JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    /** Those to a path that begins so. */
    to: (prefix: string) => requests.filter(({ path }) => path.startsWith(prefix)),
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const headers = Object.entries(request.headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')] as const)
  return {
    method: request.method ?? '', path: request.url ?? '', headers: Object.fromEntries(headers), body: Buffer.concat(chunks).toString(),
  }
}

/** Cases by their external id, as Salesforce keeps them; the first token that it gives is over at once. */
export function salesforce(secret: { readonly clientId: string; readonly clientSecret: string }) {
  const cases = new Map<string, unknown>()
  const refused = { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }] }
  let tokens = 0
  const signIn = (body: string): Answer => {
    const { grant_type: grant, client_id: clientId, client_secret: clientSecret } = Object.fromEntries(new URLSearchParams(body))
    const isKnown = grant === 'client_credentials' && clientId === secret.clientId && clientSecret === secret.clientSecret
    return isKnown ? { status: 200, body: { access_token: `token-${++tokens}` } } : { status: 400, body: { error: 'invalid_client' } }
  }
  const upsert = ({ method, path, headers, body }: Received): Answer => {
    if (tokens < 2 || headers['authorization'] !== `Bearer token-${tokens}`) return refused
    const id = /^\/services\/data\/v66\.0\/sobjects\/Case\/AlertId__c\/([^/]+)$/.exec(path)?.[1]
    if (method !== 'PATCH' || id === undefined) return { status: 404 }
    const status = cases.has(id) ? 204 : 201
    cases.set(id, JSON.parse(body))
    return { status, ...(status === 201 && { body: { id: '500', success: true, created: true } }) }
  }
  return {
    cases, answer: (request: Received): Answer => (request.path === '/services/oauth2/token' ? signIn(request.body) : upsert(request)),
  }
}

/** What the Authorization header of a request to this host has to be, by the secret of the key that it names. */
export async function expectedAuthorization(
  { method, path, headers, body }: Received, service: string, secretOf: (accessKeyId: string) => string | undefined,
): Promise<string | undefined> {
  const { authorization = '', 'x-forwarded-host': host = '', 'x-amz-date': time = '', 'content-type': type = '' } = headers
  const [, accessKeyId = '', region = ''] = /Credential=([^/]+)\/\d{8}\/([^/]+)\//.exec(authorization) ?? []
  const secretAccessKey = secretOf(accessKeyId)
  if (secretAccessKey === undefined) return undefined
  const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? []
  const signed = Object.fromEntries(names.map((name) => [name, { host, 'content-type': type }[name] ?? headers[name] ?? '']))
  const signer = new SignatureV4({
    service, region, credentials: { accessKeyId, secretAccessKey }, sha256: Sha256 as never, applyChecksum: false,
  })
  const url = new URL(path, `https://${host}`)
  const signingDate = new Date(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  const again = await signer.sign(
    { method, protocol: 'https:', hostname: host, path: url.pathname, query: Object.fromEntries(url.searchParams), headers: signed, body },
    { signingDate },
  )
  return again.headers['authorization']
}
