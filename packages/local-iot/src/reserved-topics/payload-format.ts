import { isRecord } from '@keg/aws-service'
import { decode, encode } from 'cborg'

/** How a payload is written: the last level of the topic says it. */
export type PayloadFormat = 'json' | 'cbor'

/** The value that a payload holds. Throws where it is none of its format. */
export const parsePayload = (format: PayloadFormat, payload: Uint8Array): unknown =>
  format === 'cbor' ? decode(payload) : JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))

/** The object that a payload holds; `undefined` where it holds none. */
export function readPayload(format: PayloadFormat, payload: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = parsePayload(format, payload)
    return isRecord(value) ? value : undefined
  } catch {
    // A payload nested deeper than the stack ends here, too.
    return undefined
  }
}

/** Members that are `undefined` are left out. */
export const writePayload = (format: PayloadFormat, value: object): Uint8Array =>
  format === 'cbor' ? encode(value, { ignoreUndefinedProperties: true }) : new TextEncoder().encode(JSON.stringify(value))
