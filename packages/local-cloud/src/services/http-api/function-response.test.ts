import { expect, it } from 'vitest'
import { functionResponse } from './function-response.ts'

const json = 'application/json'
const plain = 'text/plain;charset=UTF-8'

// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.response
it.each<[unknown, number, string | null, string]>([
  [{ message: 'Hello' }, 200, json, '{"message":"Hello"}'],
  ['Hello', 200, json, 'Hello'],
  [[1, 2], 200, json, '[1,2]'],
  [null, 200, json, 'null'],
  [{ statusCode: 201, body: 'made' }, 201, plain, 'made'],
  [{ statusCode: '201' }, 201, plain, ''],
  [{ statusCode: 204 }, 204, plain, ''],
  [{ statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>' }, 200, 'text/html', '<p>'],
  [{ statusCode: 200, body: 'S2Vn', isBase64Encoded: true }, 200, plain, 'Keg'],
  [{ statusCode: 'many' }, 500, json, '{"message":"Internal Server Error"}'],
  [{ statusCode: 99 }, 500, json, '{"message":"Internal Server Error"}'],
  [{ statusCode: 200, body: { a: 1 } }, 500, json, '{"message":"Internal Server Error"}'],
])('%j is %d, %s, %s', async (answer, status, contentType, body) => {
  const response = functionResponse(JSON.stringify(answer))
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([status, contentType, body])
})

it('sets each cookie', () => {
  const { headers } = functionResponse(JSON.stringify({ statusCode: 200, cookies: ['a=1', 'b=2; Secure'] }))
  expect(headers.getSetCookie()).toEqual(['a=1', 'b=2; Secure'])
})
