import type { IncomingMessage } from 'node:http'
import type { Http2ServerRequest } from 'node:http2'
import { requestUrl } from '@keg/local-iot/doors'

/** Makes a request without its body; `undefined` where host and path make no URL. */
export function requestHead(incoming: IncomingMessage | Http2ServerRequest): Request | undefined {
  const url = requestUrl(incoming, 'http')
  if (url === undefined) return undefined
  try {
    return new Request(url, { method: incoming.method ?? 'GET', headers: headersOf(incoming) })
  } catch {
    // As TRACE, which `fetch` does not know.
    return undefined
  }
}

function headersOf({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): Headers {
  const headers = new Headers()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    // HTTP/2 has method, path and host among the headers.
    if (!name.startsWith(':')) headers.append(name, rawHeaders[index + 1] ?? '')
  }
  return headers
}
