import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request as send } from 'node:https'
import { text } from 'node:stream/consumers'
import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'
import { given } from '../flags.ts'
import type { ReachedCore } from './reach-core.ts'

/** Posts JSON, signed with SigV4, to a path of a core's own; resolves with the status and the body's text. Rejects where nobody answers. */
export async function askCore(
  { https, ca, region, credentials }: ReachedCore, path: string, body: object,
): Promise<{ status: number; answer: string }> {
  const url = new URL(path, https)
  const { sessionToken, ...keys } = await credentials()
  const signer = new SignatureV4({ credentials: { ...keys, ...given({ sessionToken }) }, region, service: 'iotdata', sha256: Sha256 })
  const payload = JSON.stringify(body)
  const headers = { host: url.host, 'content-type': 'application/json' }
  const signed = await signer.sign({
    method: 'POST', protocol: url.protocol, hostname: url.hostname, path: url.pathname, headers, query: {}, body: payload,
  })
  const asking = send(url, { method: 'POST', headers: signed.headers, ...(ca === undefined ? {} : { ca }) })
  asking.end(payload)
  // A response event's argument is the response; an error event rejects.
  const [response] = (await once(asking, 'response')) as [IncomingMessage]
  return { status: response.statusCode ?? 0, answer: await text(response) }
}
