import type { IncomingMessage } from 'node:http'

/**
 * The URL that a request is for; `undefined` where its path or its Host makes none, as `//`, which anybody may send: the answer is 400.
 */
export function requestUrl({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>, protocol: 'http' | 'https'): URL | undefined {
  const text = `${protocol}://${headers.host ?? 'localhost'}${url}`
  return url.startsWith('/') && URL.canParse(text) ? new URL(text) : undefined
}
