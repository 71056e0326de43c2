import { isRecord } from '@keg/aws-service'
import { parsePayload, writePayload } from '../reserved-topics/payload-format.ts'
import { StreamError } from './stream-error.ts'

/** A device's request, by its topic. */
export interface StreamTopic {
  readonly thingName: string
  readonly streamId: string
  readonly request: 'describe' | 'get'
  readonly format: 'json' | 'cbor'
}

const REQUEST = /^\$aws\/things\/([^/]+)\/streams\/([^/]+)\/(describe|get)\/(json|cbor)$/

/** `undefined` for a topic that no stream is asked on. */
export function streamTopic(topic: string): StreamTopic | undefined {
  const [, thingName, streamId, request, format] = REQUEST.exec(topic) ?? []
  if (thingName === undefined || streamId === undefined) return undefined
  // As the expression names them.
  return { thingName, streamId, request: request as StreamTopic['request'], format: format as StreamTopic['format'] }
}

/** A request's members. An empty one has none. Throws StreamError. */
export function readBody(payload: Uint8Array, format: StreamTopic['format']): Readonly<Record<string, unknown>> {
  const body = payload.length === 0 ? {} : parsed(payload, format)
  if (isRecord(body)) return body
  throw new StreamError('InvalidRequest', 'The request must be an object')
}

function parsed(payload: Uint8Array, format: StreamTopic['format']): unknown {
  try {
    return parsePayload(format, payload)
  } catch (error) {
    const [code, name] = format === 'cbor' ? (['InvalidCbor', 'CBOR'] as const) : (['InvalidJson', 'JSON'] as const)
    throw new StreamError(code, `The request is not a valid ${name} document`, { cause: error })
  }
}

/** An answer, in the request's format; bytes are base64 in JSON. */
export function streamAnswer(
  { thingName, streamId, format }: StreamTopic, kind: 'description' | 'data' | 'rejected', body: Readonly<Record<string, unknown>>,
) {
  const topic = `$aws/things/${thingName}/streams/${streamId}/${kind}/${format}`
  const inJson = (_: string, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value)
  if (format === 'cbor') return { topic, payload: writePayload(format, body) }
  return { topic, payload: new TextEncoder().encode(JSON.stringify(body, inJson)) }
}
