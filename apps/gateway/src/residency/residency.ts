import { parseJson, partResidents, type Message } from '@keg/message-schemas'
import { kegMessages, MAX_POUR_ML, pour } from '@keg/message-schemas/keg'
import { matchesTopicFilter } from '@keg/mqtt-topics'
import { isDeepStrictEqual } from 'node:util'
import { pourStub } from './pour-stub.ts'
import { hasRepeatedKey } from './repeated-key.ts'
import { Traces } from './traces.ts'
import { REASONS, type Reason, type Withheld } from './withheld.ts'

/** What of a site may leave it. */
export interface Residency {
  /** Whether anything on this topic may leave, and anything made of it. */
  mayLeave(topic: string): boolean
  /** What may leave of a message; `undefined` = nothing. */
  leaving(topic: string, payload: Uint8Array): Uint8Array | undefined
  /** The same of a keg's message that comes in; what stays is kept at the site first. Throws where the disk fails. */
  arriving(kegId: string, topic: string, payload: Uint8Array): Uint8Array | undefined
}

/** Everything may leave. */
export const openHouse: Residency = {
  mayLeave: () => true, leaving: (_topic, payload) => payload, arriving: (_kegId, _topic, payload) => payload,
}

export interface ResidencyParts {
  /** Filters of topics that may not leave; none of them matches pours. */
  readonly topics: readonly string[]
  readonly withheld: Withheld
  readonly nowMs: () => number
}

/** What is decided of a message, and why what stays does. */
interface Decision {
  readonly leaves: Uint8Array | undefined
  readonly reason?: Reason
}

/**
 * The residency of a site. Only what a message's schema names leaves, written anew, without the fields that it marks: what can't be read
 * can't be looked through, and stays. Of a pour that stays a stub leaves, because its volume is the ledger's.
 */
export function createResidency({ topics, withheld, nowMs }: ResidencyParts): Residency {
  const mayLeave = (topic: string) => !topics.some((filter) => matchesTopicFilter(filter, topic))
  const decide = (topic: string, payload: Uint8Array): Decision => {
    if (!mayLeave(topic)) return { leaves: undefined, reason: 'topic' }
    const kind = kegMessages.byTopic(topic)
    return kind === undefined ? { leaves: undefined, reason: 'unreadable' } : decideByKind(kind, topic, payload, withheld.secret)
  }
  return {
    mayLeave,
    leaving: (topic, payload) => decide(topic, payload).leaves,
    arriving(kegId, topic, payload) {
      const { leaves, reason } = decide(topic, payload)
      if (reason !== undefined) withheld.keep({ kegId, topic, payload, reason, atMs: nowMs() })
      return leaves
    },
  }
}

function decideByKind(kind: Message, topic: string, payload: Uint8Array, secret: Uint8Array): Decision {
  const instead = (reason: Reason, readable: unknown, traces: Traces): Decision =>
    ({ reason, leaves: kind.name === pour.name ? pourStub(topic, payload, readable, traces, secret) : undefined })
  const json = parseJson(payload)
  if (!json.ok) return instead('unreadable', undefined, new Traces([]))
  // Of a marked field that stands twice one value is known: nothing but the volume is sure to be none of the other.
  if (hasRepeatedKey(new TextDecoder().decode(payload))) return instead('unreadable', volumeOf(json.value), new Traces([]))
  const { leaves, stayed } = partResidents(kind.schema, json.value)
  const known = knownPart(kind, leaves)
  if (known === undefined) return instead('unreadable', leaves, new Traces(stayed))
  // A message of an older version is of this one now, which may mark what that did not.
  const current = partResidents(kind.schema, known.value)
  const all = [...stayed, ...current.stayed]
  const traces = new Traces(all)
  if (traces.inName(topic) || traces.within(current.leaves)) return instead('copiedValue', leaves, traces)
  const reason = all.length > 0 ? 'markedField' : isSame(current.leaves, leaves) ? undefined : 'unknownField'
  // Never the bytes that came: between them there is room for what no schema sees.
  return { leaves: encode(current.leaves), ...(reason === undefined ? {} : { reason }) }
}

/** A volume that a pour may have: too short a number to be a card's. */
function volumeOf(value: unknown): { readonly volumeMl?: number } {
  const volumeMl = typeof value === 'object' && value !== null && 'volumeMl' in value ? value.volumeMl : undefined
  return typeof volumeMl === 'number' && volumeMl <= MAX_POUR_ML ? { volumeMl } : {}
}

/** What the schema knows of a value; one of an older version is brought up to date. `undefined` where it does not fit. */
function knownPart(kind: Message, value: unknown): { readonly value: unknown } | undefined {
  const current = kind.schema.safeParse(value)
  if (current.success) return { value: current.data }
  try {
    const older = kind.decode(encode(value))
    return older.ok ? { value: older.value } : undefined
  } catch {
    // Nested deeper than can be written.
    return undefined
  }
}

function isSame(known: unknown, sent: unknown): boolean {
  try {
    return isDeepStrictEqual(known, sent)
  } catch {
    // Nested deeper than can be compared, and no schema is.
    return false
  }
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

/** How often each reason may have been, at first. */
export const noneWithheld = (): Record<Reason, number> =>
  // Every reason is named.
  Object.fromEntries(REASONS.map((reason) => [reason, 0])) as Record<Reason, number>
