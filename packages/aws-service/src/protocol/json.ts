import { isRecord } from '../is-record.ts'
import { ServiceException } from '../service-exception.ts'
import { body } from './body.ts'
import { queryError, type Call, type Input, type Protocol, type QueryCodes } from './protocol.ts'

/**
 * AWS's JSON protocols, 1.0 and 1.1. `target` is the prefix of the service's `x-amz-target`, for example `Logs_20140328`.
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

/** Parses an input. Throws `ServiceException` `SerializationException` for text that is no JSON object. */
export function parsedInput(text: string): Input {
  try {
    const input: unknown = JSON.parse(text || '{}')
    if (isRecord(input)) return input
  } catch {
    // Said below.
  }
  throw new ServiceException('SerializationException', 400, 'The request is no JSON object.')
}

/** Writes dates as seconds. `toJSON` makes a date a text before a replacer sees it, so the date is taken from its holder. */
function seconds(this: unknown, key: string, value: unknown): unknown {
  const held = isRecord(this) || Array.isArray(this) ? Reflect.get(this, key) : undefined
  return held instanceof Date ? held.getTime() / 1000 : value
}
