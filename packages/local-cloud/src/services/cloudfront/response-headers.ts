import { matchesPathPattern } from './path-pattern.ts'

/** A header that a policy sets; without `override`, only where the origin has not. */
export interface SetHeader {
  readonly name: string
  readonly value: string
  readonly override: boolean
}

/** Which pages of other origins may read an answer, and what they may ask. */
export interface CorsHeaders {
  /** As `https://*.bar.example`, or `*` for any. */
  readonly origins: readonly string[]
  readonly methods: readonly string[]
  readonly headers: readonly string[]
  readonly exposed: readonly string[]
  readonly maxAgeSec?: number | undefined
  readonly credentials: boolean
  readonly override: boolean
}

/** A response headers policy: what is taken off an answer, and what is set on it. */
export interface ResponseHeadersPolicy {
  readonly sets: readonly SetHeader[]
  readonly removes: readonly string[]
  readonly cors?: CorsHeaders | undefined
}

/** The answer with the headers of a policy; those of CORS for who asks from another origin alone. */
export function withHeaders(request: Request, response: Response, { sets, removes, cors }: ResponseHeadersPolicy): Response {
  const headers = new Headers(response.headers)
  for (const name of removes) headers.delete(name)
  const fromOtherOrigins = cors === undefined ? [] : corsHeaders(request, cors)
  for (const { name, value, override } of [...sets, ...fromOtherOrigins]) if (override || !headers.has(name)) headers.set(name, value)
  if (fromOtherOrigins.length > 0) headers.append('vary', 'Origin')
  return new Response(response.body, { status: response.status, headers })
}

/**
 * A content security policy for a page that is here over HTTP alone: without the directive that has everything asked for over TLS, from
 * which Safari, unlike others, does not exempt this machine.
 *
 * @example overHttp("default-src 'self'; upgrade-insecure-requests")  // "default-src 'self'"
 */
export const overHttp = (contentSecurityPolicy: string): string =>
  contentSecurityPolicy.split(';').filter((directive) => directive.trim().toLowerCase() !== 'upgrade-insecure-requests').join(';')

function corsHeaders(request: Request, { origins, methods, headers, exposed, maxAgeSec, credentials, override }: CorsHeaders): SetHeader[] {
  const origin = request.headers.get('origin')
  if (origin === null || !origins.some((pattern) => matchesPathPattern(pattern, origin))) return []
  const set = (name: string, value: string | undefined): SetHeader[] =>
    (value === undefined || value === '' ? [] : [{ name, value, override }])
  const isPreflight = request.method === 'OPTIONS' && request.headers.has('access-control-request-method')
  return [
    ...set('access-control-allow-origin', origins.includes('*') ? '*' : origin),
    ...set('access-control-allow-credentials', credentials ? 'true' : undefined),
    ...(isPreflight
      ? [
        ...set('access-control-allow-methods', methods.join(', ')), ...set('access-control-allow-headers', headers.join(', ')),
        ...set('access-control-max-age', maxAgeSec?.toString()),
      ]
      : set('access-control-expose-headers', exposed.join(', '))),
  ]
}

const set = (name: string, value: string, override = false): SetHeader => ({ name, value, override })
const security: readonly SetHeader[] = [
  set('strict-transport-security', 'max-age=31536000'), set('x-content-type-options', 'nosniff', true), set('x-frame-options', 'SAMEORIGIN'),
  set('x-xss-protection', '1; mode=block'), set('referrer-policy', 'strict-origin-when-cross-origin'),
]
const simple: CorsHeaders = { origins: ['*'], methods: [], headers: [], exposed: [], credentials: false, override: false }
const preflight: CorsHeaders = {
  ...simple, methods: ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS'], exposed: ['*'],
}

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html */
export const managedResponseHeadersPolicies: Readonly<Record<string, ResponseHeadersPolicy>> = {
  // SimpleCORS, CORS-With-Preflight, SecurityHeadersPolicy, and each of the first with the last.
  '60669652-455b-4ae9-85a4-c4c02393f86c': { sets: [], removes: [], cors: simple },
  '5cc3b908-e619-4b99-88e5-2cf7f45965bd': { sets: [], removes: [], cors: preflight },
  '67f7725c-6f97-4210-82d7-5512b31e9d03': { sets: security, removes: [] },
  'e61eb60c-9c35-4d20-a928-2b84e02af89c': { sets: security, removes: [], cors: simple },
  'eaab4381-ed33-4a86-88ca-d9558dc6cd63': { sets: security, removes: [], cors: preflight },
}
