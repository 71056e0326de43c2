import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import { CorsHttpMethod, HttpApi, HttpMethod, MappingValue, ParameterMapping, type CfnIntegration } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let url: string

function build(stack: Stack): void {
  const node = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', timeout: Duration.seconds(1) }
  const echo = new LambdaFunction(stack, 'Echo', {
    ...node,
    code: new InlineCode(
      `exports.handler = async ({ routeKey, rawPath, pathParameters, queryStringParameters, body, requestContext: { http } }) =>
      ({ routeKey, rawPath, pathParameters, queryStringParameters, body, method: http.method })`,
    ),
  })
  const fail = new LambdaFunction(stack, 'Fail', {
    ...node, code: new InlineCode('exports.handler = async () => { throw new Error("secret detail") }'),
  })
  const slow = new LambdaFunction(stack, 'Slow', {
    ...node, timeout: Duration.seconds(5), code: new InlineCode('exports.handler = () => new Promise((done) => setTimeout(done, 4000))'),
  })
  const cookies = new LambdaFunction(stack, 'Cookies', {
    ...node,
    code: new InlineCode('exports.handler = async () => ({ statusCode: 302, headers: { location: "/" }, cookies: ["a=1", "b=2"] })'),
  })
  const api = new HttpApi(stack, 'Api', { corsPreflight: {
    allowOrigins: ['https://bar.example'], allowMethods: [CorsHttpMethod.GET], allowHeaders: ['authorization'],
    maxAge: Duration.minutes(10),
  } })
  const route = (path: string, method: HttpMethod, handler: LambdaFunction, timeout?: Duration) =>
    api.addRoutes({
      path, methods: [method],
      integration: new HttpLambdaIntegration(`${handler.node.id}${path}`, handler, timeout === undefined ? {} : { timeout }),
    })
  route('/kegs/{kegId}', HttpMethod.GET, echo)
  route('/kegs', HttpMethod.POST, echo)
  route('/files/{proxy+}', HttpMethod.ANY, echo)
  route('/fail', HttpMethod.GET, fail)
  route('/slow', HttpMethod.GET, slow, Duration.millis(100))
  route('/cookies', HttpMethod.GET, cookies)
  const parameterMapping = new ParameterMapping()
    .overwritePath(MappingValue.custom('/mapped${request.path}'))
    .appendQueryString('site', MappingValue.requestHeader('x-site'))
  const [mapped] = api.addRoutes({
    path: '/mapping', methods: [HttpMethod.GET], integration: new HttpLambdaIntegration('Mapping', echo, { parameterMapping }),
  })
  const integration = mapped?.node.tryFindChild('Mapping')?.node.defaultChild as CfnIntegration
  integration.responseParameters = { 200: { ResponseParameters: [
    { Source: '/mapped/${response.body.method}', Destination: 'append:header.location' },
    { Source: '202', Destination: 'overwrite:statuscode' },
  ] } }
  new CfnOutput(stack, 'Url', { value: api.apiEndpoint })
  new CfnOutput(stack, 'UrlOfStage', { value: api.url ?? '' })
  new CfnOutput(stack, 'ApiId', { value: api.apiId })
}

beforeAll(async () => {
  running = await run(build)
  url = running.outputs['Url'] ?? ''
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

it('gives outputs that work as they are', async () => {
  expect(url).toBe(`${running.cloud.endpoint}/_apis/${running.outputs['ApiId']}`)
  expect(running.outputs['UrlOfStage']).toBe(`${url}/`)
  expect((await fetch(`${running.outputs['UrlOfStage']}kegs/k-1`)).status).toBe(200)
})

it.each([
  ['GET', '/kegs/k-1?limit=5', undefined, {
    routeKey: 'GET /kegs/{kegId}', rawPath: '/kegs/k-1', pathParameters: { kegId: 'k-1' }, queryStringParameters: { limit: '5' },
  }],
  ['POST', '/kegs', '{"a":1}', { routeKey: 'POST /kegs', body: '{"a":1}' }],
  ['PUT', '/files/a/b%20c', 'x', { routeKey: 'ANY /files/{proxy+}', method: 'PUT', pathParameters: { proxy: 'a/b c' }, body: 'x' }],
])('%s %s reaches its function', async (method, path, body, event) => {
  const response = await fetch(`${url}${path}`, {
    method, ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
  })
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.json()).toMatchObject(event)
})

it.each([
  ['DELETE', '/kegs/k-1', 404, 'Not Found'],
  ['GET', '/', 404, 'Not Found'],
  ['GET', '/fail', 500, 'Internal Server Error'],
  ['GET', '/slow', 503, 'Service Unavailable'],
])('%s %s answers %d', async (method, path, status, message) => {
  const response = await fetch(`${url}${path}`, { method })
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({ message })
})

it('keeps what went wrong in the log', async () => {
  await fetch(`${url}/fail`)
  expect(running.log.filter(({ source, message }) => source === 'http-api' && message.includes('secret detail'))).not.toHaveLength(0)
})

it('answers 404 for an API that is not here', async () => {
  expect((await fetch(`${running.cloud.endpoint}/_apis/nothing/kegs`)).status).toBe(404)
})

it('sets each cookie and follows nothing', async () => {
  const response = await fetch(`${url}/cookies`, { redirect: 'manual' })
  expect([response.status, response.headers.get('location'), response.headers.getSetCookie()]).toEqual([302, '/', ['a=1', 'b=2']])
})

it('answers a preflight request by itself, and adds its headers to others', async () => {
  const headers = { origin: 'https://bar.example', 'access-control-request-method': 'GET' }
  const preflight = await fetch(`${url}/kegs/k-1`, { method: 'OPTIONS', headers })
  expect(preflight.status).toBe(204)
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': 'https://bar.example', 'access-control-allow-methods': 'GET',
    'access-control-allow-headers': 'authorization', 'access-control-max-age': '600',
  })
  const simple = await fetch(`${url}/kegs/k-1`, { headers: { origin: 'https://bar.example' } })
  expect(simple.headers.get('access-control-allow-origin')).toBe('https://bar.example')
  const other = await fetch(`${url}/kegs/k-1`, { headers: { origin: 'https://pub.example' } })
  expect(other.headers.has('access-control-allow-origin')).toBe(false)
})

it('answers without a socket, too', async () => {
  const response = await running.cloud.fetchApi(running.outputs['ApiId'] ?? '', new Request('http://keg.localhost/kegs/k-2'))
  expect(await response.json()).toMatchObject({ pathParameters: { kegId: 'k-2' } })
})

// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
it('maps parameters of the request and of the response', async () => {
  const response = await fetch(`${url}/mapping?a=1`, { headers: { 'x-site': 'berlin' } })
  expect([response.status, response.headers.get('location')]).toEqual([202, '/mapped/GET'])
  expect(await response.json()).toMatchObject({
    routeKey: 'GET /mapping', rawPath: '/mapped/mapping', queryStringParameters: { a: '1', site: 'berlin' },
  })
})
