/** Of a request, as servers of HTTP/1.1 and HTTP/2 hand it over, what names its address. */
export interface Addressed {
  readonly url?: string | undefined
  readonly headers: { readonly host?: string | undefined; readonly ':authority'?: string | undefined }
}

/** A name or an address with a port, and nothing else that a URL could take for something else. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/**
 * The URL that a request is for; `undefined` where its path or its Host makes none, as `//`, which anybody may send: the answer is 400.
 * A server that is no proxy is asked by path alone. [RFC 9112, 3.2.1]
 *
 * @example requestUrl({ url: '/things/k-1', headers: { host: 'localhost:4566' } }, 'http')?.pathname  // '/things/k-1'
 */
export function requestUrl({ url = '', headers }: Addressed, protocol: 'http' | 'https'): URL | undefined {
  const host = headers.host ?? headers[':authority'] ?? 'localhost'
  const text = `${protocol}://${host}${url}`
  return HOST.test(host) && url.startsWith('/') && URL.canParse(text) ? new URL(text) : undefined
}
