import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import type { CfnStage} from 'aws-cdk-lib/aws-apigatewayv2';
import {
  CfnAuthorizer, HttpApi, HttpMethod, PayloadFormatVersion, type HttpStage, type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let url: string

const deciding = `
exports.handler = async (event) => {
  const token = (event.headers.authorization ?? '').replace('Bearer ', '')
  console.log('asked', event.version, token)
  if (token === 'fail') throw new Error('no')
  if (token === 'unauthorized') throw new Error('Unauthorized')
  if (token === 'nonsense') return 'yes'
  const context = { user: 'ada', limits: { ml: 500 }, event: JSON.stringify(event) }
  if (event.version === '2.0') return { isAuthorized: token === 'good', context }
  const Effect = token.startsWith('good') ? 'Allow' : 'Deny'
  const Resource = token === 'good-one' ? event.methodArn : event.methodArn.split('/').slice(0, 2).join('/') + '/*'
  return { principalId: 'p-1', policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect, Resource }] }, context: { user: 'grace', event: JSON.stringify(event) } }
}`

function build(stack: Stack): void {
  const node = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler' }
  const decide = new LambdaFunction(stack, 'Decide', { ...node, code: new InlineCode(deciding) })
  const echo = new LambdaFunction(stack, 'Echo', {
    ...node,
    code: new InlineCode(
      'exports.handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event), multiValueHeaders: { "x-many": ["a", "b"] } })',
    ),
  })
  const bare = new LambdaFunction(stack, 'Bare', { ...node, code: new InlineCode('exports.handler = async () => ({ no: "status" })') })
  const simple = new HttpLambdaAuthorizer('Simple', decide, {
    responseTypes: [HttpLambdaResponseType.SIMPLE], resultsCacheTtl: Duration.seconds(0),
  })
  const kept = new HttpLambdaAuthorizer('Kept', decide, {
    responseTypes: [HttpLambdaResponseType.IAM], identitySource: ['$request.header.Authorization', '$request.querystring.site'],
    resultsCacheTtl: Duration.hours(1),
  })
  const api = new HttpApi(stack, 'Api')
  const second = new HttpLambdaIntegration('Second', echo)
  const first = new HttpLambdaIntegration('First', echo, { payloadFormatVersion: PayloadFormatVersion.VERSION_1_0 })
  const route = (path: string, integration: HttpLambdaIntegration, authorizer?: IHttpRouteAuthorizer) =>
    api.addRoutes({ path, methods: [HttpMethod.GET, HttpMethod.POST], integration, ...(authorizer === undefined ? {} : { authorizer }) })
  route('/simple/{kegId}', second, simple)
  route('/simple-first', first, simple)
  route('/kept/{kegId}', second, kept)
  route('/kept-first', first, kept)
  route('/first/{kegId}', first)
  route('/bare', new HttpLambdaIntegration('Bare', bare, { payloadFormatVersion: PayloadFormatVersion.VERSION_1_0 }))
  route('/slow', second)
  const stage = (api.defaultStage as HttpStage).node.defaultChild as CfnStage
  stage.routeSettings = { 'GET /slow': { ThrottlingBurstLimit: 1, ThrottlingRateLimit: 0 } }
  // One that the function's policy does not let API Gateway ask.
  new CfnAuthorizer(stack, 'Uninvited', {
    apiId: api.apiId, authorizerType: 'REQUEST', name: 'uninvited', authorizerPayloadFormatVersion: '2.0',
    authorizerUri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${bare.functionArn}/invocations`,
  })
  new CfnOutput(stack, 'Url', { value: api.apiEndpoint })
  new CfnOutput(stack, 'ApiId', { value: api.apiId })
}

beforeAll(async () => {
  running = await run(build)
  url = running.outputs['Url'] ?? ''
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const call = (path: string, token?: string, method = 'GET') =>
  fetch(`${url}${path}`, { method, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } })
const asked = (token: string) => running.log.filter(({ message }) => message.startsWith('asked') && message.endsWith(` ${token}`)).length

// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
describe('a Lambda authorizer', () => {
  it.each([
    ['/simple/k-1', undefined, 401, 'Unauthorized'],
    ['/simple/k-1', 'bad', 403, 'Forbidden'],
    ['/simple/k-1', 'fail', 500, 'Internal Server Error'],
    ['/simple/k-1', 'nonsense', 500, 'Internal Server Error'],
    ['/simple/k-1', 'unauthorized', 401, 'Unauthorized'],
    ['/kept/k-1', 'good', 401, 'Unauthorized'],
    ['/kept/k-1?site=a', 'bad', 403, 'Forbidden'],
  ])('%s with %s answers %d', async (path, token, status, message) => {
    const response = await call(path, token)
    expect([response.status, await response.json()]).toEqual([status, { message }])
  })

  it('of format 2.0 is told of the request, and tells the function', async () => {
    const { requestContext, pathParameters } = JSON.parse(await (await call('/simple/k-1?a=1', 'good')).text())
    const { lambda } = requestContext.authorizer
    expect([pathParameters, lambda.user, lambda.limits]).toEqual([{ kegId: 'k-1' }, 'ada', { ml: 500 }])
    const event = JSON.parse(lambda.event)
    expect(event).toMatchObject({
      version: '2.0', type: 'REQUEST',
      routeArn: `arn:aws:execute-api:us-east-1:123456789012:${running.outputs['ApiId']}/$default/GET/simple/k-1`,
      identitySource: ['Bearer good'], routeKey: 'GET /simple/{kegId}', rawPath: '/simple/k-1', rawQueryString: 'a=1',
      queryStringParameters: { a: '1' }, pathParameters: { kegId: 'k-1' }, requestContext: { http: { method: 'GET' }, stage: '$default' },
    })
    expect(event).not.toHaveProperty('body')
  })

  it('of format 1.0 answers a policy, and tells the function its principal, too', async () => {
    const { requestContext } = JSON.parse(await (await call('/kept-first?site=b', 'good')).text())
    expect(requestContext.authorizer).toMatchObject({ principalId: 'p-1', user: 'grace' })
    expect(JSON.parse(requestContext.authorizer.event)).toMatchObject({
      version: '1.0', type: 'REQUEST',
      methodArn: `arn:aws:execute-api:us-east-1:123456789012:${running.outputs['ApiId']}/$default/GET/kept-first`,
      identitySource: 'Bearer good,b', authorizationToken: 'Bearer good,b', resource: '/kept-first', httpMethod: 'GET',
      queryStringParameters: { site: 'b' },
    })
  })

  it('is asked once for the same identity sources where its answers are kept, and its policy is held against each route', async () => {
    expect((await call('/kept/k-1?site=c', 'good-one')).status).toBe(200)
    expect((await call('/kept/k-1?site=c', 'good-one')).status).toBe(200)
    expect((await call('/kept/k-2?site=c', 'good-one')).status).toBe(403)
    expect(asked('good-one')).toBe(1)
    expect((await call('/kept/k-1?site=d', 'good-one')).status).toBe(200)
    expect(asked('good-one')).toBe(2)
    const before = asked('good')
    await Promise.all([await call('/simple/k-1', 'good'), await call('/simple/k-1', 'good')])
    expect(asked('good')).toBe(before + 2)
  })

  it('that AWS could not ask is told of at the start', () => {
    const lines = running.log.filter(({ source, message }) => source === 'lambda' && message.includes('may not invoke'))
    expect(lines.map(({ constructPath }) => constructPath)).toEqual(['Test/Uninvited'])
  })
})

// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
describe('payload format 1.0', () => {
  it('has every value of headers and query', async () => {
    const response = await fetch(`${url}/first/k-1?a=1&a=2`, {
      method: 'POST', body: '{"ml":1}', headers: { 'content-type': 'application/json', cookie: 'c=1' },
    })
    expect(response.headers.get('x-many')).toBe('a, b')
    expect(await response.json()).toMatchObject({
      version: '1.0', resource: '/first/{kegId}', path: '/first/k-1', httpMethod: 'POST', headers: { cookie: 'c=1' },
      multiValueHeaders: { cookie: ['c=1'] }, queryStringParameters: { a: '2' }, multiValueQueryStringParameters: { a: ['1', '2'] },
      pathParameters: { kegId: 'k-1' }, stageVariables: null,
      requestContext: { httpMethod: 'POST', resourcePath: '/first/{kegId}', stage: '$default', identity: { sourceIp: '127.0.0.1' } },
      body: '{"ml":1}', isBase64Encoded: false,
    })
    expect(await (await call('/first/k-1')).json()).toMatchObject({
      body: null, queryStringParameters: null, multiValueQueryStringParameters: null,
    })
  })
  it('takes no answer without a status', async () => {
    expect((await call('/bare')).status).toBe(500)
  })
})

// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
it('throttles a route beyond its burst, and no other', async () => {
  const statuses = async (method: string) => [
    (await call('/slow', undefined, method)).status, (await call('/slow', undefined, method)).status,
  ]
  expect([await statuses('GET'), await statuses('POST')]).toEqual([[200, 429], [200, 200]])
  expect(await (await call('/slow')).json()).toEqual({ message: 'Too Many Requests' })
})
