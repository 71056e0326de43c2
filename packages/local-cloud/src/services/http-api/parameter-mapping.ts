import { isRecord } from '@keg/aws-service'
import type { EventContext } from './request-event.ts'

/**
 * Changes of a request or a response by what they change, as `append:header.site`, with the value: text, `$request.header.x`, or text with
 * `${…}`.
 */
export type ParameterMappings = Readonly<Record<string, string>>

/** Where values come from. */
interface Sources {
  readonly kind: 'request' | 'response'
  readonly headers: Headers
  readonly query?: URLSearchParams
  readonly path?: string
  readonly pathParameters?: Readonly<Record<string, string>>
  /** Parsed when a value is taken from it. */
  readonly body: string
  readonly context: Readonly<Record<string, unknown>>
}

const form = /^(append|overwrite|remove):(?:(header|querystring)\.(.+)|(path|statuscode))$/i

/** Throws `TypeError` for a mapping that API Gateway has not. */
export function checkMappings(mappings: ParameterMappings, kind: Sources['kind']): void {
  for (const name of Object.keys(mappings)) {
    const [, action, place, , whole] = form.exec(name) ?? []
    const known = kind === 'request' ? place !== undefined || whole === 'path' : place === 'header' || whole === 'statuscode'
    if (!known || (whole !== undefined && action !== 'overwrite')) throw new TypeError(`${name} is no mapping of a ${kind}`)
  }
}

/**
 * The request as the integration gets it, and the path that it is asked for.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 */
export async function mappedRequest(
  request: Request, mappings: ParameterMappings, context: EventContext,
): Promise<{ request: Request; path: string }> {
  const url = new URL(request.url)
  const headers = new Headers(request.headers)
  const body = await request.clone().text()
  const sources: Sources = {
    kind: 'request', headers: request.headers, query: new URLSearchParams(url.search), path: context.path,
    pathParameters: context.pathParameters ?? {}, body, context: contextValues(request, context),
  }
  let path = context.path
  for (const [name, expression] of Object.entries(mappings)) {
    const [, action = '', place, parameter = '', whole] = form.exec(name) ?? []
    const value = evaluated(expression, sources)
    if (whole === 'path') path = value ?? path
    else change(place === 'header' ? headers : url.searchParams, action, parameter, value)
  }
  const init = { method: request.method, headers, ...(request.body === null ? {} : { body: Buffer.from(await request.arrayBuffer()) }) }
  return { request: new Request(url, init), path }
}

/** The response as the client gets it. */
export async function mappedResponse(
  response: Response, mappings: ParameterMappings, request: Request, context: EventContext,
): Promise<Response> {
  const headers = new Headers(response.headers)
  const bytes = await response.arrayBuffer()
  const sources: Sources = {
    kind: 'response', headers: response.headers, body: Buffer.from(bytes).toString(), context: contextValues(request, context),
  }
  let { status } = response
  for (const [name, expression] of Object.entries(mappings)) {
    const [, action = '', , parameter = '', whole] = form.exec(name) ?? []
    const value = evaluated(expression, sources)
    if (whole === 'statuscode') status = Number(value ?? status)
    else change(headers, action, parameter, value)
  }
  return new Response(response.body === null ? null : bytes, { status, headers })
}

/** What can't be had changes nothing. */
function change(parameters: Headers | URLSearchParams, action: string, name: string, value: string | undefined): void {
  if (action === 'remove') parameters.delete(name)
  else if (value !== undefined && action === 'append') parameters.append(name, value)
  else if (value !== undefined) parameters.set(name, value)
}

function evaluated(expression: string, sources: Sources): string | undefined {
  if (expression.startsWith('$') && !expression.startsWith('${')) return found(expression, sources)
  return expression.replaceAll(/\$\{([^}]+)\}/g, (_, inner: string) => found(`$${inner.replace(/^\$/, '')}`, sources) ?? '')
}

function found(expression: string, { kind, headers, query, path, pathParameters, body, context }: Sources): string | undefined {
  const [first = '', place = '', ...rest] = expression.slice(1).split('.')
  const name = rest.join('.')
  if (first === 'context') return asText(at(context, [place, ...rest]))
  if (first !== kind) return undefined
  switch (place) {
    case 'header': return headers.get(name) ?? undefined
    case 'querystring': return query?.get(name) ?? undefined
    case 'path': return name === '' ? path : pathParameters?.[name]
    case 'body': return name === '' ? body : asText(at(json(body), rest))
    default: return undefined
  }
}

function at(value: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), value)
}

function asText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Nothing is found in what is no JSON.
    return undefined
  }
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html */
function contextValues(
  request: Request, { accountId, apiId, domainName, stage, requestId, route, path, nowMs, authorizer }: EventContext,
): Record<string, unknown> {
  const jwt = isRecord(authorizer) && isRecord(authorizer['jwt']) ? authorizer['jwt'] : {}
  const told = isRecord(authorizer) && isRecord(authorizer['lambda']) ? authorizer['lambda'] : {}
  return {
    accountId, apiId, domainName, domainPrefix: apiId, stage, requestId, extendedRequestId: requestId, routeKey: route.routeKey, path,
    httpMethod: request.method, protocol: 'HTTP/1.1', requestTimeEpoch: nowMs,
    identity: { sourceIp: '127.0.0.1', userAgent: request.headers.get('user-agent') ?? '' }, authorizer: { ...told, claims: jwt['claims'] },
  }
}
