import { expect, it } from 'vitest'
import { EdgeFunction } from './edge-function.ts'
import { functionEvent, requestOrResponse, responseOf } from './function-event.ts'

const context = { distributionDomainName: 'd1.cloudfront.net', distributionId: 'E1', requestId: 'r' }
const make = (code: string, lines: string[] = []) => new EdgeFunction(code, (line) => lines.push(line))
const request = (path = '/api/kegs?limit=1&site=a%20b&site=c', headers: Record<string, string> = { 'x-own': '1', cookie: 'a=1; b=2' }) =>
  new Request(`http://127.0.0.1:8080${path}`, { headers })
const passed = async (code: string, given = request()) =>
  requestOrResponse(make(code).run(functionEvent('viewer-request', context, given)), given)

it('hands the event of CloudFront over, and goes on with the request that comes back', async () => {
  const seen: string[] = []
  const code = `function handler(event) {
    console.log(event.version, event.context.eventType, event.viewer.ip, event.request)
    event.request.uri = event.request.uri.replace(/^\\/api/, '')
    event.request.headers['x-added'] = { value: 'yes' }
    return event.request
  }`
  const given = request()
  const answer = requestOrResponse(make(code, seen).run(functionEvent('viewer-request', context, given)), given)
  expect(JSON.parse(seen[0]?.replace('1.0 viewer-request 127.0.0.1 ', '') ?? '')).toEqual({
    method: 'GET', uri: '/api/kegs',
    querystring: { limit: { value: '1' }, site: { value: 'a%20b', multiValue: [{ value: 'a%20b' }, { value: 'c' }] } },
    headers: { 'x-own': { value: '1' } }, cookies: { a: { value: '1' }, b: { value: '2' } },
  })
  expect(answer instanceof Request && [answer.url, answer.headers.get('x-added'), answer.headers.get('cookie')])
    .toEqual(['http://127.0.0.1:8080/kegs?limit=1&site=a%20b&site=c', 'yes', 'a=1; b=2'])
})

it('answers in the place of the origin, also later', async () => {
  const answer = await passed(`async function handler() {
    await Promise.resolve()
    return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '/elsewhere' } } }
  }`)
  expect(answer instanceof Response && [answer.status, answer.headers.get('location')]).toEqual([302, '/elsewhere'])
})

it('changes what the origin answered, and keeps its body', async () => {
  const given = request('/')
  const before = new Response('beer', { headers: { 'x-powered-by': 'hops' } })
  const code = `function handler({ response }) {
    delete response.headers['x-powered-by']
    response.headers['x-own'] = { value: 'a' }
    response.cookies = { seen: { value: '1', attributes: 'Secure' } }
    return response
  }`
  const after = responseOf(make(code).run(functionEvent('viewer-response', context, given, before)), before)
  expect([await after.text(), after.headers.get('x-powered-by'), after.headers.get('x-own'), after.headers.getSetCookie()])
    .toEqual(['beer', null, 'a', ['seen=1; Secure']])
})

it.each([
  ['that throws', 'function handler() { throw new Error("no beer") }', /no beer/],
  ['without an end', 'function handler() { for (;;); }', /timed out/],
  ['whose promises have no end', 'async function handler() { for (;;) await null }', /timed out/],
  ['that answers nothing', 'function handler() {}', /answered nothing/],
  ['that answers no request', 'function handler() { return 5 }', /neither a request nor a response/],
  ['that leads elsewhere', 'function handler({ request }) { request.uri = "evil.example"; return request }', /begins with a slash/],
  ['that makes code of texts', 'function handler() { return eval("1") }', /Code generation/],
  ['that asks for a module', 'function handler() { return require("fs") }', /require is not defined/],
])('refuses one %s', async (_, code, message) => {
  await expect((async () => passed(code))()).rejects.toThrow(message)
})

it.each([
  'console.log', 'globalThis', 'this', 'handler', 'event', 'event.request.headers', 'Object.getPrototypeOf(globalThis)',
])('has no way to the process by %s', async (from) => {
  const code = `function handler(event) { return ${from}.constructor.constructor("return process")() }`
  await expect((async () => passed(code))()).rejects.toThrow(/Code generation|process is not defined/)
})

it('refuses code that is none', () => expect(() => make('function handler( {')).toThrow(SyntaxError))

it.each([
  'import("node:fs")', 'import /* a */ /* b */ ("fs")', 'import // a\n("fs")', 'import <!-- a\n("fs")', '[...import("fs")]', 'import.meta',
])('refuses %j, whose promise would lead to the process', (source) =>
  expect(() => make(`async function handler() { return ${source} }`)).toThrow(/no import/))

it('takes names with import in them', async () => {
  const code = 'function handler({ request }) { const important = imports(1); return request }; function imports(n) { return n } // imports it'
  expect(await passed(code)).toBeInstanceOf(Request)
})

const LOOP = 'for (;;);'
it.each([
  ['a getter of what was the outcome', `Object.defineProperty(globalThis, '__outcome', { get() { ${LOOP} } })`],
  ['a setter of what was the event', `Object.defineProperty(globalThis, '__event', { set() { ${LOOP} } })`],
])('is not stopped by %s', async (_, trap) =>
  expect(await passed(`${trap}; function handler({ request }) { return request }`)).toBeInstanceOf(Request))

it.each([
  ['throws a text', 'throw "no beer"', /no beer/],
  ['throws an error', 'throw new Error("no beer")', /no beer/],
  ['throws what loops as it is read', `throw { toString() { ${LOOP} }, get message() { ${LOOP} }, get stack() { ${LOOP} } }`, /loaded/],
  ['throws an error that loops', `const e = new Error(); for (const n of ['stack', 'message', 'code', 'name']) Object.defineProperty(e, n, { get() { ${LOOP} } }); throw e`, /loaded/],
  ['throws a proxy', `throw new Proxy(new Error(), { get() { ${LOOP} }, getPrototypeOf() { ${LOOP} }, getOwnPropertyDescriptor() { ${LOOP} } })`, /loaded/],
  ['does not end', LOOP, /timed out/],
  ['takes the bridge', 'Object.defineProperty(globalThis, "__keg", { value: 1 })', /__keg/],
])('tells of code that %s as it is loaded', (_, code, message) => expect(() => make(code)).toThrow(message))

it.each([
  ['throws what loops', `function handler() { throw { toString() { ${LOOP} } } }`],
  ['answers what loops', `function handler() { return { toJSON() { ${LOOP} } } }`],
  ['makes all of JSON loop', `JSON.parse = JSON.stringify = () => { ${LOOP} }; Object.prototype.toJSON = () => { ${LOOP} }; function handler() { return {} }`],
])('cuts off one that %s', (_, code) => expect(() => make(code).run({})).toThrow(/timed out/))

it('has no memory that can be waited for', () => {
  const code = 'function handler() { return [typeof SharedArrayBuffer, typeof Atomics, typeof WebAssembly] }'
  expect(make(code).run({})).toEqual(['undefined', 'undefined', 'undefined'])
})
