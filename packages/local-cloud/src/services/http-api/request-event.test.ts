import { expect, it } from 'vitest'
import { requestEvent } from './request-event.ts'

const context = {
  route: { routeKey: 'POST /kegs/{kegId}', target: 't', constructPath: 'p' },
  pathParameters: { kegId: 'k 1' }, accountId: '123456789012', apiId: 'abc', domainName: 'abc.execute-api.eu-central-1.amazonaws.com',
  stage: '$default', requestId: 'id-1', nowMs: Date.UTC(2020, 2, 12, 19, 3, 58), path: '/kegs/k%201',
}

it('is payload format 2.0', () => {
  const request = new Request('http://127.0.0.1/kegs/k%201?a=1&a=2&b=%20', {
    method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: 'x=1; y=2', 'User-Agent': 'test' },
  })
  expect(requestEvent(request, new TextEncoder().encode('{"ml":250}'), context)).toEqual({
    version: '2.0',
    routeKey: 'POST /kegs/{kegId}',
    rawPath: '/kegs/k 1',
    rawQueryString: 'a=1&a=2&b=%20',
    cookies: ['x=1', 'y=2'],
    headers: { 'content-type': 'application/json', 'user-agent': 'test' },
    queryStringParameters: { a: '1,2', b: ' ' },
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc',
      domainName: 'abc.execute-api.eu-central-1.amazonaws.com',
      domainPrefix: 'abc',
      http: { method: 'POST', path: '/kegs/k 1', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'id-1',
      routeKey: 'POST /kegs/{kegId}',
      stage: '$default',
      time: '12/Mar/2020:19:03:58 +0000',
      timeEpoch: context.nowMs,
    },
    pathParameters: { kegId: 'k 1' },
    body: '{"ml":250}',
    isBase64Encoded: false,
  })
})

it.each([
  ['image/png', 'AP8=', true],
  ['application/octet-stream', 'AP8=', true],
  ['text/plain', '\u0000\ufffd', false],
])('sends a body of %s as %j', (contentType, body, isBase64Encoded) => {
  const request = new Request('http://127.0.0.1/', { method: 'POST', headers: { 'content-type': contentType } })
  expect(requestEvent(request, Uint8Array.of(0, 255), context)).toMatchObject({ body, isBase64Encoded })
})

it('leaves out what a request does not have', () => {
  expect(Object.keys(requestEvent(new Request('http://127.0.0.1/'), new Uint8Array(), { ...context, pathParameters: undefined }))).toEqual(
    ['version', 'routeKey', 'rawPath', 'rawQueryString', 'headers', 'requestContext', 'isBase64Encoded'],
  )
})
