import fc from 'fast-check'
import { createLocalIot } from '../src/index.ts'
import { routes } from '../src/model/model.generated.ts'

const AUTHORIZATION =
  `AWS4-HMAC-SHA256 Credential=AKIA/20261124/us-east-1/iot/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`
const label = fc.oneof(
  fc.constantFrom('a', 'keg-1', '%', '%2F', '..', '%00', '%F0%9F%8D%BA', 'a'.repeat(300), '', '$aws', '%E0%A4'),
  fc.string({ maxLength: 8 }).map(encoded),
)
const query = fc.array(
  fc.tuple(
    fc.constantFrom(
      'qos', 'retain', 'name', 'nextToken', 'maxResults', 'pageSize', 'messageExpiry', 'timeout', 'confirmation', 'target', 'x',
    ),
    fc.constantFrom('', '0', '1', '-1', '2', 'true', 'x', '1e9', 'NaN'),
  ),
  { maxLength: 3 },
)
const body = fc.oneof(
  fc.constantFrom(
    '', '{', '[]', 'null', '{}', '{"state":{"desired":{"a":1}}}', '{"thingName":7}', '{"attributePayload":null}', '{"policyDocument":"{"}',
    '{"__proto__":{"a":1}}',
  ),
  fc.json({ maxDepth: 3 }),
  fc.uint8Array({ maxLength: 60 }),
)
const header = fc.constantFrom<Record<string, string>>(
  {}, { authorization: AUTHORIZATION }, { authorization: 'Basic x' }, { 'x-amz-customauthorizer-name': 'nobody' },
  { 'x-amz-mqtt5-user-properties': 'e30=', 'x-amz-mqtt5-correlation-data': '%' },
)
const request = fc.record({
  route: fc.option(fc.constantFrom(...routes), { freq: 20 }), labels: fc.array(label, { minLength: 4, maxLength: 4 }), query, body, header,
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'),
})

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

/**
 * Sends requests to every route of the model with wild labels, queries and bodies: each has to be answered, and none by a failure of ours.
 */
export async function fuzzHttp(runs: number, seed?: number): Promise<void> {
  await using iot = await createLocalIot({ permissive: true, quotas: 'off' })
  await fc.assert(
    fc.asyncProperty(request, async ({ route, labels, query: pairs, body: content, header: headers, method }) => {
      const [, , verb = method, uri = '/{x}/{y}'] = route ?? []
      const rest = [...labels]
      const path = uri.replace(/\{\w+\+?\}/g, () => rest.shift() ?? 'a')
      const url = `https://localhost${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(pairs)}`
      const hasBody = verb !== 'GET' && verb !== 'HEAD'
      const response = await iot.fetch(new Request(url, {
        method: verb, headers, ...(hasBody ? { body: typeof content === 'string' ? content : new Uint8Array(content) } : {}),
      }))
      if (response.status === 500) throw new Error(`${verb} ${url}: ${await response.text()}`)
    }),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  )
}
