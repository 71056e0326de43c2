import { canonicalRequest, hash, signatureOf } from '@keg/aws-service'
import type { HttpRequest } from '../actions/requests.ts'

/**
 * The request with the headers that sign it, Signature Version 4.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signRequest(
  request: HttpRequest,
  { service, region }: { readonly service: string; readonly region: string },
  { accessKeyId, secretAccessKey }: { readonly accessKeyId: string; readonly secretAccessKey: string },
  nowMs: number,
): HttpRequest {
  const { method, url: text, body } = request
  const url = new URL(text)
  const time = timeOf(nowMs)
  const headers = { ...request.headers, host: url.host, 'x-amz-date': time }
  const credential = { accessKeyId, date: time.slice(0, 8), region, service, time, signedHeaders: Object.keys(headers).sort() }
  const canonical = canonicalRequest({
    method, url, headers: new Headers(headers), signedHeaders: credential.signedHeaders, bodyHash: hash(body), service,
  })
  const signature = signatureOf(secretAccessKey, credential, canonical).toString('hex')
  const scope = `${credential.date}/${region}/${service}/aws4_request`
  const parts = [`Credential=${accessKeyId}/${scope}`, `SignedHeaders=${credential.signedHeaders.join(';')}`, `Signature=${signature}`]
  return { ...request, headers: { ...headers, authorization: `AWS4-HMAC-SHA256 ${parts.join(', ')}` } }
}

/** The URL with a signature in its query, by which whoever has it may get what is there, for so long. */
export function presignUrl(
  url: URL,
  { service, region }: { readonly service: string; readonly region: string },
  { accessKeyId, secretAccessKey, sessionToken }: {
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly sessionToken?: string
  },
  { expiresInSec, nowMs }: { readonly expiresInSec: number; readonly nowMs: number },
): string {
  const time = timeOf(nowMs)
  const credential = { accessKeyId, date: time.slice(0, 8), region, service, time, signedHeaders: ['host'] }
  const scope = `${credential.date}/${region}/${service}/aws4_request`
  const signed = new URL(url)
  for (const [name, value] of Object.entries({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256', 'X-Amz-Credential': `${accessKeyId}/${scope}`, 'X-Amz-Date': time,
    'X-Amz-Expires': String(expiresInSec), 'X-Amz-SignedHeaders': 'host',
    ...(sessionToken === undefined ? {} : { 'X-Amz-Security-Token': sessionToken }),
  })) signed.searchParams.set(name, value)
  const request = { method: 'GET', url: signed, headers: new Headers({ host: url.host }), signedHeaders: ['host'] }
  const canonical = canonicalRequest({ ...request, bodyHash: 'UNSIGNED-PAYLOAD', service })
  signed.searchParams.set('X-Amz-Signature', signatureOf(secretAccessKey, credential, canonical).toString('hex'))
  return signed.href
}

const timeOf = (nowMs: number) => new Date(nowMs).toISOString().replace(/[-:]|\.\d{3}/g, '')
