import { isRecord } from '../../assembly/template.ts'
import { ServiceError } from '../../gateway/service-error.ts'
import { queryError, type Call, type Input, type Protocol, type QueryCodes } from './protocol.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html */
const DECOMPRESSED_BYTES_MAX = 4 * 1024 * 1024

/**
 * AWS's JSON protocols, 1.0 and 1.1, for the service with this target, as `Logs_20140328`.
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export function jsonProtocol(target: string, codes?: QueryCodes): Protocol {
  return {
    read(request) {
      const [service, operation] = (request.headers.get('x-amz-target') ?? '').split('.')
      return service === target && operation !== undefined ? readCall(request, operation, codes) : undefined
    },
  }
}

async function readCall(request: Request, operation: string, codes: QueryCodes | undefined): Promise<Call> {
  const contentType = request.headers.get('content-type') ?? 'application/x-amz-json-1.1'
  const respond = (body: object, init: ResponseInit & { headers?: Record<string, string> } = {}) =>
    new Response(JSON.stringify(body, seconds), { ...init, headers: { 'content-type': contentType, ...init.headers } })
  return {
    operation,
    input: parsedInput(await body(request)),
    answer: (output) => respond(output),
    refuse: (error) => respond({ __type: error.name, message: error.message }, {
      status: error.statusCode,
      headers: { 'x-amzn-errortype': error.name, ...(codes === undefined ? {} : queryError(error, codes)) },
    }),
  }
}

/** Clients compress what is long, as PutMetricData. @see https://smithy.io/2.0/spec/behavior-traits.html#requestcompression-trait */
export async function body(request: Request): Promise<string> {
  return new TextDecoder().decode(await bytes(request))
}

/** The body, decompressed. Throws `ServiceError` for one that grows beyond what any service takes, or is not compressed as it says. */
export async function bytes(request: Request): Promise<Uint8Array> {
  if (request.headers.get('content-encoding') !== 'gzip') return new Uint8Array(await request.arrayBuffer())
  try {
    // Read as it comes: a few kilobytes can hold gigabytes.
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of request.body?.pipeThrough(new DecompressionStream('gzip')) ?? []) {
      length += chunk.length
      if (length > DECOMPRESSED_BYTES_MAX) throw new ServiceError('RequestEntityTooLargeException', 413, `The request has more than ${DECOMPRESSED_BYTES_MAX} bytes once it is decompressed.`)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof ServiceError) throw error
    throw new ServiceError('SerializationException', 400, 'The request is not compressed as its content-encoding says.')
  }
}

/** The input of an operation. Throws `ServiceError` `SerializationException` for a body that is no JSON object. */
export async function jsonInput(request: Request): Promise<Input> {
  return parsedInput(await body(request))
}

/** The output of an operation, as a service answers it that has one version of the protocol. */
export function jsonAnswer(output: object, version: '1.0' | '1.1' = '1.1'): Response {
  return new Response(JSON.stringify(output), { headers: { 'content-type': `application/x-amz-json-${version}` } })
}

/** An input from its text. Throws `ServiceError` `SerializationException` for what is no JSON object. */
export function parsedInput(text: string): Input {
  try {
    const input: unknown = JSON.parse(text || '{}')
    if (isRecord(input)) return input
  } catch {
    // Said below.
  }
  throw new ServiceError('SerializationException', 400, 'The request is no JSON object.')
}

/** `toJSON` has made a text of a date before a replacer sees it, but not in what holds it. */
function seconds(this: unknown, key: string, value: unknown): unknown {
  const held = isRecord(this) || Array.isArray(this) ? Reflect.get(this, key) : undefined
  return held instanceof Date ? held.getTime() / 1000 : value
}
