/** `CorsConfiguration` of an HTTP API. */
export interface Cors {
  readonly allowOrigins: readonly string[]
  readonly allowMethods: readonly string[]
  readonly allowHeaders: readonly string[]
  readonly exposeHeaders: readonly string[]
  readonly maxAgeSec: number | undefined
  readonly allowCredentials: boolean
}

/** The answer to a preflight request; `undefined` for any other request. */
export function preflight(cors: Cors, request: Request): Response | undefined {
  const origin = request.headers.get('origin')
  if (request.method !== 'OPTIONS' || origin === null || !request.headers.has('access-control-request-method')) return undefined
  const headers = originHeaders(cors, origin)
  if (headers !== undefined) {
    if (cors.allowMethods.length > 0) headers.set('access-control-allow-methods', cors.allowMethods.join(','))
    if (cors.allowHeaders.length > 0) headers.set('access-control-allow-headers', cors.allowHeaders.join(','))
    if (cors.maxAgeSec !== undefined) headers.set('access-control-max-age', String(cors.maxAgeSec))
  }
  return new Response(null, { status: 204, ...(headers === undefined ? {} : { headers }) })
}

/**
 * The response with the API's CORS headers; those that the function set itself are dropped, as API Gateway does.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export function withCors(cors: Cors, request: Request, response: Response): Response {
  const headers = new Headers(response.headers)
  for (const name of [...headers.keys()]) if (name.startsWith('access-control-')) headers.delete(name)
  const origin = request.headers.get('origin')
  const added = origin === null ? undefined : originHeaders(cors, origin)
  added?.forEach((value, name) => headers.set(name, value))
  if (added !== undefined && cors.exposeHeaders.length > 0) headers.set('access-control-expose-headers', cors.exposeHeaders.join(','))
  return new Response(response.body, { status: response.status, headers })
}

/** Whether pages of this origin may ask; `null`: a page's browser does not say which, so that only `*` lets it in. */
export function admitsOrigin({ allowOrigins }: Cors, origin: string | null): boolean {
  return allowOrigins.includes('*') || (origin !== null && allowOrigins.some((allowed) => matchesOrigin(allowed, origin)))
}

function originHeaders(cors: Cors, origin: string): Headers | undefined {
  const any = cors.allowOrigins.includes('*')
  if (!admitsOrigin(cors, origin)) return undefined
  const headers = new Headers({ 'access-control-allow-origin': any ? '*' : origin })
  if (!any) headers.set('vary', 'origin')
  if (cors.allowCredentials) headers.set('access-control-allow-credentials', 'true')
  return headers
}

/** `https://*` and `https://*.example.com` are the wildcards there are. */
function matchesOrigin(allowed: string, origin: string): boolean {
  const [prefix = '', suffix] = allowed.split('*')
  return suffix === undefined
    ? allowed === origin
    : origin.startsWith(prefix) && origin.endsWith(suffix) && origin.length > prefix.length + suffix.length
}
