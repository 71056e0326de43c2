import type { HttpApis } from '../http-api/http-apis.ts'
import { message } from '../http-api/function-response.ts'
import { apiHeadRefusal } from '../http-api/limits.ts'
import { errorPage } from './error-page.ts'
import type { Forwarded } from './forwarding.ts'

/** What an HTTP API is asked with. */
export interface ApiQuestion {
  readonly apiId: string
  /** Its path is the one that the API sees. */
  readonly request: Request
  readonly forwarded: Forwarded
  readonly region: string
}

/** Asks an HTTP API for a viewer. */
export async function askApi(httpApis: HttpApis | undefined, { apiId, request, forwarded, region }: ApiQuestion): Promise<Response> {
  const api = httpApis?.find(apiId)
  if (api === undefined) return errorPage(502, 'The HTTP API of the origin is not there.')
  const { headers, search } = forwarded
  const host = `${apiId}.execute-api.${region}.amazonaws.com`
  // API Gateway knows an API by its host: a policy that sends the viewer's own does not get there.
  if (headers.has('host') && headers.get('host') !== host) return message(403, 'Forbidden')
  headers.set('host', host)
  const url = new URL(request.url)
  const refusal = apiHeadRefusal(new Request(url, { method: request.method, headers }), `${url.pathname}${search}`)
  if (refusal !== undefined) return refusal
  const asked = new URL(`https://${host}`)
  // Not by a relative address: a path that begins with two slashes is none.
  asked.pathname = url.pathname
  asked.search = search
  const { body, method } = request
  return api.fetch(new Request(asked, { method, headers, body, signal: request.signal, ...(body === null ? {} : { duplex: 'half' }) }))
}
