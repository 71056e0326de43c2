import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import { CorsHttpMethod, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { UserPool } from 'aws-cdk-lib/aws-cognito'
import { Function as LambdaFunction, FunctionUrlAuthType, HttpMethod as UrlMethod, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

const MIB = 1024 * 1024
const APP = 'https://app.example'
const html = 'exports.handler = async () => ({ statusCode: 200, headers: { "content-type": "text/html" }, body: "<script>1</script>" })'

function build(stack: Stack): void {
  new Queue(stack, 'Queue', { queueName: 'pours' })
  new Bucket(stack, 'Bucket', { bucketName: 'pictures' })
  const pool = new UserPool(stack, 'People')
  pool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'tap-room' } })
  const client = pool.addClient('App', {
    preventUserExistenceErrors: true, oAuth: { callbackUrls: [`${APP}/back`, 'tap://back'], logoutUrls: ['https://bye.example:8443/'] },
  })
  new CfnOutput(stack, 'ClientId', { value: client.userPoolClientId })
  new CfnOutput(stack, 'PoolId', { value: pool.userPoolId })
  new UserPool(stack, 'Others').addDomain('Domain', { cognitoDomain: { domainPrefix: 'others' } })
  const handler = new LambdaFunction(stack, 'Handler', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode(html),
  })
  const api = (id: string, methods: HttpMethod[], allowOrigins?: string[]) => {
    const made = new HttpApi(stack, id, allowOrigins === undefined
      ? {}
      : { corsPreflight: { allowOrigins, allowMethods: [CorsHttpMethod.GET], maxAge: Duration.minutes(1) } })
    made.addRoutes({ path: '/kegs', methods, integration: new HttpLambdaIntegration(`${id}Handler`, handler) })
    new CfnOutput(stack, `${id}Url`, { value: `${made.apiEndpoint}/kegs` })
  }
  api('Open', [HttpMethod.GET], [APP])
  api('Closed', [HttpMethod.GET])
  api('Itself', [HttpMethod.ANY])
  const url = handler.addFunctionUrl({
    authType: FunctionUrlAuthType.NONE, cors: { allowedOrigins: [APP], allowedMethods: [UrlMethod.GET] },
  })
  new CfnOutput(stack, 'FunctionUrl', { value: url.url })
}

let running: TestCloud
beforeAll(async () => void (running = await run(build, { hosts: ['keg.lan'] })), 60_000)
afterAll(() => running[Symbol.asyncDispose]())

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** Sends what `fetch` would not: any Host, any Origin. */
async function ask({ method = 'POST', path = '/', headers = {}, body }: Asked): Promise<Answer> {
  const { hostname, port } = new URL(running.cloud.endpoint)
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, method, path, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    request.on('error', reject).end(body)
  })
}

const signed = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`

/** How each service is spoken to: its target's prefix in the JSON protocols, or its content type, and what it takes at most. */
const services: Readonly<
  Record<string, { readonly target?: string; readonly path?: string; readonly type?: string; readonly bytesMax: number }>
> = {
  athena: { target: 'AmazonAthena', bytesMax: MIB },
  'cognito-idp': { target: 'AWSCognitoIdentityProviderService', bytesMax: MIB },
  dynamodb: { target: 'DynamoDB_20120810', bytesMax: 16 * MIB },
  events: { target: 'AWSEvents', bytesMax: 4 * MIB },
  firehose: { target: 'Firehose_20150804', bytesMax: 6 * MIB },
  glue: { target: 'AWSGlue', bytesMax: 4 * MIB },
  iot: { path: '/things/k-1', bytesMax: MIB },
  kinesis: { target: 'Kinesis_20131202', bytesMax: 16 * MIB },
  lambda: { path: '/2015-03-31/functions/constructor/invocations', bytesMax: 6 * MIB },
  logs: { target: 'Logs_20140328', bytesMax: 4 * MIB },
  monitoring: { target: 'GraniteServiceVersion20100801', bytesMax: 4 * MIB },
  scheduler: { path: '/schedules/constructor', bytesMax: MIB },
  secretsmanager: { target: 'secretsmanager', bytesMax: MIB },
  sns: { type: 'application/x-www-form-urlencoded', bytesMax: 4 * MIB },
  sqs: { target: 'AmazonSQS', bytesMax: 4 * MIB },
  ssm: { target: 'AmazonSSM', bytesMax: MIB },
  states: { target: 'AWSStepFunctions', bytesMax: 2 * MIB },
  sts: { type: 'application/x-www-form-urlencoded', bytesMax: MIB },
}

/** A request to a service as an SDK client sends it, with a signature that nobody made. */
function call(
  service: string,
  { operation = 'ListThings', body = '{}', headers = {} }: {
    operation?: string
    body?: string | Buffer
    headers?: Readonly<Record<string, string>>
  } = {},
): Promise<Answer> {
  const { target, path = '/', type } = services[service] ?? {}
  const protocol = target === undefined
    ? { 'content-type': type ?? 'application/json' }
    : { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `${target}.${operation}` }
  return ask({
    path, headers: { authorization: signed(service), ...protocol, ...headers }, body: type === undefined ? body : `Action=${operation}`,
  })
}

/** An operation without input of each service that speaks JSON. */
const listing: Readonly<Record<string, string>> = {
  athena: 'ListWorkGroups', 'cognito-idp': 'ListUserPools', dynamodb: 'ListTables', events: 'ListRules', firehose: 'ListDeliveryStreams',
  glue: 'GetDatabases', kinesis: 'ListStreams', logs: 'DescribeLogGroups', monitoring: 'DescribeAlarms', secretsmanager: 'ListSecrets',
  sqs: 'ListQueues', ssm: 'GetParameters', states: 'ListStateMachines',
}

// SDK clients try again what is a fault of the service, and not what is one of theirs.
it.each(Object.entries(listing).flatMap(([service, operation]) => ['{', '[]', '"a"', 'nonsense'].map((body) =>
  [service, operation, body] as const)))('%s refuses for %s the body %s as none', async (service, operation, body) => {
    expect(await call(service, { operation, body })).toMatchObject({ status: 400, body: expect.stringContaining('SerializationException') })
  })

describe.each(Object.keys(services))('%s', (service) => {
  it.each(['constructor', '__proto__', 'toString'])('has no operation %s', async (operation) => {
    const { status } = await call(service, { operation })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })
  it.each([
    ['another host', { host: 'evil.example' }],
    ['a host that only begins like ours', { host: '127.0.0.1.evil.example' }],
    ['a page of another origin', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a page whose browser says its origin alone', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a picture of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['a page of another port', { origin: 'http://localhost:5173', 'sec-fetch-site': 'same-site' }],
    ['a picture of another port', { 'sec-fetch-site': 'same-site' }],
    ['a link', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
  ])('refuses %s, signed by header or in the query', async (_, headers) => {
    const answer = await call(service, { headers })
    expect(answer).toMatchObject({ status: 403, body: expect.stringMatching(/hosts lets in|not let in/) })
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    const credential = encodeURIComponent(`AKIATEST/20260101/us-east-1/${service}/aws4_request`)
    expect((await ask({ path: `/?X-Amz-Credential=${credential}`, headers, body: 'Action=ListTopics' })).status).toBe(403)
  })
  it('refuses a body that is longer than it takes, without holding it', async () => {
    const { bytesMax } = services[service] ?? { bytesMax: 0 }
    const { body, status } = await ask({ headers: { authorization: signed(service) }, body: Buffer.alloc(bytesMax + 1, ' ') })
    expect([status, body]).toEqual([413, expect.stringMatching(/RequestEntityTooLarge|RequestTooLarge/)])
  })
})

describe('a person who follows a link of another site', () => {
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  it.each([
    ['/__keg', 200], ['/__keg/', 200], ['/__kegx', 403], ['/__keg%2f..', 403], ['/__keg.', 403], ['/_apis', 403], ['/_cognito', 403],
  ])('gets to %s: %i', async (address, status) => {
    const query = `Action=ListTopics&X-Amz-Credential=${encodeURIComponent('AKIATEST/20260101/us-east-1/sns/aws4_request')}`
    expect((await ask({ method: 'GET', path: `${address}?${query}`, headers: link })).status).toBe(status)
  })
})

describe('SNS', () => {
  const credential = `X-Amz-Credential=${encodeURIComponent('AKIATEST/20260101/us-east-1/sns/aws4_request')}`
  it.each(['Subscribe', 'Publish', 'CreateTopic', 'ListTopics'])('takes %s by no address that somebody visits', async (action) => {
    expect(await ask({ method: 'GET', path: `/?Action=${action}&${credential}` })).toMatchObject({
      status: 400, body: expect.stringContaining('InvalidAction'),
    })
  })
  it('calls no service in the name of this machine', async () => {
    const notification = { 'user-agent': 'Amazon Simple Notification Service Agent', 'x-amz-sns-message-type': 'SubscriptionConfirmation' }
    for (const service of Object.keys(services)) expect((await call(service, { headers: notification })).status).toBe(403)
    expect((await ask({ method: 'GET', path: path('ClosedUrl'), headers: notification })).status).toBe(200)
  })
})

it('takes what is signed by no key that it knows, and says so once', async () => {
  expect([(await call('sqs', { operation: 'ListQueues' })).status, (await call('sqs', { operation: 'ListQueues' })).status])
    .toEqual([200, 200])
  expect(running.log.filter(({ message }) => message.includes('"AKIATEST"'))).toMatchObject([
    { level: 'info', source: 'gateway', message: expect.stringContaining('not verified') },
  ])
})

it.each(['localhost', 'api.localhost', '127.8.9.1', '[::1]', 'keg.lan', 'KEG.LAN'])('answers to %s', async (host) => {
  expect((await call('sqs', { operation: 'ListQueues', headers: { host: `${host}:80`, origin: `http://${host}:80` } })).status).toBe(200)
})

it.each(['constructor', '__proto__', 'toString'])('knows no service %s', async (service) => {
  expect(await ask({ headers: { authorization: signed(service), 'content-type': 'application/x-amz-json-1.1' }, body: '{}' }))
    .toMatchObject({ status: 400, body: expect.stringContaining('UnknownService') })
})

describe('SQS', () => {
  it.each([
    ['CreateQueue', { QueueName: '../x' }, 'InvalidParameterValue'],
    ['CreateQueue', { QueueName: '' }, 'InvalidParameterValue'],
    ['SendMessage', '{"QueueUrl":"http://127.0.0.1/123456789012/pours","MessageBody":"m","MessageAttributes":{"__proto__":{"DataType":"String","StringValue":"a"}}}', 'InvalidParameterValue'],
  ])('refuses %s %j', async (operation, input, name) => {
    expect(await call('sqs', { operation, body: typeof input === 'string' ? input : JSON.stringify(input) })).toMatchObject({
      status: 400, body: expect.stringContaining(name),
    })
  })
})

it.each([
  ['glue', 'GetDatabases', { NextToken: 'x' }],
  ['glue', 'GetTables', { DatabaseName: 'd', NextToken: '-1' }],
  ['athena', 'ListWorkGroups', { NextToken: '1e9' }],
  ['kinesis', 'GetRecords', {
    ShardIterator: `arn|1|${Buffer.from('{"shardId":1,"position":"a","issuedAtMs":"b"}').toString('base64url')}`,
  }],
  ['dynamodb', 'GetRecords', { ShardIterator: `arn|1|${Buffer.from('"a"').toString('base64url')}` }],
  ['logs', 'DescribeLogGroups', { nextToken: '-1' }],
  ['events', 'ListRules', { NextToken: '1.5' }],
  ['cognito-idp', 'ListUserPools', { MaxResults: 1, NextToken: 'x' }],
])('refuses a token of %s that nobody gave out: %s %j', async (service, operation, input) => {
  expect((await call(service, { operation, body: JSON.stringify(input) })).status).toBe(400)
})

const pageOf = (origin: string) => ({ origin, 'sec-fetch-site': 'cross-site' })
const path = (name: string) => new URL(running.outputs[name] ?? '').pathname

describe('an API', () => {
  it.each([
    ['OpenUrl', pageOf(APP), 200], ['OpenUrl', pageOf('https://evil.example'), 403], ['OpenUrl', pageOf('null'), 403],
    ['OpenUrl', { 'sec-fetch-site': 'cross-site' }, 403], ['OpenUrl', pageOf('http://localhost:5173'), 403],
    ['FunctionUrl', pageOf(APP), 200], ['FunctionUrl', pageOf('https://evil.example'), 403], ['ClosedUrl', pageOf(APP), 403],
    ['ClosedUrl', pageOf('http://localhost:5173'), 403], ['ClosedUrl', {}, 200],
    // A dashboard's own server asks for its page.
    ['ClosedUrl', { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-origin' }, 200],
    ['ClosedUrl', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 200],
    ['ItselfUrl', pageOf('http://localhost:5173'), 200], ['ItselfUrl', pageOf('https://evil.example'), 403],
  ] as const)('%s answers %j with %i', async (name, headers, status) => {
    expect((await ask({ method: 'GET', path: path(name), headers })).status).toBe(status)
  })
  it.each([
    ['OpenUrl', APP, 204, APP], ['OpenUrl', 'https://evil.example', 403, undefined], ['ClosedUrl', APP, 403, undefined],
  ])('%s answers the preflight of %s with %i', async (name, origin, status, allowed) => {
    const { status: answered, headers } = await ask({
      method: 'OPTIONS', path: path(name), headers: { ...pageOf(origin), 'access-control-request-method': 'GET' },
    })
    expect([answered, headers['access-control-allow-origin']]).toEqual([status, allowed])
  })
  it.each([['OpenUrl', 10 * MIB], ['FunctionUrl', 6 * MIB]])('%s takes %i bytes and no more', async (name, bytesMax) => {
    expect(await ask({ path: path(name), body: Buffer.alloc(bytesMax + 1) })).toMatchObject({
      status: 413, body: '{"message":"Request Entity Too Large"}',
    })
  })
  it.each([[10_240, 200], [10_241, 431]])('takes a request line and header values of %i bytes with %i', async (bytes, status) => {
    // As API Gateway counts: without names, and the path as it begins at the API.
    const { host } = new URL(running.cloud.endpoint)
    const padding = bytes - 'GET /kegs?a HTTP/1.1'.length - host.length - 'keep-alive'.length
    const answer = await ask({ method: 'GET', path: `${path('OpenUrl')}?a`, headers: { 'x-padding': 'a'.repeat(padding) } })
    expect([answer.status, status === 200 || answer.body]).toEqual([status, status === 200 || '{"message":"Request Header Fields Too Large"}'])
    expect((await ask({ method: 'GET', path: path('FunctionUrl'), headers: { 'x-padding': 'a'.repeat(padding + 1_000) } })).status).toBe(200)
  })
  it('sees a path as it is, whatever it begins with', async () => {
    const [, , apiId] = path('ItselfUrl').split('/')
    expect(await Promise.all(
      ['//', '//evil.example/kegs'].map(async (rest) => (await ask({ method: 'GET', path: `/_apis/${apiId}${rest}` })).status),
    )).toEqual([404, 404])
  })
})

describe('Cognito', () => {
  const target = (operation: string) => ({
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`, 'content-type': 'application/x-amz-json-1.1',
  })
  const preflight = (asked: string, where = '/') => ask({
    method: 'OPTIONS', path: where,
    headers: { ...pageOf(APP), 'access-control-request-method': 'POST', 'access-control-request-headers': asked },
  })

  it('is open to users\' pages for what they do without a signature, and for nothing else', async () => {
    const own = await ask({ headers: { ...target('InitiateAuth'), ...pageOf(APP) }, body: '{}' })
    expect([own.status, own.headers['access-control-allow-origin'], own.headers['vary']]).toEqual([400, APP, 'origin'])
    for (const headers of [
      target('ListUsers'), { ...target('ListUsers'), authorization: signed('cognito-idp') },
      { ...target('InitiateAuth'), authorization: signed('cognito-idp') }, target('constructor'),
    ]) {
      const { status, headers: answered } = await ask({ headers: { ...headers, ...pageOf(APP) }, body: '{}' })
      expect([status, answered['access-control-allow-origin']]).toEqual([403, undefined])
    }
    expect((await call('cognito-idp', { operation: 'ListUserPools', body: '{"MaxResults":1}' })).headers)
      .not.toHaveProperty('access-control-allow-origin')
  })
  it.each([
    ['content-type,x-amz-target,x-amz-user-agent', '/', 200, APP],
    ['authorization,x-amz-target', '/', 403, undefined],
    ['x-amz-target, X-Amz-Security-Token', '/', 403, undefined],
    ['content-type', '/', 403, undefined],
    ['x-amz-target', '/__keg/state', 403, undefined],
    ['x-amz-target', '/?X-Amz-Credential=x%2F20260101%2Fus-east-1%2Fsqs%2Faws4_request', 403, undefined],
  ])('answers a preflight for %s at %s with %i', async (asked, where, status, allowed) => {
    const answer = await preflight(asked, where)
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([status, allowed])
  })

  const evil = 'https://evil.example'
  const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,x-amz-target' }
  const requests: Readonly<Record<string, () => Asked>> = {
    'an operation without a signature': () => ({ headers: target('InitiateAuth'), body: '{}' }),
    'its preflight': () => ({ method: 'OPTIONS', headers: asked }),
    'the token endpoint': () => ({ path: '/_cognito/tap-room/oauth2/token' }),
    'the preflight of the token endpoint': () => ({ method: 'OPTIONS', path: '/_cognito/tap-room/oauth2/token', headers: asked }),
    'who somebody is': () => ({ method: 'GET', path: '/_cognito/tap-room/oauth2/userInfo' }),
    'the end of a token': () => ({ path: '/_cognito/tap-room/oauth2/revoke' }),
    'the discovery document': () => ({
      method: 'GET', path: `/_cognito/${running.outputs['PoolId'] ?? ''}/.well-known/openid-configuration`,
    }),
    'the keys': () => ({ method: 'GET', path: `/_cognito/${running.outputs['PoolId'] ?? ''}/.well-known/jwks.json` }),
  }
  describe.each(Object.keys(requests))('%s', (name) => {
    const from = (headers: Readonly<Record<string, string>>) => {
      const request = requests[name]?.() ?? {}
      return ask({ ...request, headers: { ...request.headers, ...headers } })
    }
    it.each([
      APP, 'https://bye.example:8443', 'http://localhost:5173', 'http://127.0.0.1:1', 'http://[::1]:1', 'http://keg.lan:3000',
    ])('is for a page of %s', async (origin) => {
      const { status, headers } = await from(pageOf(origin))
      expect([status === 403, headers['access-control-allow-origin'], headers['vary']]).toEqual([false, origin, 'origin'])
    })
    it.each([
      evil, 'null', 'https://bye.example', 'http://app.example', 'https://app.example.evil.example', 'http://localhost.evil.example',
      'http://a@localhost',
    ])('is not for a page of %s', async (origin) => {
      const { status, headers, body } = await from(pageOf(origin))
      expect([status, headers['access-control-allow-origin'], body]).toEqual([403, undefined, expect.stringContaining('not let in')])
    })
    it('is for a program, and says nothing of pages', async () => {
      const { status, headers } = await from({})
      expect([status === 403, headers['access-control-allow-origin']]).toEqual([false, undefined])
    })
    it('is not for a picture of another site', async () => {
      expect((await from({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).status).toBe(403)
    })
  })
  it('lets the pages of a client in to its own pool alone', async () => {
    const status = async (domain: string) => (await ask({ path: `/_cognito/${domain}/oauth2/token`, headers: pageOf(APP) })).status
    expect([await status('tap-room'), await status('others'), await status('nobody')]).toEqual([400, 403, 403])
  })
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  it.each(['login', 'oauth2/authorize', 'logout'])('is led to %s by any site, which reads nothing of it', async (page) => {
    const where = { method: 'GET', path: `/_cognito/tap-room/${page}` }
    const visited = await ask({ ...where, headers: link })
    expect([visited.status, visited.headers['access-control-allow-origin']]).toEqual([400, undefined])
    expect((await ask({ ...where, headers: pageOf(evil) })).status).toBe(403)
  })
  it('takes the forms of its own pages, which say no origin, and holds others against their token', async () => {
    const query = new URLSearchParams({
      client_id: running.outputs['ClientId'] ?? '', response_type: 'code', redirect_uri: `${APP}/back`,
    })
    const path = `/_cognito/tap-room/login?${query.toString()}`
    const cookie = String((await ask({ method: 'GET', path })).headers['set-cookie']).split(';')[0] ?? ''
    const send = (body: string, headers: Readonly<Record<string, string>>) => ask({ path, headers: { cookie, ...headers }, body })
    const form = { origin: 'null', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    const token = cookie.replace('XSRF-TOKEN=', '')
    expect((await send(`_csrf=${token}&username=a&password=b`, { ...form, 'sec-fetch-site': 'same-origin' })).body)
      .toContain('Incorrect username or password.')
    expect((await send('_csrf=guessed', { ...form, 'sec-fetch-site': 'cross-site' })).body).toContain('was not sent from the sign-in page')
    expect((await send('_csrf=guessed', { ...pageOf(evil), 'sec-fetch-mode': 'no-cors' })).body).toContain('is not let in')
  })
})

describe('S3 and the page of the run', () => {
  it('is no page of theirs: objects and answers of functions have no origin', async () => {
    const authorization = signed('s3')
    await ask({
      method: 'PUT', path: '/pictures/x.html', headers: { authorization, 'content-type': 'text/html' }, body: '<script>1</script>',
    })
    const object = await ask({ method: 'GET', path: '/pictures/x.html', headers: { authorization } })
    expect(object).toMatchObject({
      status: 200, headers: { 'content-type': 'text/html', 'content-security-policy': 'sandbox', 'x-content-type-options': 'nosniff' },
    })
    const answer = await ask({ method: 'GET', path: path('OpenUrl') })
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/html', 'content-security-policy': expect.stringMatching(/^sandbox (?!.*allow-same-origin)/),
        'x-content-type-options': 'nosniff',
      },
    })
  })
  it.each(['', '/state', '/nothing'])('of the run itself is in nobody\'s frame: /__keg%s', async (rest) => {
    expect((await ask({ method: 'GET', path: `/__keg${rest}` })).headers).toMatchObject({
      'content-security-policy': expect.stringContaining('frame-ancestors \'none\''), 'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  })
  it('reads nothing of the run', async () => {
    expect((await ask({ method: 'GET', path: '/__keg/state', headers: pageOf('http://localhost:5173') })).status).toBe(403)
    expect((await ask({ method: 'GET', path: '/__keg/state', headers: { host: 'evil.example' } })).status).toBe(403)
  })
  it('deletes a thousand objects at once, and no more', async () => {
    const deleted = (count: number) => ask({
      path: '/pictures?delete',
      headers: { authorization: signed('s3'), 'content-type': 'application/xml' },
      body: `<Delete>${'<Object><Key>a</Key></Object>'.repeat(count)}</Delete>`,
    })
    expect([(await deleted(1_000)).status, (await deleted(1_001)).status]).toEqual([200, 400])
  })
  it('takes a path of S3 that is no text for none', async () => {
    expect(await ask({ method: 'GET', path: '/pictures/%zz', headers: { authorization: signed('s3') } })).toMatchObject({
      status: 400, body: expect.stringContaining('InvalidURI'),
    })
  })
})

const upgrade = (path: string, headers = 'Host: 127.0.0.1') =>
  `GET ${path} HTTP/1.1\r\n${headers}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n`

describe('bytes that nobody sends in good faith', () => {
  let thrown: unknown[] = []
  const collect = (error: unknown) => thrown.push(error)
  beforeAll(() => void process.on('uncaughtExceptionMonitor', collect))
  afterAll(() => void process.off('uncaughtExceptionMonitor', collect))

  it.each([
    ['an upgrade to //', upgrade('//'), /^HTTP\/1\.1 40[0-4]/],
    ['an upgrade to //[', upgrade('//['), /^HTTP\/1\.1 40[0-4]/],
    ['an upgrade to /\\', upgrade('/\\\\'), /^HTTP\/1\.1 40[0-4]/],
    ['an upgrade to http://[/mqtt', upgrade('http://[/mqtt'), /^HTTP\/1\.1 400/],
    ['an upgrade to *', upgrade('*'), /^HTTP\/1\.1 400/],
    ['an upgrade elsewhere', upgrade('/elsewhere'), /^HTTP\/1\.1 404/],
    ['an upgrade by another host', upgrade('/mqtt', 'Host: evil.example'), /^HTTP\/1\.1 403/],
    ['an upgrade of another origin', upgrade('/mqtt', 'Host: 127.0.0.1\r\nOrigin: https://evil.example'), /^HTTP\/1\.1 403/],
    ['an upgrade without an origin', upgrade('/mqtt', 'Host: 127.0.0.1\r\nOrigin: null'), /^HTTP\/1\.1 403/],
    ['an upgrade of a page of another port', upgrade('/mqtt', 'Host: 127.0.0.1\r\nOrigin: http://localhost:5173'), /^HTTP\/1\.1 101/],
    ['a host with a path', 'GET / HTTP/1.1\r\nHost: 127.0.0.1/x\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400/],
    ['a host with a user', 'GET / HTTP/1.1\r\nHost: a@127.0.0.1\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400/],
    ['a whole address', 'GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400/],
    ['no path', 'GET [ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400/],
    ['TRACE', 'TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 405/],
    ['CONNECT', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n', /^(?:HTTP\/1\.1 40\d|$)/],
    ['no HTTP', '\0\x01\x02\r\n\r\n', /^HTTP\/1\.1 400/],
    ['half of a chunk', 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', /^(?:HTTP\/1\.1 400|$)/],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', /^HTTP\/1\.1 400/],
    ['headers without end', `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`, /^HTTP\/1\.1 431/],
    ['HTTP/2 that is none', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\xff\xff\xff\xff\xff\xff\xff\xff\xff', /./],
    ['nothing', '', /^$/],
    ['one byte', 'G', /^HTTP\/1\.1 400/],
  ])('%s ends a connection at the most', async (_, bytes, answer) => {
    thrown = []
    expect(await exchange(bytes)).toMatch(answer)
    expect((await call('sqs', { operation: 'ListQueues' })).status).toBe(200)
    expect(thrown).toEqual([])
  })

  it('random requests end connections at the most', async () => {
    thrown = []
    const parts = [
      'GET', 'POST', ' ', '/', '//', '[', '%', '\\', '*', 'HTTP/1.1', '\r\n', 'Host: ', '127.0.0.1', ':', 'Upgrade: websocket',
      'Connection: Upgrade', '\0', '\xff', 'Content-Length: 5', '/mqtt', '/_apis/', '/_cognito/', '/__keg', '\r\n\r\n',
    ]
    const random = seeded(1)
    const texts = Array.from({ length: 150 }, () => Array.from({ length: 1 + random(14) }, () => parts[random(parts.length)]).join(''))
    await Promise.all([...texts, ...texts.map((text) => upgrade(`/${text.replaceAll(/[\s\0]/g, '')}`))].map(exchange))
    expect((await call('sqs', { operation: 'ListQueues' })).status).toBe(200)
    expect(thrown).toEqual([])
  })
})

/** Sends bytes, then ends its side; resolves with what came back until the other side ended, too, or once a WebSocket is open. */
function exchange(bytes: string): Promise<string> {
  const { hostname, port } = new URL(running.cloud.endpoint)
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(Number(port), hostname, () =>
      bytes.includes('Upgrade') ? socket.write(bytes, 'latin1') : socket.end(bytes, 'latin1'))
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      text += chunk
      if (text.startsWith('HTTP/1.1 101')) socket.destroy()
      else if (bytes.includes('Upgrade')) socket.end()
    })
    socket.on('error', () => undefined).on('close', () => resolve(text))
  })
}

/** Numbers below a limit, the same for the same seed. */
function seeded(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}
