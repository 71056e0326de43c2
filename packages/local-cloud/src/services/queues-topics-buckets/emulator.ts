import { CloudError } from '../../ground/cloud-error.ts'
import type { SharedEngine } from './shared-engine.ts'

/** What belongs to a connection, or to a body that `fetch` has unpacked. */
const ofTheConnection = ['host', 'connection', 'content-length', 'transfer-encoding', 'expect', 'content-encoding', 'keep-alive']

/**
 * SQS, SNS and S3 of another emulator, at its endpoint. Requests say by their key which account they are of, as LocalStack and moto take
 * it; whose account the emulator then has, it is asked. Throws `CloudError` `ENGINE_MISSING` where nothing answers.
 */
export async function connectEmulator(
  endpoint: string, { region, accountId: wanted }: { readonly region: string; readonly accountId: string },
): Promise<SharedEngine> {
  const base = endpoint.replace(/\/$/, '')
  // What is being asked when the run ends, as a long poll, is given up.
  const closing = new AbortController()
  const authorization = (service: string) =>
    `AWS4-HMAC-SHA256 Credential=${wanted}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`
  const send = async (
    path: string, init: { method: string; headers: Readonly<Record<string, string>>; body: string | Uint8Array<ArrayBuffer> | null },
  ) => {
    const headers = new Headers(init.headers)
    for (const name of ofTheConnection) headers.delete(name)
    return fetch(`${base}${path}`, { ...init, headers, signal: closing.signal })
  }
  const accountId = await accountOf(() => send('/', {
    method: 'POST', headers: { authorization: authorization('sts'), 'content-type': 'application/x-www-form-urlencoded' },
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  }), endpoint)
  return {
    accountId,
    queueUrl: (name) => `${base}/${accountId}/${name}`,
    async inject({ service, headers, payload }) {
      const response = await send('/', { method: 'POST', headers: { ...headers, authorization: authorization(service) }, body: payload })
      return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
    },
    async object({ method, url, headers, payload }) {
      const response = await send(url, {
        method, headers: { authorization: authorization('s3'), ...headers },
        body: method === 'GET' || method === 'HEAD' ? null : new Uint8Array(payload),
      })
      const answered = [...response.headers].filter(([name]) =>
        method === 'HEAD' ? name === 'content-length' || !ofTheConnection.includes(name) : !ofTheConnection.includes(name))
      return { statusCode: response.status, headers: Object.fromEntries(answered), body: Buffer.from(await response.arrayBuffer()) }
    },
    close: async () => closing.abort(),
  }
}

/** The account that an emulator says it has; LocalStack's and fauxqs's where it does not say. */
async function accountOf(ask: () => Promise<Response>, endpoint: string): Promise<string> {
  const response = await ask().catch((cause: unknown) => {
    throw new CloudError('ENGINE_MISSING', `No emulator answers at ${endpoint}.`, { cause })
  })
  return /<Account>(\d{12})<\/Account>/.exec(await response.text())?.[1] ?? '000000000000'
}
