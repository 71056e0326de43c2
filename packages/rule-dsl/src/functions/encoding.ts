import { toText } from '../value/conversion.ts'
import { readJson } from '../value/json.ts'
import type { SqlValue } from '../value/value.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'
import type { FunctionContext } from './function-context.ts'
import { anyOrBytes, fn, oneOf, string } from './signature.ts'

const utf8 = new TextEncoder()
const text = new TextDecoder()

/** `*` encodes the bytes as they came, JSON or not. */
function encode(value: SqlValue | Uint8Array): SqlValue {
  const source = value instanceof Uint8Array ? value : toText(value)
  return source === undefined ? undefined : encodeBase64(typeof source === 'string' ? utf8.encode(source) : source)
}

/** A JSON value if the bytes are one, else their text; Null for what is no base64. */
function decode(encoded: string, { version }: FunctionContext): SqlValue {
  const bytes = decodeBase64(encoded)
  if (bytes === undefined) return null
  const decoded = text.decode(bytes)
  try {
    return readJson(decoded, version)
  } catch {
    return decoded
  }
}

export const encodingFunctions = {
  decode: fn([string, oneOf('base64')], (value, _scheme, context) => decode(value, context)),
  encode: fn([anyOrBytes, oneOf('base64')], (value) => encode(value)),
}
