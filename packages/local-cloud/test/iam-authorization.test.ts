import { Sha256 } from '@aws-crypto/sha256-js'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { SignatureV4 } from '@smithy/signature-v4'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { HttpApi, HttpMethod, type HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IGrantable } from 'aws-cdk-lib/aws-iam'
import { Function as LambdaFunction, FunctionUrlAuthType, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud

const calling = `
const { SignatureV4 } = require('@smithy/signature-v4')
const { createHash, createHmac } = require('node:crypto')
class Sha256 {
  constructor(key) { this.hash = key ? createHmac('sha256', key) : createHash('sha256') }
  update(chunk) { this.hash.update(chunk) }
  async digest() { return this.hash.digest() }
}
exports.handler = async ({ url, service }) => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env
  const { hostname, port, pathname, host } = new URL(url)
  const signer = new SignatureV4({ service, region: 'us-east-1', credentials: { accessKeyId, secretAccessKey }, sha256: Sha256 })
  const { headers } = await signer.sign({ method: 'GET', protocol: 'http:', hostname, port, path: pathname, query: {}, headers: { host } })
  const response = await fetch(url, { headers })
  return [response.status, await response.json()]
}`

function build(stack: Stack): void {
  const node = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler' }
  const echo = new LambdaFunction(stack, 'Echo', {
    ...node, code: new InlineCode('exports.handler = async ({ requestContext: { authorizer } }) => authorizer'),
  })
  const caller = new LambdaFunction(stack, 'Caller', { ...node, functionName: 'caller', code: new InlineCode(calling) })
  const api = new HttpApi(stack, 'Api')
  const route = (path: string) => api.addRoutes({
    path, methods: [HttpMethod.GET], integration: new HttpLambdaIntegration(path, echo), authorizer: new HttpIamAuthorizer(),
  })[0] as HttpRoute
  // CDK's own types disagree under exactOptionalPropertyTypes.
  route('/kegs/{kegId}').grantInvoke(caller as IGrantable)
  route('/closed')
  const open = echo.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM })
  open.grantInvokeUrl(caller as IGrantable)
  const other = new LambdaFunction(stack, 'Other', { ...node, code: new InlineCode('exports.handler = async () => 1') })
    .addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM })
  for (const [name, value] of Object.entries({ Url: api.apiEndpoint, OpenUrl: open.url, OtherUrl: other.url }))
    new CfnOutput(stack, name, { value })
}

beforeAll(async () => void (running = await run(build, { iam: 'enforce' })), 30_000)
afterAll(() => running[Symbol.asyncDispose]())

const url = (output: string, path = '') => `${running.outputs[output]}${path}`

/** As whoever has the cloud's own credentials. */
async function signed(service: string, address: string): Promise<Response> {
  const { hostname, port, pathname, host } = new URL(address)
  const signer = new SignatureV4({ service, region: 'us-east-1', credentials: running.client.credentials, sha256: Sha256 })
  const { headers } = await signer.sign({
    method: 'GET', protocol: 'http:', hostname, port: Number(port), path: pathname, query: {}, headers: { host },
  })
  return fetch(address, { headers })
}

async function byFunction(service: string, address: string): Promise<unknown> {
  const { Payload } = await new LambdaClient(running.client)
    .send(new InvokeCommand({ FunctionName: 'caller', Payload: JSON.stringify({ url: address, service }) }))
  return JSON.parse(Payload?.transformToString() ?? 'null') as unknown
}

// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html
it('of a route takes a signature, and the caller\'s policies', async () => {
  const unsigned = await fetch(url('Url', '/kegs/k-1'))
  expect([unsigned.status, await unsigned.json()]).toEqual([403, { message: 'Forbidden' }])
  expect(await (await signed('execute-api', url('Url', '/kegs/k-1'))).json()).toMatchObject({
    iam: { accessKey: running.client.credentials.accessKeyId, accountId: '123456789012', userArn: 'arn:aws:iam::123456789012:root' },
  })
  const [status, authorizer] = await byFunction('execute-api', url('Url', '/kegs/k-1')) as [number, { iam: { userArn: string } }]
  expect([status, authorizer.iam.userArn]).toEqual([200, expect.stringMatching(/^arn:aws:sts::123456789012:assumed-role\/.*\/caller$/)])
  expect(await byFunction('execute-api', url('Url', '/closed'))).toEqual([403, { message: 'Forbidden' }])
  expect(running.log.filter(({ source, message }) => source === 'iam' && message.includes('/$default/GET/closed is not allowed')))
    .toHaveLength(1)
})

// https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
it('of a function\'s address takes a signature, and the caller\'s policies', async () => {
  const unsigned = await fetch(url('OpenUrl'))
  expect([unsigned.status, await unsigned.json()]).toEqual([403, { Message: 'Forbidden' }])
  expect((await signed('lambda', url('OpenUrl'))).status).toBe(200)
  expect(await byFunction('lambda', url('OpenUrl'))).toMatchObject([200, { iam: { accountId: '123456789012' } }])
  expect(await byFunction('lambda', url('OtherUrl'))).toEqual([403, { Message: 'Forbidden' }])
})
