import type { IncomingMessage } from 'node:http'
import type { Http2ServerRequest } from 'node:http2'

/** A name or an address with a port, and nothing else that a URL could take for something else. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/** A request without its body; `undefined` for one whose host and path make no URL. */
export function requestHead(incoming: IncomingMessage | Http2ServerRequest): Request | undefined {
  const host = incoming.headers.host ?? incoming.headers[':authority'] ?? '127.0.0.1'
  const path = incoming.url ?? '/'
  // A server that is no proxy is asked by path alone. [RFC 9112, 3.2.1]
  if (typeof host !== 'string' || !HOST.test(host) || !path.startsWith('/') || !URL.canParse(`http://${host}${path}`)) return undefined
  try {
    return new Request(`http://${host}${path}`, { method: incoming.method ?? 'GET', headers: headersOf(incoming) })
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
