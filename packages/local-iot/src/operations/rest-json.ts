import { shapesOf, structures, type Member } from './model.generated.ts'
import type { RouteMatch } from './route.ts'
import { ServiceException } from './service-exception.ts'

/** The operation's input from where its members travel: path, query, headers and body. Throws for a body that is no JSON. */
export function parseInput({ name, labels }: RouteMatch, { searchParams }: URL, headers: Headers, body: Uint8Array): Record<string, unknown> {
  const members = Object.entries(structures[shapesOf[name]?.input ?? ''] ?? {})
  const inBody = members.some(([, member]) => member.in === undefined) ? jsonObject(body) : {}
  const entries = members.map(([member, shape]): [string, unknown] => {
    const [place = '', key = ''] = splitOnce(shape.in ?? '')
    if (place === 'label') return [member, simple(shape, labels[member])]
    if (place === 'query') return [member, queryValue(shape, searchParams, key)]
    if (place === 'header') return [member, simple(shape, headers.get(key))]
    if (place === 'payload') return [member, shape.type === 'blob' ? body : jsonObject(body)]
    return [member, revive(shape.type, inBody[member])]
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
  return text
}

function jsonObject(body: Uint8Array): Record<string, unknown> {
  if (body.length === 0) return {}
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Answered below, like JSON that is no object.
  }
  throw new ServiceException('SerializationException', 400, 'The request body is not a JSON object.')
}

/** JSON to the model's types: base64 to bytes. */
function revive(type: string, value: unknown): unknown {
  return type === 'blob' && typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value
}

/** The answer to an operation: a payload member as it is, else the members as JSON. */
export function serializeOutput(operation: string, output: unknown): { body: Uint8Array; contentType: string } {
  const name = shapesOf[operation]?.output
  const members = Object.entries(structures[name ?? ''] ?? {})
  const payload = members.find(([, member]) => member.in === 'payload')
  if (payload !== undefined) {
    // A payload member of the data plane is bytes by its shape.
    const bytes = (output as Record<string, Uint8Array | undefined>)[payload[0]] ?? new Uint8Array()
    return { body: bytes, contentType: 'application/octet-stream' }
  }
  return { body: encodeJson(name === undefined ? (output ?? {}) : toJson(`struct:${name}`, output)), contentType: 'application/json' }
}

export function serializeError({ name, message, members }: ServiceException): { body: Uint8Array; headers: Record<string, string> } {
  return { body: encodeJson({ message, ...members }), headers: { 'content-type': 'application/json', 'x-amzn-errortype': name } }
}

const encodeJson = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** The model's types to JSON: times to seconds, bytes to base64; members that are absent stay so. */
function toJson(type: string, value: unknown): unknown {
  if (value === undefined || value === null) return undefined
  const [kind = '', rest = ''] = splitOnce(type)
  if (kind === 'timestamp') return value instanceof Date ? value.getTime() / 1000 : value
  if (kind === 'blob') return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
  if (kind === 'list') return Array.isArray(value) ? value.map((entry) => toJson(rest, entry)) : value
  if (kind !== 'struct' && kind !== 'map') return value
  const shape = kind === 'struct' ? (structures[rest] ?? {}) : undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => {
      const memberType = shape === undefined ? rest : shape[key]?.type
      return memberType === undefined ? [] : [[key, toJson(memberType, entry)]]
    }),
  )
}

const splitOnce = (text: string) => {
  const at = text.indexOf(':')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
