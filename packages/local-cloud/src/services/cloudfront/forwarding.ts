/** Which headers, cookies or parameters a policy names. */
export interface Selection {
  readonly of: 'none' | 'all' | 'whitelist' | 'allExcept'
  readonly names?: readonly string[]
}

/** What of a viewer's request a policy has CloudFront send to the origin. */
export interface Forwarding {
  readonly headers: Selection
  readonly cookies: Selection
  readonly queryStrings: Selection
}

/** A cache policy. Nothing is cached here: what counts is what it forwards, and whether it lets CloudFront compress. */
export interface CachePolicy extends Forwarding {
  readonly gzip: boolean
  readonly brotli: boolean
}

/** What is sent to an origin of a viewer's request. */
export interface Forwarded {
  readonly headers: Headers
  /** With its question mark; empty where there is none. */
  readonly search: string
}

/** Sent whatever the policies say. */
const ALWAYS = new Set([
  'cache-control', 'content-length', 'content-type', 'date', 'if-match', 'if-modified-since', 'if-none-match', 'if-range',
  'if-unmodified-since', 'origin', 'pragma', 'range',
])
/** Of one connection, and no matter of the next. */
const HOP_BY_HOP = new Set(['connection', 'expect', 'keep-alive', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade'])
const WRITES = new Set(['DELETE', 'PATCH', 'POST', 'PUT'])

/**
 * What CloudFront sends to an origin: what the cache policy or the origin request policy names, and what it sends in any case. `host` is
 * among the headers only where a policy names it.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-headers-behavior
 */
export function forwarded(request: Request, cachePolicy: Forwarding, originRequestPolicy: Forwarding | undefined): Forwarded {
  const policies = originRequestPolicy === undefined ? [cachePolicy] : [cachePolicy, originRequestPolicy]
  const takes = (kind: keyof Forwarding) => (name: string) => policies.some((policy) => isSelected(policy[kind], name))
  const [takesHeader, takesCookie, takesQuery] = [takes('headers'), takes('cookies'), takes('queryStrings')]
  const headers = new Headers()
  request.headers.forEach((value, name) => {
    if (name === 'cookie' || HOP_BY_HOP.has(name)) return
    const always = ALWAYS.has(name) || (name === 'authorization' && WRITES.has(request.method))
    if (always || takesHeader(name)) headers.append(name, value)
  })
  const cookies = (request.headers.get('cookie') ?? '').split(/; */).filter((cookie) => cookie !== '' && takesCookie(nameOf(cookie)))
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '))
  if (!headers.has('user-agent')) headers.set('user-agent', 'Amazon CloudFront')
  return { headers, search: selectedSearch(new URL(request.url).search, takesQuery) }
}

function isSelected({ of, names = [] }: Selection, name: string): boolean {
  if (of === 'none' || of === 'all') return of === 'all'
  return names.some((one) => one.toLowerCase() === name.toLowerCase()) === (of === 'whitelist')
}

/** The parameters as they were written: their encoding is part of signatures. */
function selectedSearch(search: string, takes: (name: string) => boolean): string {
  const taken = search.slice(1).split('&').filter((parameter) => parameter !== '' && takes(decoded(nameOf(parameter))))
  return taken.length === 0 ? '' : `?${taken.join('&')}`
}

const nameOf = (pair: string): string => pair.split('=')[0] ?? ''

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
