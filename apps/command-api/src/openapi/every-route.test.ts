import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { memoryApi } from '../testing/memory-api.ts'
import { arbitraryOf, type JsonSchema } from '../testing/schema-arbitrary.ts'

interface Parameter {
  readonly in: 'path' | 'query' | 'header'
  readonly name: string
  readonly required?: boolean
  readonly schema: JsonSchema
}
interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: JsonSchema } } }
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, object>> }>>
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

// The document is validated beside this test.
const document = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as Document
const ajv = new Ajv2020({ strict: false }).addSchema(document, 'api')
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, method, path, operation })))

/** What there is: names that lead somewhere, where the schema alone would make ones that lead nowhere. */
const KNOWN: Readonly<Record<string, string>> = { kegId: 'k-1', commandId: 'c-1', entryId: 'q-1', siteId: 'berlin', jobId: 'j-1', 'if-match': '*' }

interface Sent {
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly header: Readonly<Record<string, unknown>>
  readonly body: string | undefined
}
type Fill = (schema: JsonSchema, name: string) => fc.Arbitrary<unknown>

/** Requests to an operation, each part of which is made by `fill`, and whose body is text. */
function requestsTo({ parameters = [], requestBody }: Operation, fill: Fill, bodyOf: (schema: JsonSchema) => fc.Arbitrary<string>) {
  const partOf = (place: Parameter['in']) => {
    const here = parameters.filter((parameter) => parameter.in === place)
    return fc.record(Object.fromEntries(here.map(({ name, schema }) => [name, fill(schema, name)])), {
      requiredKeys: here.filter(({ required }) => required === true).map(({ name }) => name), noNullPrototype: true,
    })
  }
  const schema = requestBody?.content['application/json'].schema
  return fc.record({
    path: partOf('path'), query: partOf('query'), header: partOf('header'), body: schema ? bodyOf(schema) : fc.constant(undefined),
  })
}

const fits: Fill = (schema, name) => {
  const made = arbitraryOf(schema, document.components.schemas)
  const known = KNOWN[name]
  return known === undefined ? made : fc.oneof({ weight: 3, arbitrary: fc.constant(known) }, { weight: 1, arbitrary: made })
}
/** Whatever can be sent: neither empty nor dots in a path, where it would lead to another route; and no more than a header can hold. */
const anything: Fill = () => fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme-ascii' }).filter((text) => !/^\.{1,2}$/.test(text)),
  fc.constantFrom('__proto__', '0', '-1', '1e9', 'null', 'x'.repeat(3_000)),
)

function toRequest({ method, path }: { method: string; path: string }, sent: Sent): Request {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(sent.path[name])))
  const query = new URLSearchParams(Object.entries(sent.query).map(([name, value]): [string, string] => [name, String(value)]))
  const headers = Object.entries(sent.header).map(([name, value]): [string, string] => [name, String(value)])
  return new Request(`http://api${filled}?${query}`, {
    method: method.toUpperCase(), headers, ...(sent.body === undefined ? {} : { body: sent.body }),
  })
}

/** Holds a response to the document, and answers its status. */
async function hold({ name, path, method, operation }: (typeof operations)[number], response: Response): Promise<number> {
  const { status } = response
  const type = response.headers.get('content-type') ?? ''
  expect(Object.keys(operation.responses), name).toContain(String(status))
  expect(status, await response.clone().text()).not.toBe(500)
  const pointer = ['paths', path, method, 'responses', String(status), 'content', type, 'schema']
    .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
  const check = ajv.getSchema(`api#/${pointer}`) ?? expect.fail(`${name} answers ${status} with ${type}, which the document does not have`)
  expect(check(await response.json()), JSON.stringify(check.errors)).toBe(true)
  return status
}

describe.each(operations)('$name', (target) => {
  it('answers as the document says, whatever fits its schemas', async () => {
    const seen = new Set<number>()
    const body = (schema: JsonSchema) => arbitraryOf(schema, document.components.schemas).map((value) => JSON.stringify(value))
    await fc.assert(fc.asyncProperty(requestsTo(target.operation, fits, body), async (sent) => {
      seen.add(await hold(target, await (await memoryApi())(toRequest(target, sent))))
    }), { numRuns: 60 })
    expect([...seen].some((status) => status < 300)).toBe(true)
  })

  it('answers with a problem that the document has, whatever else comes', async () => {
    const body = () => fc.oneof(fc.json(), fc.string(), fc.constantFrom('', '[]', 'null', '{"__proto__":{}}', '['.repeat(100_000)))
    const api = await memoryApi()
    await fc.assert(fc.asyncProperty(requestsTo(target.operation, anything, body), async (sent) => {
      await hold(target, await api(toRequest(target, sent)))
    }), { numRuns: 100 })
  })

  it('takes no body over 128 KB', async () => {
    if (target.method === 'get') return
    const sent = { path: KNOWN, query: {}, header: KNOWN, body: JSON.stringify('x'.repeat(128 * 1024)) }
    expect(await hold(target, await (await memoryApi())(toRequest(target, sent)))).toBe(413)
  })
})
