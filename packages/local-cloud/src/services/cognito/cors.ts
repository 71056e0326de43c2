import { COGNITO_PREFIX } from './unsigned-requests.ts'
import type { UserPools } from './user-pools.ts'

/**
 * Whether the origin that asks is one of the callback or logout URLs of a client: of the pool that the address names, at the root of any.
 * AWS lets every origin in, and has no door of this machine to hold.
 */
export function isOriginOfClient(request: Request, pools: Pick<UserPools, 'find' | 'poolOfDomain' | 'list' | 'clients'>): boolean {
  const origin = request.headers.get('origin')
  const { pathname } = new URL(request.url)
  const name = pathname.startsWith(COGNITO_PREFIX) ? pathname.slice(COGNITO_PREFIX.length).split('/')[0] ?? '' : undefined
  const asked = name === undefined ? pools.list() : [pools.find(name) ?? pools.poolOfDomain(name) ?? []].flat()
  return asked.flatMap(({ id }) => pools.clients(id)).some(({ callbackUrls, logoutUrls }) =>
    [...callbackUrls, ...logoutUrls].some((url) => originOfUrl(url) === origin))
}

/** The response for the page of the origin that asks, which the doors have let in; a program says none, and gets no such header. */
export function withCors(request: Request, response: Response, headers: Readonly<Record<string, string>> = {}): Response {
  const origin = request.headers.get('origin')
  if (origin === null) return response
  for (const [name, value] of Object.entries({ 'access-control-allow-origin': origin, ...headers })) response.headers.set(name, value)
  response.headers.append('vary', 'origin')
  return response
}

/** `undefined` for an app's own scheme: its origin is written as that of a page without one. */
function originOfUrl(url: string): string | undefined {
  const origin = URL.canParse(url) ? new URL(url).origin : 'null'
  return origin === 'null' ? undefined : origin
}
