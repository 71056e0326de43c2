import { isObject, type Json, type JsonObject } from './json.ts'
import { readJson } from './read-json.ts'

/**
 * The largest state, desired and reported together, in bytes of JSON. Metadata does not count.
 *
 * @example const fits = (state: object) => new TextEncoder().encode(JSON.stringify(state)).length <= MAX_STATE_BYTES
 */
export const MAX_STATE_BYTES = 8 * 1024
/**
 * The most levels below `desired` or `reported`. AWS's quota of 8 also counts `state` and the section.
 *
 * @example
 * const depth = (value: unknown): number =>
 *   typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0
 * depth({ valve: { left: 'open' } }) <= MAX_STATE_DEPTH  // true
 */
export const MAX_STATE_DEPTH = 6
const MAX_TOKEN_BYTES = 64

/** What an update asks for; a section or the whole state that is `null` is to be removed. */
export interface UpdateRequest {
  readonly state: null | { readonly desired?: JsonObject | null; readonly reported?: JsonObject | null }
  /** The version that the shadow must have; absent: any. */
  readonly version?: number
  readonly clientToken?: string
}

/** A request that AWS refuses, with AWS's code and wording. */
export interface Refusal {
  readonly code: number
  readonly message: string
  readonly clientToken?: string
}
export type Parsed<Request> = { readonly request: Request; readonly refused?: undefined }
  | { readonly request?: undefined; readonly refused: Refusal }

const utf8 = new TextDecoder('utf-8', { fatal: true })
const encoder = new TextEncoder()
export const jsonBytes = (value: unknown): number => encoder.encode(JSON.stringify(value)).length

const refuse = (code: number, message: string, clientToken?: string): { refused: Refusal } => ({
  refused: { code, message, ...(clientToken !== undefined && { clientToken }) },
})

/** The JSON object in the payload; an empty payload is `undefined`. */
function parseObject(payload: Uint8Array): Parsed<Readonly<Record<string, unknown>> | undefined> {
  if (payload.length === 0) return { request: undefined }
  let text: string
  try {
    text = utf8.decode(payload)
  } catch {
    return refuse(415, 'Unsupported documented encoding; supported encoding is UTF-8')
  }
  try {
    const value = readJson(text)
    return isObject(value) ? { request: value } : refuse(400, 'Invalid JSON')
  } catch {
    return refuse(400, 'Invalid JSON')
  }
}

const tokenOf = (value: unknown): string | undefined =>
  typeof value === 'string' && encoder.encode(value).length <= MAX_TOKEN_BYTES ? value : undefined

/** Reads a get request: empty, or an object that may carry a client token. */
export function parseTokenRequest(payload: Uint8Array): Parsed<{ readonly clientToken?: string }> {
  const parsed = parseObject(payload)
  if (parsed.refused !== undefined) return { refused: parsed.refused }
  const given = parsed.request?.['clientToken']
  if (given === undefined) return { request: {} }
  const clientToken = tokenOf(given)
  return clientToken === undefined ? refuse(400, 'Invalid clientToken') : { request: { clientToken } }
}

/**
 * The client token of a delete request, where there is one. AWS ignores whatever else it holds.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-mqtt.html#delete-pub-sub-topic
 */
export function deleteToken(payload: Uint8Array): { readonly clientToken?: string } {
  const clientToken = tokenOf(parseObject(payload).request?.['clientToken'])
  return clientToken === undefined ? {} : { clientToken }
}

/**
 * Reads and checks an update request: everything that can be said without the shadow it is for.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-error-messages.html
 */
export function parseUpdateRequest(payload: Uint8Array): Parsed<UpdateRequest> {
  const parsed = parseObject(payload)
  if (parsed.refused !== undefined) return { refused: parsed.refused }
  if (parsed.request === undefined) return refuse(400, 'Invalid JSON')
  const { state, version, clientToken: given } = parsed.request
  const clientToken = tokenOf(given)
  if (given !== undefined && clientToken === undefined) return refuse(400, 'Invalid clientToken')
  if (version !== undefined && !isVersion(version)) return refuse(400, 'Invalid version', clientToken)
  const wrong = wrongState(state)
  if (wrong !== undefined) return refuse(400, wrong, clientToken)
  return {
    request: {
      // wrongState has looked at its shape; the rest of it comes from JSON.parse.
      state: state as UpdateRequest['state'],
      ...(version !== undefined && { version }),
      ...(clientToken !== undefined && { clientToken }),
    },
  }
}

const isVersion = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function wrongState(state: unknown): string | undefined {
  if (state === undefined) return 'Missing required node: state'
  if (state === null) return undefined
  if (!isObject(state)) return 'State node must be an object'
  for (const [name, section] of Object.entries(state)) {
    if (name !== 'desired' && name !== 'reported') return `State contains an invalid node: '${name}'`
    if (section === null) continue
    if (!isObject(section)) return `${name === 'desired' ? 'Desired' : 'Reported'} node must be an object`
    // Members of a parsed object are JSON.
    const wrong = wrongTree(section as JsonObject, 1)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function wrongTree(value: Json, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const members = Object.values(value)
  if (members.length > 0 && depth > MAX_STATE_DEPTH) return `JSON contains too many levels of nesting; maximum is ${MAX_STATE_DEPTH}`
  if (Array.isArray(value) && members.includes(null)) return 'Invalid JSON: an array holds no null'
  return members.map((member) => wrongTree(member, depth + 1)).find((wrong) => wrong !== undefined)
}
