import { readJson } from '../value/json.ts'
import type { SqlValue, SqlVersion } from '../value/value.ts'

/** What a rule is run on: `topic` as published, `payload` its bytes. */
export interface RuleMessage {
  readonly topic: string
  readonly payload: Uint8Array
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
// A message that many rules look at, one after the other, is read once. The last one stays in memory; a WeakRef costs more than most rules.
let last: { readonly message: RuleMessage; readonly version: SqlVersion; readonly value: SqlValue } | undefined

/** The payload's value when it is a JSON object or array; AWS takes everything else for binary, Undefined here. */
export function readPayload(message: RuleMessage, version: SqlVersion): SqlValue {
  if (last?.message === message && last.version === version) return last.value
  const value = readDocument(message.payload, version)
  last = { message, version, value }
  return value
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
