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
  const time = new Date(nowMs).toISOString().replace(/[-:]|\.\d{3}/g, '')
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
