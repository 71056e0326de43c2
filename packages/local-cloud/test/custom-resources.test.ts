import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { CfnOutput, CustomResource, Duration, type Stack } from 'aws-cdk-lib'
import { Function as LambdaFunction, InlineCode, Runtime, type IFunction } from 'aws-cdk-lib/aws-lambda'
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId, Provider } from 'aws-cdk-lib/custom-resources'
import { expect, it } from 'vitest'
import { run } from './synthesized.ts'

const functionOf = (stack: Stack, id: string, code: string) => new LambdaFunction(stack, id, {
  runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode(code), timeout: Duration.seconds(20),
})

/**
 * How functions answer that do so themselves: by https, to a host without a port.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-cloudformation.html
 */
const answering = (answer: string) => `
const https = require('https')
exports.handler = (event, context) => new Promise((resolve, reject) => {
  console.log(JSON.stringify({ asked: event.RequestType, id: event.PhysicalResourceId, type: event.ResourceType, properties: event.ResourceProperties, old: event.OldResourceProperties }))
  const { hostname, pathname, search } = new URL(event.ResponseURL)
  const base = { StackId: event.StackId, RequestId: event.RequestId, LogicalResourceId: event.LogicalResourceId, Status: 'SUCCESS' }
  const body = JSON.stringify({ ...base, ...(${answer})(event) })
  const request = https.request({ hostname, port: 443, path: pathname + search, method: 'PUT', headers: { 'content-type': '', 'content-length': body.length } }, (response) => {
    response.resume()
    resolve(response.statusCode)
  })
  request.on('error', reject)
  request.end(body)
})`

const site = (name: string, answer: string) => (stack: Stack) => {
  const handler = functionOf(stack, 'Maker', answering(answer))
  const resource = new CustomResource(stack, 'Site', {
    serviceToken: handler.functionArn, resourceType: 'Custom::Site', properties: { name, kegs: 5, open: true },
  })
  new CfnOutput(stack, 'Ref', { value: resource.ref })
  new CfnOutput(stack, 'Address', { value: resource.getAttString('Address') })
}
const named =
  '(event) => ({ PhysicalResourceId: event.ResourceProperties.name, Data: { Address: event.ResourceProperties.name + ".example" } })'

it('asks the function to create, to change and to delete, and the old one to go after the new one has come', async () => {
  await using running = await run(site('berlin', named))
  const asked = () =>
    running.log.flatMap(({ source, message }) => (source === 'function' && message.startsWith('{"asked"') ? [JSON.parse(message)] : []))
  const ServiceToken = expect.stringContaining(':function:')
  expect(running.outputs).toEqual({ Ref: 'berlin', Address: 'berlin.example' })
  expect(asked()).toEqual([
    { asked: 'Create', type: 'Custom::Site', properties: { ServiceToken, name: 'berlin', kegs: '5', open: 'true' } },
  ])
  expect(await running.update(site('munich', named))).toEqual(['replaced Test/Site/Default', 'removed Test/Site/Default'])
  expect(running.outputs).toEqual({ Ref: 'munich', Address: 'munich.example' })
  expect(asked().slice(1)).toEqual([
    {
      asked: 'Update', id: 'berlin', type: 'Custom::Site', properties: expect.objectContaining({ name: 'munich' }),
      old: expect.objectContaining({ name: 'berlin' }),
    },
    { asked: 'Delete', id: 'berlin', type: 'Custom::Site', properties: expect.objectContaining({ name: 'berlin' }) },
  ])
  await running.update((stack) => void functionOf(stack, 'Maker', answering(named)))
  expect(asked().at(-1)).toEqual({
    asked: 'Delete', id: 'munich', type: 'Custom::Site', properties: expect.objectContaining({ name: 'munich' }),
  })
})

it.each([
  ['says why', '() => ({ Status: "FAILED", Reason: "no beer", PhysicalResourceId: "x" })', /no beer/],
  ['throws', '() => { throw new Error("broken") }', /broken/],
])('stops the start where the function %s', async (_, answer, reason) => {
  await expect(run(site('berlin', answer))).rejects.toMatchObject({
    code: 'RESOURCE_FAILED',
    evidence: [expect.objectContaining({ constructPath: 'Test/Site/Default', reason: expect.stringMatching(reason) })],
  })
})

it('waits no longer than the template says', async () => {
  const silent = (stack: Stack) => {
    const handler = functionOf(stack, 'Maker', 'exports.handler = async () => undefined')
    new CustomResource(stack, 'Site', { serviceToken: handler.functionArn, serviceTimeout: Duration.seconds(1) })
  }
  await expect(run(silent)).rejects.toMatchObject({
    code: 'RESOURCE_FAILED',
    evidence: [expect.objectContaining({ reason: 'CloudFormation did not receive a response from your Custom Resource.' })],
  })
})

it('runs CDK\'s own: an SDK call, and a provider that is asked until it is done', { timeout: 60_000 }, async () => {
  const build = (value: string) => (stack: Stack) => {
    const call = {
      service: 'SSM', action: 'PutParameter', parameters: { Name: '/made', Value: value, Type: 'String', Overwrite: true },
      physicalResourceId: PhysicalResourceId.of('made'),
    }
    new AwsCustomResource(stack, 'Call', {
      onCreate: call, onUpdate: call, policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: AwsCustomResourcePolicy.ANY_RESOURCE }),
      installLatestAwsSdk: false,
    })
    const onEventHandler: IFunction = functionOf(
      stack, 'OnEvent', 'exports.handler = async ({ RequestType }) => ({ PhysicalResourceId: "slow", Data: { asked: RequestType } })',
    )
    const isCompleteHandler: IFunction = functionOf(
      stack,
      'IsComplete',
      'let calls = 0; exports.handler = async () => ({ IsComplete: ++calls > 1, ...(calls > 1 ? { Data: { calls } } : {}) })',
    )
    const provider = new Provider(stack, 'Provider', { onEventHandler, isCompleteHandler, queryInterval: Duration.seconds(1) })
    const slow = new CustomResource(stack, 'Slow', { serviceToken: provider.serviceToken, properties: { value } })
    new CfnOutput(stack, 'Asked', { value: slow.getAttString('asked') })
  }
  await using running = await run(build('one'))
  const ssm = new SSMClient(running.client)
  expect((await ssm.send(new GetParameterCommand({ Name: '/made' }))).Parameter?.Value).toBe('one')
  expect(running.outputs['Asked']).toBe('Create')
  await running.update(build('two'))
  expect((await ssm.send(new GetParameterCommand({ Name: '/made' }))).Parameter?.Value).toBe('two')
  expect(running.outputs['Asked']).toBe('Update')
  expect(running.log.filter(({ level, source }) => level !== 'info' && source !== 'function').map(({ message }) => message)).toEqual([])
})
