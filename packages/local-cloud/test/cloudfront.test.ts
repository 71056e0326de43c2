import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CfnOutput, CfnParameter, CustomResource, Duration, Fn, type Stack } from 'aws-cdk-lib'
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods, CachePolicy, Distribution, Function as EdgeFunction, FunctionCode, FunctionEventType, FunctionRuntime,
  OriginRequestPolicy, ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

const LONG = 'beer '.repeat(400)
const folder = mkdtempSync(join(tmpdir(), 'keg-page-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<h1>Kegs</h1>')
writeFileSync(join(folder, 'assets/index-1.js'), LONG)
writeFileSync(join(folder, 'secret space.txt'), 'beer')

let running: TestCloud
let url: string

const stripping = `function handler(event) {
  event.request.uri = event.request.uri.replace(/^\\/api/, '')
  return event.request
}`
const echo = `exports.handler = async ({ rawPath, rawQueryString, headers, body, requestContext: { http } }) =>
  rawPath === '/missing' ? { statusCode: 404, headers: { 'content-type': 'application/problem+json' }, body: '{"title":"none"}' }
  : { rawPath, rawQueryString, authorization: headers.authorization, host: headers.host, method: http.method, body }`

function build(stack: Stack, told = 'first'): void {
  const pageOrigin = new CfnParameter(stack, 'PageOrigin').valueAsString
  const bucket = new Bucket(stack, 'Page', { enforceSSL: true }) as IBucket
  const handler = new LambdaFunction(stack, 'Echo', { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode(echo) })
  const api = new HttpApi(stack, 'Api')
  api.addRoutes({ path: '/{proxy+}', methods: [HttpMethod.ANY], integration: new HttpLambdaIntegration('Echoing', handler) })
  const strip = new EdgeFunction(stack, 'Strip', { runtime: FunctionRuntime.JS_2_0, code: FunctionCode.fromInline(stripping) })
  const responseHeadersPolicy = new ResponseHeadersPolicy(stack, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: "default-src 'self'; upgrade-insecure-requests", override: true },
      contentTypeOptions: { override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(1), includeSubdomains: true, override: true },
    },
    customHeadersBehavior: { customHeaders: [{ header: 'x-told', value: told, override: true }] },
  })
  const call = JSON.stringify({ service: 'IoT', action: 'describeEndpoint', parameters: { endpointType: 'iot:Data-ATS' } })
  const dataEndpoint = new CustomResource(stack, 'Endpoint', {
    resourceType: 'Custom::KegIoTDataEndpoint', serviceToken: 'arn:aws:lambda:us-east-1:123456789012:function:asks', properties: { Update: call },
  })
  const toApi = {
    origin: new HttpOrigin(`${api.apiId}.execute-api.${stack.region}.amazonaws.com`), cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER, allowedMethods: AllowedMethods.ALLOW_ALL, responseHeadersPolicy,
  }
  const distribution = new Distribution(stack, 'Site', {
    defaultRootObject: 'index.html', domainNames: ['bar.example'],
    certificate: Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/c'),
    defaultBehavior: { origin: S3BucketOrigin.withOriginAccessControl(bucket), responseHeadersPolicy },
    additionalBehaviors: {
      '/api/*': { ...toApi, functionAssociations: [{ function: strip, eventType: FunctionEventType.VIEWER_REQUEST }] },
      '/unstripped/*': { ...toApi, originRequestPolicy: OriginRequestPolicy.ALL_VIEWER },
      '/mqtt': { ...toApi, origin: new HttpOrigin(dataEndpoint.getAttString('endpointAddress')) },
    },
  })
  new BucketDeployment(stack, 'Assets', {
    destinationBucket: bucket, prune: false, sources: [Source.asset(folder, { exclude: ['*', '!assets', '!assets/**'] })],
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
  })
  new BucketDeployment(stack, 'Pages', {
    destinationBucket: bucket, prune: false, distribution, cacheControl: [CacheControl.noCache()],
    sources: [
      Source.asset(folder, { exclude: ['assets'] }), Source.jsonData('config.json', { apiUrl: api.apiEndpoint, told }),
    ],
  })
  new CfnOutput(stack, 'Url', { value: `https://${distribution.distributionDomainName}` })
  new CfnOutput(stack, 'Live', { value: Fn.join('', ['wss://', distribution.distributionDomainName, '/mqtt']) })
  new CfnOutput(stack, 'Alias', { value: 'https://bar.example/x' })
  new CfnOutput(stack, 'Told', { value: pageOrigin })
  new CfnOutput(stack, 'Bucket', { value: bucket.bucketName })
}

beforeAll(async () => {
  running = await run((stack) => build(stack), { distribution: { port: 18_080, originParameter: 'PageOrigin' } })
  url = running.outputs['Url'] ?? ''
}, 60_000)
afterAll(async () => {
  await running[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(`${url}${path}`, { ...init, headers: { 'accept-encoding': 'identity', ...headers } })

it('has an origin of its own, whose address parameters, outputs and its other names come to', () => {
  const { host } = new URL(url)
  expect(running.outputs).toMatchObject({
    Url: `http://${host}`, Live: `ws://${host}/mqtt`, Alias: `http://${host}/x`, Told: `http://${host}`,
  })
  expect(running.cloud.distributions).toMatchObject([{ url: `http://${host}/`, constructPath: 'Test/Site/Resource' }])
})

describe('files of a bucket', () => {
  it('answers with what the deployment has put there, and with the headers of the policy', async () => {
    const page = await get('/')
    expect([page.status, await page.text()]).toEqual([200, '<h1>Kegs</h1>'])
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'content-type': 'text/html', 'cache-control': 'no-cache', 'content-security-policy': "default-src 'self'", 'x-told': 'first',
      'x-content-type-options': 'nosniff', 'strict-transport-security': 'max-age=86400; includeSubDomains', 'x-cache': 'Miss from cloudfront',
    })
    const asset = await get('/assets/index-1.js')
    expect([asset.headers.get('content-type'), asset.headers.get('cache-control'), (await asset.text()).length])
      .toEqual(['text/javascript', 'public, max-age=31536000, immutable', LONG.length])
    expect(await (await get('/secret%20space.txt')).text()).toBe('beer')
  })

  it('writes a file with what is known at deployment alone', async () => {
    expect(await (await get('/config.json')).json()).toEqual({ apiUrl: expect.stringContaining('/_apis/'), told: 'first' })
  })

  it('compresses, answers parts and to conditions', async () => {
    const packed = await fetch(`${url}/assets/index-1.js`, { headers: { 'accept-encoding': 'br' } })
    expect([packed.headers.get('content-encoding'), await packed.text()]).toEqual(['br', LONG])
    const etag = packed.headers.get('etag') ?? ''
    const again = await fetch(`${url}/assets/index-1.js`, { headers: { 'accept-encoding': 'br', 'if-none-match': `"other", ${etag}` } })
    expect([again.status, etag, again.headers.get('etag')]).toEqual([304, expect.stringMatching(/^W\/"/), etag])
    const part = await get('/assets/index-1.js', { range: 'bytes=0-3' })
    expect([part.status, await part.text()]).toEqual([206, 'beer'])
    const { headers } = await get('/index.html', {}, { method: 'HEAD' })
    expect(headers.get('content-length')).toBe('13')
    expect((await get('/index.html', { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304)
  })

  it.each([
    ['/nothing', 403, 'AccessDenied'], ['/assets', 403, 'AccessDenied'], ['/a/%2e%2e%2f%2e%2e/x', 403, 'AccessDenied'], ['/%ff', 400, 'Bad request'],
  ])('%s is %i', async (path, status, text) => {
    const answer = await get(path)
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(text)])
  })

  it('takes no methods but those of the behaviour', async () => {
    const answer = await get('/index.html', {}, { method: 'DELETE' })
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('not configured to allow the HTTP request method')])
  })
})

describe('an HTTP API', () => {
  it('is asked without the prefix, with what the viewer sent but its host', async () => {
    const answer = await get('/api/kegs/keg-01?a=1&b=%20', { authorization: 'Bearer t' }, { method: 'POST', body: '{}' })
    expect(await answer.json()).toEqual({
      rawPath: '/kegs/keg-01', rawQueryString: 'a=1&b=%20', authorization: 'Bearer t', method: 'POST', body: '{}',
      host: expect.stringMatching(/^[a-z0-9]{10}\.execute-api\./),
    })
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'self'")
  })

  it('keeps its own answer to what is not there', async () => {
    const answer = await get('/api/missing')
    expect([answer.status, answer.headers.get('content-type'), await answer.json()])
      .toEqual([404, 'application/problem+json', { title: 'none' }])
  })

  it('does not know itself by the host of the distribution', async () => {
    expect([(await get('/unstripped/kegs')).status]).toEqual([403])
  })
})

describe('doors', () => {
  const host = () => new URL(url).host
  /** What comes back for a request line; a client of fetch has no say in these headers. */
  const exchange = (line: string, headers: readonly string[]): Promise<string> => {
    const { hostname, port } = new URL(url)
    return new Promise((resolve, reject) => {
      let text = ''
      const socket = connect(Number(port), hostname, () => socket.write(`${line} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`))
      socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk)).on('error', reject).on('close', () => resolve(text))
    })
  }

  it.each([
    ['the page itself', 'GET /api/me', ['Host: {host}', 'Origin: http://{host}'], 200],
    ['a program', 'GET /api/me', ['Host: {host}'], 200],
    ['a page of another site at the API', 'GET /api/me', ['Host: {host}', 'Origin: https://evil.example'], 403],
    ['a picture of another site at the API', 'GET /api/me', ['Host: {host}', 'Sec-Fetch-Site: cross-site'], 403],
    ['a page of another port at the API', 'GET /api/me', ['Host: {host}', 'Origin: http://127.0.0.1:1'], 403],
    ['a link from another site to the page', 'GET /', ['Host: {host}', 'Sec-Fetch-Site: cross-site'], 200],
    ['a form of another site', 'POST /', ['Host: {host}', 'Origin: https://evil.example', 'Content-Length: 0'], 403],
    ['a name that leads here', 'GET /', ['Host: evil.example'], 403],
    ['a name of this machine', 'GET /', ['Host: localhost:1'], 200],
    ['no host that is one', 'GET /', ['Host: a@b'], 400],
    ['an address that is no path', 'GET http://evil.example/', ['Host: {host}'], 400],
    ['TRACE', 'TRACE /api/me', ['Host: {host}'], 405],
  ])('%s', async (_, line, headers, status) => {
    expect((await exchange(line, [...headers.map((header) => header.replace('{host}', host())), 'Connection: close'])).slice(0, 12)).toBe(`HTTP/1.1 ${status}`)
  })

  const upgrade = (path: string, own: readonly string[] = []) => exchange(`GET ${path}`, [
    ...own.some((header) => header.startsWith('Host')) ? [] : [`Host: ${host()}`], 'Connection: Upgrade', 'Upgrade: websocket',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Protocol: mqtt', ...own,
  ]).then((answer) => answer.slice(0, 12))

  it('lets no page of another site open a WebSocket, nor anybody one elsewhere than at /mqtt', async () => {
    for (const header of ['Origin: https://evil.example', 'Host: evil.example', 'Sec-Fetch-Site: cross-site'])
      expect([header, await upgrade('/mqtt', [header])]).toEqual([header, 'HTTP/1.1 403'])
    expect([await upgrade('/api/mqtt'), await upgrade('/')]).toEqual(['HTTP/1.1 404', 'HTTP/1.1 404'])
  })
})

it('passes MQTT over WebSocket on to AWS IoT, which decides', async () => {
  const client = mqtt.connect(running.outputs['Live'] ?? '', { reconnectPeriod: 0, username: 'page?x-amz-customauthorizer-name=none', protocolVersion: 5 })
  const refused = await new Promise((resolve) => client.on('error', resolve).on('close', () => resolve('closed')))
  client.end(true)
  expect(String(refused)).toMatch(/[Nn]ot authorized|closed/)
})

it('has this machine answer a path, or add to an answer, behind the same doors', async () => {
  const [distribution] = running.cloud.distributions
  distribution?.mount('/local/bill', async (request) => Response.json({ method: request.method }))
  distribution?.mount('/config.json', async (_, next) => Response.json({ ...await (await next()).json() as object, local: true }))
  const bill = await get('/local/bill', {}, { method: 'POST' })
  expect([await bill.json(), bill.headers.get('x-told')]).toEqual([{ method: 'POST' }, 'first'])
  expect(await (await get('/config.json')).json()).toMatchObject({ told: 'first', local: true })
  expect((await get('/local/bill', { origin: 'https://evil.example' })).status).toBe(403)
})

it('changes in its place, and deploys what has changed', async () => {
  const changes = await running.update((stack) => build(stack, 'second'))
  expect(changes.filter((change) => !change.includes('Lambda'))).toEqual([
    'updated Test/Headers/Resource', 'updated Test/Pages/CustomResource/Default',
  ])
  const page = await get('/')
  expect([page.headers.get('x-told'), running.outputs['Url']]).toEqual(['second', url])
  expect(await (await get('/config.json')).json()).toMatchObject({ told: 'second', local: true })
})
