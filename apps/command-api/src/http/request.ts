import { MAX_BODY_BYTES, type Part, type RequestError, type Route, type RouteRequest } from '@keg/flows/routes'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type * as z from 'zod'
import { Problem } from './problem.ts'

/**
 * The parts of a request that the route takes, checked by its schemas. Throws {@link Problem}: `body-too-large`,
 * `precondition-required`, or `invalid-request` that points to all that is wrong, in whichever part.
 */
export function checkRequest<R extends Route>(route: R, event: APIGatewayProxyEventV2): RouteRequest<R> {
  const body = bodyOf(event)
  if (route.headers !== undefined && 'if-match' in route.headers.shape && event.headers?.['if-match'] === undefined)
    throw new Problem('precondition-required', 'The request has no If-Match: send the version that you have seen, in double quotes, or *.')
  const given: Readonly<Record<Part, () => unknown>> = {
    params: () => event.pathParameters ?? {}, query: () => event.queryStringParameters ?? {}, headers: () => event.headers ?? {},
    body: () => readJson(body),
  }
  const errors: (RequestError & { readonly where: string })[] = []
  const parts: [Part, unknown][] = []
  for (const part of ['params', 'query', 'headers', 'body'] as const) {
    const schema = route[part]
    if (schema === undefined) continue
    const parsed = schema.safeParse(given[part]())
    if (parsed.success) parts.push([part, parsed.data])
    else errors.push(...parsed.error.issues.map((issue) => errorOf(part, issue)))
  }
  if (errors.length > 0) {
    throw new Problem(
      'invalid-request', errors.map(({ where, detail }) => `${where}: ${detail}`).join('; '),
      errors.map(({ pointer, detail }) => ({ pointer, detail })),
    )
  }
  // The schema of each part that the route takes has just made it.
  return Object.fromEntries(parts) as RouteRequest<R>
}

function errorOf(part: Part, { path, message }: z.core.$ZodIssue): RequestError & { readonly where: string } {
  const steps = path.map((step) => `/${encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1'))}`)
  return { pointer: `#/${part}${steps.join('')}`, detail: message, where: path.map(String).join('.') || part }
}

/** The bytes of the body. Throws where there are more than the API takes. */
function bodyOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): Buffer {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > MAX_BODY_BYTES)
    throw new Problem('body-too-large', `The body has ${bytes.length} bytes; the API takes up to ${MAX_BODY_BYTES}.`)
  return bytes
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch (cause) {
    throw new Problem('invalid-request', 'The body is not JSON.', [{ pointer: '#/body', detail: 'not JSON' }], { cause })
  }
}
