import { isRecord, parsedInput, ServiceException } from '@keg/aws-service'
import type { CalledService } from './called-service.ts'

/** A service of AWS's JSON protocols. */
interface JsonService {
  readonly signedAs: string
  /** As `Logs_20140328`. */
  readonly target: string
  /** The members of its outputs that are bytes, or lists of them. Absent: none. */
  readonly blobs?: readonly string[]
}

/** Calls by AWS's JSON protocols. @see https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html */
export function calledByJson({ signedAs, target, blobs = [] }: JsonService): CalledService {
  const withBytes = (name: string, value: unknown) => (blobs.includes(name) ? asBytes(value) : value)
  return {
    signedAs,
    request: (operation, input, headers) => new Request(`http://${signedAs}.local/`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `${target}.${operation}` },
      body: JSON.stringify(asJson(input)),
    }),
    output: (text): unknown => JSON.parse(text, blobs.length === 0 ? undefined : withBytes),
    error: (statusCode, text) => ServiceException.from(statusCode, parsedInput(text)),
  }
}

/** Bytes as base64, times as seconds. */
function asJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
  if (value instanceof Date) return value.getTime() / 1000
  if (Array.isArray(value)) return value.map(asJson)
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asJson(member)])) : value
}

/** An attribute of an item may have the name of such a member: its value is an object. */
function asBytes(value: unknown): unknown {
  if (typeof value === 'string') return new Uint8Array(Buffer.from(value, 'base64'))
  return Array.isArray(value) ? value.map(asBytes) : value
}
