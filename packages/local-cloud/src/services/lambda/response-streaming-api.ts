import { isRecord } from '@keg/aws-service'
import { eventStreamMessage } from './event-stream.ts'
import type { InvocationResult } from './lambda-function.ts'
import { streamedBytes } from './response-stream.ts'

/** A chunk holds at most this much. */
const CHUNK_BYTES = 65_536

/**
 * The answer to `InvokeWithResponseStream`: what was written, then how it ended.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html
 */
export function responseStream(
  { payload, functionError, streamed }: InvocationResult, logResult: string | undefined,
): Uint8Array<ArrayBuffer> {
  const bytes = functionError !== undefined ? Buffer.alloc(0) : streamed === undefined ? Buffer.from(payload) : streamedBytes(streamed)
  const chunks = Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, index) =>
    bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES))
  const failure: unknown = functionError === undefined ? undefined : JSON.parse(payload)
  const complete = {
    ...(isRecord(failure) ? { ErrorCode: String(failure['errorType']), ErrorDetails: String(failure['errorMessage']) } : {}),
    ...(logResult === undefined ? {} : { LogResult: logResult }),
  }
  const event = (type: string, contentType: string, content: Uint8Array) =>
    eventStreamMessage({ ':event-type': type, ':content-type': contentType, ':message-type': 'event' }, content)
  return new Uint8Array(Buffer.concat([
    ...chunks.map((chunk) => event('PayloadChunk', 'application/octet-stream', chunk)),
    event('InvokeComplete', 'application/json', Buffer.from(JSON.stringify(complete))),
  ]))
}
