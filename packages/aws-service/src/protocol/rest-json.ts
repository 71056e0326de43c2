import { isRecord } from '../is-record.ts'
import type { Member, Model, Route } from '../model/model.ts'
import { splitType } from '../model/type-name.ts'
import type { ServiceException } from '../service-exception.ts'
import { bytes } from './body.ts'
import { parsedInput } from './json.ts'
import type { Call, Protocol } from './protocol.ts'
import { routesOf, type RouteMatch } from './route.ts'

/** Collects the input of an operation from path, query, headers and body. Throws for a body that is no JSON. */
export function parseInput(
  { shapesOf, structures }: Model, { name, labels }: RouteMatch, { searchParams }: URL, headers: Headers, body: Uint8Array,
): Record<string, unknown> {
  const members = Object.entries(structures[shapesOf[name]?.input ?? ''] ?? {})
  const inBody = members.some(([, member]) => member.in === undefined) ? jsonObject(body) : {}
  const entries = members.map(([member, shape]): [string, unknown] => {
    const [place, key] = splitType(shape.in ?? '')
    if (place === 'label') return [member, simple(shape, labels[member])]
    if (place === 'query') return [member, queryValue(shape, searchParams, key)]
    if (place === 'header') return [member, simple(shape, headers.get(key))]
    if (place === 'payload') return [member, shape.type === 'blob' ? body : jsonObject(body)]
    return [member, revive(structures, shape.type, inBody[member])]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null))
}

function queryValue(shape: Member, searchParams: URLSearchParams, key: string): unknown {
  if (shape.type.startsWith('list:')) return searchParams.has(key) ? searchParams.getAll(key) : undefined
  return simple(shape, searchParams.get(key))
}

function simple({ type }: Member, text: string | null | undefined): unknown {
  if (text === null || text === undefined) return undefined
  if (type === 'number') return Number(text)
  if (type === 'boolean') return text === 'true'
  if (type === 'timestamp') return dateOf(text)
  return text
}

/** Addresses write times as `2026-12-24T18:00:00Z`, headers as HTTP does; text that is no time stays, to be refused. */
function dateOf(text: string): unknown {
  const atMs = Date.parse(text)
  return Number.isNaN(atMs) ? text : new Date(atMs)
}

const jsonObject = (body: Uint8Array) => parsedInput(new TextDecoder().decode(body))

/**
 * Converts JSON to the model's types: base64 to bytes, seconds to dates, however deep they are. What is not of its type stays, to be
 * refused.
 */
function revive(structures: Model['structures'], type: string, value: unknown): unknown {
  const [kind, rest] = splitType(type)
  if (kind === 'blob') return typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value
  if (kind === 'timestamp') return typeof value === 'number' ? new Date(value * 1000) : value
  if (kind === 'list') return Array.isArray(value) ? value.map((entry) => revive(structures, rest, entry)) : value
  if ((kind !== 'struct' && kind !== 'map') || !isRecord(value)) return value
  const shape = kind === 'struct' ? structures[rest] : undefined
  const typeOf = (key: string) => (kind === 'map' ? rest : (shape?.[key]?.type ?? 'json'))
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, revive(structures, typeOf(key), entry)]))
}

/** An input with its times in seconds, as every protocol gives them to operations that are served. */
const inSeconds = (input: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, secondsIn(value)]))

function secondsIn(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000
  if (Array.isArray(value)) return value.map(secondsIn)
  return isRecord(value) && !(value instanceof Uint8Array) ? inSeconds(value) : value
}

/** An output on its way: `statusCode` is 200 unless the output has a member for it. */
export interface SerializedOutput {
  readonly body: Uint8Array
  readonly contentType: string
  readonly statusCode: number
}

/** Serializes the output of an operation: a payload member as it is, other members as JSON. */
export function serializeOutput({ shapesOf, structures }: Model, operation: string, output: unknown): SerializedOutput {
  const name = shapesOf[operation]?.output
  const members = Object.entries(structures[name ?? ''] ?? {})
  const payload = members.find(([, member]) => member.in === 'payload')
  if (payload !== undefined) {
    // A payload member of the data plane is bytes by its shape.
    const bytes = (output as Record<string, Uint8Array | undefined>)[payload[0]] ?? new Uint8Array()
    return { body: bytes, contentType: 'application/octet-stream', statusCode: 200 }
  }
  const status = members.find(([, member]) => member.in === 'status')
  const { [status?.[0] ?? '']: statusCode = 200, ...rest } = (output ?? {}) as Readonly<Record<string, unknown>>
  const json = name === undefined ? rest : toJson(structures, `struct:${name}`, rest)
  // A member of the status is a number by its shape; 204 is an answer without a body.
  return {
    body: statusCode === 204 ? new Uint8Array() : encodeJson(json), contentType: 'application/json', statusCode: statusCode as number,
  }
}

export function serializeError({ name, message, members }: ServiceException): { body: Uint8Array; headers: Record<string, string> } {
  return { body: encodeJson({ message, ...members }), headers: { 'content-type': 'application/json', 'x-amzn-errortype': name } }
}

const encodeJson = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** Converts the model's types to JSON: times to seconds, bytes to base64. Absent members stay absent. */
function toJson(structures: Model['structures'], type: string, value: unknown): unknown {
  if (value === undefined || value === null) return undefined
  const [kind, rest] = splitType(type)
  if (kind === 'timestamp') return value instanceof Date ? value.getTime() / 1000 : value
  if (kind === 'blob') return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
  if (kind === 'list') return Array.isArray(value) ? value.map((entry) => toJson(structures, rest, entry)) : value
  if (kind !== 'struct' && kind !== 'map') return value
  const shape = kind === 'struct' ? (structures[rest] ?? {}) : undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => {
      const memberType = shape === undefined ? rest : shape[key]?.type
      return memberType === undefined ? [] : [[key, toJson(structures, memberType, entry)]]
    }),
  )
}

/**
 * REST with JSON, for a service that tells its operations apart by method and path.
 * @see https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
export function restJsonProtocol(model: Model, routes: readonly Route[]): Protocol {
  const match = routesOf(routes)
  return {
    read(request) {
      const url = new URL(request.url)
      const route = match(request.method, url)
      return route === undefined ? undefined : readCall(model, route, url, request)
    },
  }
}

async function readCall(model: Model, route: RouteMatch, url: URL, request: Request): Promise<Call> {
  return {
    operation: route.name,
    input: inSeconds(parseInput(model, route, url, request.headers, await bytes(request))),
    answer(output) {
      const { body, contentType, statusCode } = serializeOutput(model, route.name, output)
      return new Response(statusCode === 204 ? null : Uint8Array.from(body), {
        status: statusCode, headers: { 'content-type': contentType },
      })
    },
    refuse(error) {
      const { body, headers } = serializeError(error)
      return new Response(Uint8Array.from(body), { status: error.statusCode, headers })
    },
  }
}
