/** A route of an HTTP API: its key as `GET /kegs/{kegId}`, and where it leads. */
export interface Route {
  readonly routeKey: string
  /** As `integrations/abc123`. */
  readonly target: string
  readonly constructPath: string
  /** Who is let in; absent: everybody. */
  readonly authorizer?: { readonly authorizerId: string; readonly scopes: readonly string[] }
  /** What a caller's IAM policies have to allow, on the request's own ARN or on one that is given; absent: no signature is asked for. */
  readonly iam?: { readonly action: string; readonly resource?: string }
}

/** The route a request takes, and what its path's variables hold. */
export interface RouteMatch {
  readonly route: Route
  readonly pathParameters: Readonly<Record<string, string>> | undefined
}

/**
 * The most specific route for a request: a full match first, then one with a greedy variable (`{proxy+}`), then `$default`;
 * fixed segments before variables, a method before `ANY`.
 *
 * @example matchRoute([{ routeKey: 'GET /kegs/{kegId}', target }], 'GET', '/kegs/k-1')?.pathParameters // { kegId: 'k-1' }
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html#http-api-develop-routes.evaluation
 */
export function matchRoute(routes: readonly Route[], method: string, path: string): RouteMatch | undefined {
  const segments = split(path)
  const matches = routes.flatMap((route) => {
    const [routeMethod = '', pattern] = route.routeKey.split(' ')
    if (pattern === undefined) return route.routeKey === '$default' ? [{ route, pathParameters: undefined, rank: '4' }] : []
    if (routeMethod !== 'ANY' && routeMethod !== method) return []
    const pathParameters = matchPath(split(pattern), segments)
    if (pathParameters === undefined) return []
    return [
      { route, pathParameters: Object.keys(pathParameters).length > 0 ? pathParameters : undefined, rank: rank(pattern, routeMethod) },
    ]
  })
  return matches.sort((left, right) => (left.rank < right.rank ? -1 : 1))[0]
}

/** Sorts as text: per segment 1 for a fixed one, 2 for a variable, 3 for a greedy one; then 1 for a method, 2 for `ANY`. */
function rank(pattern: string, method: string): string {
  const segments = split(pattern).map((segment) => (isGreedy(segment) ? '3' : isVariable(segment) ? '2' : '1'))
  return `${segments.includes('3') ? '3' : '1'}${segments.join('')}${method === 'ANY' ? '2' : '1'}`
}

function matchPath(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {}
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index]
    if (segment === undefined) return undefined
    if (isGreedy(expected)) return { ...parameters, [expected.slice(1, -2)]: segments.slice(index).map(decode).join('/') }
    if (isVariable(expected)) parameters[expected.slice(1, -1)] = decode(segment)
    else if (expected !== decode(segment)) return undefined
  }
  return pattern.length === segments.length ? parameters : undefined
}

function split(path: string): string[] {
  return path.slice(1).split('/')
}

function isGreedy(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('+}')
}

function isVariable(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('}')
}

/** A malformed escape stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
