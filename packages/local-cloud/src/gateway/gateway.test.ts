import { ServiceException } from '@keg/aws-service'
import { expect, it } from 'vitest'
import { credentialScope } from '../ground/credential-scope.ts'
import { errorResponse } from '../ground/error-response.ts'

it.each([
  [{ authorization: 'AWS4-HMAC-SHA256 Credential=AKIA1/20260101/eu-west-1/sqs/aws4_request, SignedHeaders=host, Signature=0' }, '', {
    accessKeyId: 'AKIA1', region: 'eu-west-1', service: 'sqs',
  }],
  [{}, '?X-Amz-Credential=AKIA1%2F20260101%2Feu-west-1%2Fiotdevicegateway%2Faws4_request', {
    accessKeyId: 'AKIA1', region: 'eu-west-1', service: 'iotdevicegateway',
  }],
  [{}, '', undefined],
  [{ authorization: 'Bearer abc' }, '', undefined],
  [{ authorization: 'AWS4-HMAC-SHA256 Credential=AKIA1/20260101' }, '', undefined],
])('%j%s is scoped to %j', (headers, query, scope) => {
  expect(credentialScope(new Request(`http://127.0.0.1/${query}`, { headers }))).toEqual(scope)
})

it.each([
  ['application/x-amz-json-1.0', 'application/x-amz-json-1.0', /"__type":"Nope"/],
  ['application/json', 'application/json', /"message":"a < b"/],
  ['application/x-www-form-urlencoded; charset=utf-8', 'text/xml', /<Code>Nope<\/Code><Message>a &lt; b<\/Message>/],
])('says an error to a client that sent %s', async (contentType, answered, body) => {
  const request = new Request('http://127.0.0.1/', { method: 'POST', headers: { 'content-type': contentType } })
  const response = errorResponse(new ServiceException('Nope', 400, 'a < b'), request, 'id-1')
  expect([response.status, response.headers.get('content-type'), response.headers.get('x-amzn-errortype')]).toEqual([400, answered, 'Nope'])
  expect(await response.text()).toMatch(body)
})

it('says an error to a client of S3 as its XML, and to HEAD without a body', async () => {
  const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=AKIA1/20260101/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0' }
  const answer = (method: string) => errorResponse(
    new ServiceException('AccessDenied', 403, 'no & never'), new Request('http://127.0.0.1/bar/a', { method, headers }), 'id-1',
  )
  expect(answer('GET').status).toBe(403)
  expect(await answer('GET').text())
    .toBe('<Error><Code>AccessDenied</Code><Message>no &amp; never</Message><RequestId>id-1</RequestId></Error>')
  expect(await answer('HEAD').text()).toBe('')
})
