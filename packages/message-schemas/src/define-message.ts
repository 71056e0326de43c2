import { topicTemplate, type TopicParameters, type TopicTemplate } from '@keg/mqtt-topics'
import type * as z from 'zod'
import { keepingProblem, shortened } from './keepable.ts'
import { oldestOf, upgraded, type Upgrades } from './upgrade.ts'

/** Why bytes are not this message: not text, not JSON, another schema version, or a field that the schema refuses. */
export type DecodeFailure = 'NOT_UTF8' | 'NOT_JSON' | 'WRONG_VERSION' | 'INVALID'

/** What {@link Message.decode} answers: the value, or a reason fit for a person, naming the field where one is at fault. */
export type Decoded<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: DecodeFailure; readonly reason: string }

/** A kind of message: where it is published, what it holds, and its schema version. */
export interface Message<Topic extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly version: number
  readonly topic: TopicTemplate<Topic>
  readonly schema: Schema
  /** The payload's bytes. Throws zod's error when the value does not fit: sending a wrong message is a bug here, not bad input. */
  encode(value: z.input<Schema>): Uint8Array
  /** The value in a payload's bytes. Never throws: what comes off the wire may be anything. */
  decode(payload: Uint8Array): Decoded<z.output<Schema>>
}

/** The value that a message holds. */
export type MessageValue<M extends Message> = z.output<M['schema']>
/** The named levels of a message's topic. */
export type MessageTopic<M> = M extends Message<infer Topic> ? TopicParameters<Topic> : never

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Defines a kind of message once: devices encode it, handlers decode it, rules select from it, pages subscribe to it.
 * `schema` is a zod object whose `v` is the literal `version`. Values of older versions are read where `upgrades` has the way from there:
 * devices in the field send what their program knows.
 *
 * @example
 * const telemetry = defineMessage({ name: 'telemetry', version: 1, topic: 'keg/{siteId}/{kegId}/telemetry',
 *   schema: z.object({ v: z.literal(1), celsius: z.number() }) })
 * telemetry.decode(telemetry.encode({ v: 1, celsius: 4.2 }))  // { ok: true, value: { v: 1, celsius: 4.2 } }
 */
export function defineMessage<const Topic extends string, Schema extends z.ZodType>(definition: {
  name: string
  version: number
  topic: Topic
  schema: Schema
  upgrades?: Upgrades
}): Message<Topic, Schema> {
  const { name, version, schema, upgrades = {} } = definition
  return {
    name,
    version,
    topic: topicTemplate(definition.topic),
    schema,
    encode: (value) => new TextEncoder().encode(JSON.stringify(schema.parse(value))),
    decode: (payload) => decode(payload, { version, schema, upgrades }),
  }
}

interface Decoder<Schema> {
  readonly version: number
  readonly schema: Schema
  readonly upgrades: Upgrades
}

function decode<Schema extends z.ZodType>(payload: Uint8Array, decoder: Decoder<Schema>): Decoded<z.output<Schema>> {
  const json = parseJson(payload)
  if (!json.ok) return json
  const { version, upgrades } = decoder
  const sent = versionOf(json.value)
  const oldest = oldestOf(version, upgrades)
  if (sent !== undefined && !isBetween(sent, oldest, version)) {
    return {
      ok: false,
      failure: 'WRONG_VERSION',
      reason: `schema version ${shortened(JSON.stringify(sent))}, expected ${oldest === version ? version : `${oldest} to ${version}`}`,
    }
  }
  return parse(json.value, typeof sent === 'number' ? sent : version, decoder)
}

/** A value of a version that there is a way from. */
function parse<Schema extends z.ZodType>(
  value: unknown, sent: number, { version, schema, upgrades }: Decoder<Schema>,
): Decoded<z.output<Schema>> {
  try {
    const parsed = schema.safeParse(upgraded(value, sent, version, upgrades))
    if (!parsed.success) return invalid(parsed.error)
    // Of the value that is handed on: what the schema leaves out harms nobody.
    const problem = keepingProblem(parsed.data)
    return problem === undefined ? { ok: true, value: parsed.data } : refused(problem)
  } catch (error) {
    // A step checks what it is given; whatever else it does with bad input, decoding never throws.
    return isZodError(error) ? invalid(error) : refused(`version ${sent} can't be brought up to date: ${String(error)}`)
  }
}

/** By its shape: a definition may have been made with a zod of its own. */
const isZodError = (error: unknown): error is z.ZodError => error instanceof Error && 'issues' in error && Array.isArray(error.issues)

/** A reason that quotes what came is no longer than this, however much came. */
const MAX_REASON = 1_000

const refused = (reason: string) => ({ ok: false, failure: 'INVALID', reason: shortened(reason, MAX_REASON) }) as const

const invalid = ({ issues }: z.ZodError) =>
  refused(issues.map((issue) => `${shortened(issue.path.join('.')) || 'payload'}: ${issue.message}`).join('; '))

const isBetween = (sent: unknown, oldest: number, newest: number) =>
  typeof sent === 'number' && Number.isInteger(sent) && sent >= oldest && sent <= newest
const versionOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'v' in value ? value.v : undefined)

/**
 * Parses the JSON in a payload; answers the reason where there is none.
 *
 * @example parseJson(new TextEncoder().encode('{"v":1}'))  // { ok: true, value: { v: 1 } }
 */
export function parseJson(payload: Uint8Array): Decoded<unknown> {
  let text: string
  try {
    text = utf8.decode(payload)
  } catch {
    return { ok: false, failure: 'NOT_UTF8', reason: 'the payload is not UTF-8 text' }
  }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return {
      ok: false, failure: 'NOT_JSON',
      reason: shortened(`the payload is not JSON: ${error instanceof Error ? error.message : String(error)}`, MAX_REASON),
    }
  }
}
