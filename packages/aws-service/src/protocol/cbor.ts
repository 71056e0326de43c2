import { decode, encode, Token, Type } from 'cborg'
import { isRecord } from '../is-record.ts'
import { ServiceException } from '../service-exception.ts'
import { bytes } from './body.ts'
import { queryError, type Call, type Protocol, type QueryCodes } from './protocol.ts'

const headers = { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' }

/**
 * Smithy's RPC v2 in CBOR, which newer SDKs speak. `service` is the shape name of the service, for example
 * `GraniteServiceVersion20100801`.
 * @see https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html
 */
export function cborProtocol(service: string, codes?: QueryCodes): Protocol {
  return {
    read(request) {
      const [, named, operation] = /\/service\/([^/]+)\/operation\/([^/]+)$/.exec(new URL(request.url).pathname) ?? []
      return named === service && operation !== undefined ? readCall(request, operation, codes) : undefined
    },
  }
}

/** Serializes an error. */
export function cborError(error: ServiceException, codes?: QueryCodes): Response {
  return new Response(encoded({ __type: error.name, message: error.message }), {
    status: error.statusCode, headers: { ...headers, ...queryError(error, codes) },
  })
}

async function readCall(request: Request, operation: string, codes: QueryCodes | undefined): Promise<Call> {
  return {
    operation, input: decoded(await bytes(request)), answer: (output) => new Response(encoded(output), { headers }),
    refuse: (error) => cborError(error, codes),
  }
}

function decoded(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    // Tag 1: a time in seconds, as it is in JSON.
    const input: unknown = body.length === 0 ? {} : decode(body, { tags: { 1: (content) => content() } })
    if (isRecord(input)) return input
  } catch {
    // Said below.
  }
  throw new ServiceException('SerializationException', 400, 'The request is no CBOR map.')
}

function encoded(output: object): Uint8Array<ArrayBuffer> {
  const timeTokens = (date: Date) => [new Token(Type.tag, 1), new Token(Type.float, date.getTime() / 1000)]
  return Uint8Array.from(encode(output, { ignoreUndefinedProperties: true, typeEncoders: { Date: timeTokens } }))
}
