import { isRecord } from '../../assembly/template.ts'
import { ServiceError } from '../../gateway/service-error.ts'
import { queryError, type Call, type Input, type Protocol, type QueryCodes } from './protocol.ts'

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
    input: parsed(await body(request)),
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

/** The body, decompressed. */
export async function bytes(request: Request): Promise<Uint8Array> {
  const stream = request.headers.get('content-encoding') === 'gzip' ? request.body?.pipeThrough(new DecompressionStream('gzip')) : request.body
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function parsed(text: string): Input {
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
