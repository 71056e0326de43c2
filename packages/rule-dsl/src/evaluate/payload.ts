import { readJson } from '../value/json.ts'
import type { SqlValue, SqlVersion } from '../value/value.ts'

/** What a rule is run on: `topic` as published, `payload` its bytes. */
export interface RuleMessage {
  readonly topic: string
  readonly payload: Uint8Array
}

/** A payload read on first use: its value when it is a JSON object or array; AWS takes everything else for binary, Undefined here. */
export interface Payload {
  readonly value: SqlValue
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
// A message that many rules look at is read once per SQL version.
const seen: Record<SqlVersion, WeakMap<RuleMessage, Payload>> = { '2015-10-08': new WeakMap(), '2016-03-23': new WeakMap() }

/** The payload of a message, read on first use. */
export function payloadOf(message: RuleMessage, version: SqlVersion): Payload {
  const known = seen[version].get(message)
  if (known !== undefined) return known
  let read: { value: SqlValue } | undefined
  const payload: Payload = {
    get value() {
      read ??= { value: readDocument(message.payload, version) }
      return read.value
    },
  }
  seen[version].set(message, payload)
  return payload
}

function readDocument(bytes: Uint8Array, version: SqlVersion): SqlValue {
  try {
    const value = readJson(utf8.decode(bytes), version)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}
