import { decode, type RouteMatch } from './route.ts'

/** What the event says about the API beside the request. */
export interface EventContext extends RouteMatch {
  readonly accountId: string
  readonly apiId: string
  readonly domainName: string
  readonly stage: string
  readonly requestId: string
  readonly nowMs: number
  /** The path as the client sent it to the API, stage included. */
  readonly path: string
  /** What the authorizer tells the function; absent: the route has none. */
  readonly authorizer?: object
}

const textual = /^(?:text\/|application\/(?:json|javascript|xml|x-www-form-urlencoded|[^;]*\+(?:json|xml)))/i

/**
 * The event of payload format 2.0.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function requestEvent(request: Request, body: Uint8Array, context: EventContext) {
  const { searchParams, search } = new URL(request.url)
  const { cookie, ...headers } = Object.fromEntries(request.headers)
  const isBase64Encoded = isBinary(request, body)
  const rawPath = decode(context.path)
  return {
    version: '2.0',
    routeKey: context.route.routeKey,
    rawPath,
    rawQueryString: search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers,
    ...(search.length <= 1 ? {} : { queryStringParameters: joined(searchParams) }),
    requestContext: {
      accountId: context.accountId,
      ...(context.authorizer === undefined ? {} : { authorizer: context.authorizer }),
      apiId: context.apiId,
      domainName: context.domainName,
      domainPrefix: context.apiId,
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: context.requestId,
      routeKey: context.route.routeKey,
      stage: context.stage,
      time: commonLogTime(context.nowMs),
      timeEpoch: context.nowMs,
    },
    ...(context.pathParameters === undefined ? {} : { pathParameters: context.pathParameters }),
    ...(body.length === 0 ? {} : { body: Buffer.from(body).toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  }
}

/**
 * The event of payload format 1.0, which is a REST API's.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function requestEventOfFirstFormat(request: Request, body: Uint8Array, context: EventContext): object {
  const { accountId, apiId, domainName, stage, requestId, nowMs, route, authorizer, pathParameters } = context
  const path = decode(context.path)
  const resourcePath = route.routeKey.split(' ')[1] ?? '$default'
  const isBase64Encoded = isBinary(request, body)
  const [single, multiple] = [singleValued(request), multiValued(request)]
  return {
    version: '1.0',
    resource: resourcePath,
    path,
    httpMethod: request.method,
    headers: single.headers,
    multiValueHeaders: multiple.headers,
    queryStringParameters: single.query,
    multiValueQueryStringParameters: multiple.query,
    requestContext: {
      accountId, apiId, domainName, domainPrefix: apiId, extendedRequestId: requestId, httpMethod: request.method,
      ...(authorizer === undefined ? {} : { authorizer }),
      identity: {
        accountId: null, caller: null, sourceIp: '127.0.0.1', user: null, userAgent: single.headers['user-agent'] ?? '', userArn: null,
      },
      path, protocol: 'HTTP/1.1', requestId, requestTime: commonLogTime(nowMs), requestTimeEpoch: nowMs,
      resourceId: route.routeKey, resourcePath, stage,
    },
    pathParameters: pathParameters ?? null,
    stageVariables: null,
    body: body.length === 0 ? null : Buffer.from(body).toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  }
}

/** Headers and query with one value for each name, the last; no query at all is `null`, as format 1.0 has it. */
export function singleValued(request: Request): { headers: Record<string, string>; query: Record<string, string> | null } {
  const { searchParams } = new URL(request.url)
  return { headers: Object.fromEntries(request.headers), query: searchParams.size === 0 ? null : Object.fromEntries(searchParams) }
}

/** Headers and query with every value. */
export function multiValued(request: Request): { headers: Record<string, string[]>; query: Record<string, string[]> | null } {
  const { searchParams } = new URL(request.url)
  const query = Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]))
  return {
    headers: Object.fromEntries([...request.headers].map(([name, value]) => [name, [value]])),
    query: searchParams.size === 0 ? null : query,
  }
}

function isBinary(request: Request, body: Uint8Array): boolean {
  return body.length > 0 && !textual.test(request.headers.get('content-type') ?? 'application/json')
}

/** Repeated parameters are joined by commas: format 2.0 has no multi-value fields. */
function joined(parameters: URLSearchParams): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [name, value] of parameters) result[name] = result[name] === undefined ? value : `${result[name]},${value}`
  return result
}

/** As `12/Mar/2020:19:03:58 +0000`. */
function commonLogTime(nowMs: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(nowMs).toUTCString()) ?? []
  return `${day}/${month}/${year}:${time} +0000`
}
