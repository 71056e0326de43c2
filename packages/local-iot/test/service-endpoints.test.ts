import { expect, it } from 'vitest'
import { startCaptureServer } from '../src/testing/capture-server.ts'
import { kegPolicy, startIot, until } from './start-iot.ts'

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const roleArn = 'arn:aws:iam::123456789012:role/rule'
const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:f'

it('reaches each service at its own endpoint, Lambda functions included, and says which has none', async () => {
  await using lambda = await startCaptureServer(() => ({ status: 202 }))
  await using queues = await startCaptureServer(() => ({ body: '{}' }))
  await using started = await startIot({ aws: { endpoints: { lambda: lambda.url, sqs: queues.url }, credentials } })
  const { iot, log } = started
  const actions = [
    { lambda: { functionArn } }, { sqs: { roleArn, queueUrl: 'http://localhost/123456789012/q' } },
    { kinesis: { roleArn, streamName: 's', partitionKey: 'k' } },
  ]
  await iot.call('CreateTopicRule', { ruleName: 'all', topicRulePayload: { sql: "SELECT * FROM 'a'", actions } })
  expect(log.filter(({ event }) => event === 'action-unavailable')).toMatchObject([
    { action: 'kinesis', message: expect.stringContaining('--endpoint kinesis=URL') },
  ])
  await iot.publish('a', '{"x":1}')
  await until(() => lambda.requests.length > 0 && queues.requests.length > 0)
  expect(lambda.requests).toMatchObject([{
    method: 'POST', url: `/2015-03-31/functions/${encodeURIComponent(functionArn)}/invocations`,
    headers: { 'x-amz-invocation-type': 'Event' },
  }])
  expect(lambda.requests[0]?.body.toString()).toBe('{"x":1}')
  expect(queues.requests[0]?.headers['x-amz-target']).toBe('AmazonSQS.SendMessage')
})

it('asks an authorizer function there, and waits for its answer', async () => {
  const answer = {
    isAuthenticated: true, principalId: 'bob', disconnectAfterInSeconds: 3600, refreshAfterInSeconds: 3600, policyDocuments: [kegPolicy()],
  }
  await using lambda = await startCaptureServer(() => ({ body: JSON.stringify(answer) }))
  await using started = await startIot({ aws: { endpoint: lambda.url, credentials } })
  await started.iot.call('CreateAuthorizer', {
    authorizerName: 'people', authorizerFunctionArn: functionArn, status: 'ACTIVE', signingDisabled: true,
  })
  const answered = await started.iot.call('TestInvokeAuthorizer', { authorizerName: 'people', mqttContext: { clientId: 'bob' } })
  expect(answered).toMatchObject({ isAuthenticated: true, principalId: 'bob' })
  expect(lambda.requests[0]?.headers['x-amz-invocation-type']).toBe('RequestResponse')
})

it('says what a function behind the endpoint threw', async () => {
  await using lambda = await startCaptureServer(() => ({
    headers: { 'x-amz-function-error': 'Unhandled' }, body: '{"errorMessage":"out of beer"}',
  }))
  await using started = await startIot({ aws: { endpoints: { lambda: lambda.url }, credentials } })
  await started.iot.call('CreateAuthorizer', {
    authorizerName: 'people', authorizerFunctionArn: functionArn, status: 'ACTIVE', signingDisabled: true,
  })
  await expect(started.iot.call('TestInvokeAuthorizer', { authorizerName: 'people', mqttContext: { clientId: 'bob' } }))
    .rejects.toThrow(/out of beer/)
})
