import { expect, it } from 'vitest'
import { checkMappings, mappedRequest, mappedResponse } from './parameter-mapping.ts'

const context = {
  route: { routeKey: 'POST /kegs/{kegId}', target: 't', constructPath: 'p' }, pathParameters: { kegId: 'k-1' }, accountId: '123456789012',
  apiId: 'abc', domainName: 'abc.example', stage: '$default', requestId: 'id-1', nowMs: 0, path: '/kegs/k-1',
  authorizer: { jwt: { claims: { sub: 'ada' } } },
}
const asked = () =>
  new Request('http://api/kegs/k-1?a=1&b=2', { method: 'POST', headers: { 'x-site': 'berlin', 'x-old': 'o' }, body: '{"pour":{"ml":250}}' })

// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
it.each<[string, Record<string, string>, { header?: Record<string, string | null>; search?: string; path?: string }]>([
  ['appends a header', { 'append:header.x-site': 'munich' }, { header: { 'x-site': 'berlin, munich' } }],
  ['overwrites a header', { 'overwrite:header.x-site': '$request.querystring.a' }, { header: { 'x-site': '1' } }],
  ['removes a header', { 'remove:header.x-old': '\'\'' }, { header: { 'x-old': null } }],
  ['takes from the body', { 'append:header.x-ml': '$request.body.pour.ml' }, { header: { 'x-ml': '250' } }],
  ['takes from the context', { 'append:header.x-sub': '$context.authorizer.claims.sub', 'append:header.x-id': '$context.requestId' }, {
    header: { 'x-sub': 'ada', 'x-id': 'id-1' },
  }],
  ['puts together', { 'append:header.x-all': '${request.path.kegId}/${context.stage}!' }, { header: { 'x-all': 'k-1/$default!' } }],
  ['changes the query', {
    'append:querystring.a': '2', 'remove:querystring.b': '\'\'', 'overwrite:querystring.c': '$request.header.x-site',
  }, { search: '?a=1&a=2&c=berlin' }],
  ['changes the path', { 'overwrite:path': '/v2${request.path}' }, { path: '/v2/kegs/k-1' }],
  ['leaves out what is not there', { 'append:header.x-none': '$request.header.nothing' }, { header: { 'x-none': null } }],
])('%s', async (_, mappings, { header = {}, search = '?a=1&b=2', path = '/kegs/k-1' }) => {
  const mapped = await mappedRequest(asked(), mappings, context)
  expect(Object.fromEntries(Object.keys(header).map((name) => [name, mapped.request.headers.get(name)]))).toEqual(header)
  expect([new URL(mapped.request.url).search, mapped.path, await mapped.request.text()]).toEqual([search, path, '{"pour":{"ml":250}}'])
})

it('changes headers and status of a response', async () => {
  const response = new Response('{"id":"p-1"}', { status: 200, headers: { 'x-powered-by': 'us' } })
  const mapped = await mappedResponse(response, {
    'overwrite:statuscode': '201', 'append:header.location': '/pours/${response.body.id}', 'remove:header.x-powered-by': '\'\'',
  }, asked(), context)
  expect([mapped.status, mapped.headers.get('location'), mapped.headers.get('x-powered-by'), await mapped.text()])
    .toEqual([201, '/pours/p-1', null, '{"id":"p-1"}'])
})

it.each([
  ['remove:path', 'request'], ['append:header', 'request'], ['overwrite:statuscode', 'request'], ['append:querystring.a', 'response'],
] as const)('does not take %s for a %s', (name, kind) => {
  expect(() => checkMappings({ [name]: 'x' }, kind)).toThrow(TypeError)
})
