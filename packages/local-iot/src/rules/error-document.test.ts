import { describe, expect, it } from 'vitest'
import type { ActionInput, PreparedAction } from '../actions/action.ts'
import { errorDocument } from './error-document.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const input: ActionInput = {
  ruleName: 'TestAction', output: { x: 1 }, payload: bytes('{"x":1}'),
  message: { topic: 'testme/action', payload: bytes('{"message":"Hello"}') },
  context: { nowMs: 0, traceId: '7e146a2c-95b5-6caf-98b9-50e3969734c7', clientId: 'iotconsole-1511213971966-0' },
  source: { clientId: 'iotconsole-1511213971966-0', sourceIp: '10.0.0.1', hops: 0 },
}
const action = (name: PreparedAction['name'], resource: string, more: Partial<PreparedAction> = {}): PreparedAction =>
  ({ name, resource, remote: true, run: () => Promise.resolve(undefined), ...more })
const base64OriginalPayload = Buffer.from('{"message":"Hello"}').toString('base64')
const cloudwatchTraceId = '7e146a2c-95b5-6caf-98b9-50e3969734c7'
const clientId = 'iotconsole-1511213971966-0'
const failedS3 = { action: action('s3', 'us-east-1-s3-verify-user'), error: new Error('The specified bucket does not exist') }
const s3Failure = {
  failedAction: 'S3Action', failedResource: 'us-east-1-s3-verify-user',
  errorMessage:
    'The s3 action failed. The error received was The specified bucket does not exist. Message arrived on: testme/action, Action: s3, Resource: us-east-1-s3-verify-user',
}
const parsed = (document: { payload: Uint8Array }) => JSON.parse(Buffer.from(document.payload).toString()) as object

// The members and their order are those of the example on rule-error-handling.html#rule-error-message-format.
describe('the message of an error action', () => {
  it('has the members of the example, one failure for each action', () => {
    const document = errorDocument(input, [failedS3, { action: action('lambda', 'arn:f'), error: 'gone' }])
    expect(Object.entries(parsed(document))).toEqual([
      ['ruleName', 'TestAction'], ['topic', 'testme/action'], ['cloudwatchTraceId', cloudwatchTraceId], ['clientId', clientId],
      ['base64OriginalPayload', base64OriginalPayload],
      ['failures', [s3Failure, { failedAction: 'LambdaAction', failedResource: 'arn:f', errorMessage: expect.stringContaining('gone') }]],
    ])
    expect(document.output).toEqual(parsed(document))
  })
  it('says N/A where no client sent the message', () => {
    expect(parsed(errorDocument({ ...input, context: { nowMs: 0 }, source: { hops: 0 } }, [failedS3]))).toMatchObject({ clientId: 'N/A' })
  })
  it('says what caused an error that only wraps it', () => {
    const error = new Error('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:1') })
    expect(parsed(errorDocument(input, [{ action: action('http', 'http://a'), error }]))).toMatchObject({
      failures: [{ errorMessage: expect.stringContaining('fetch failed (connect ECONNREFUSED 127.0.0.1:1)') }],
    })
  })
  // http_batching.html#batching_errors, and API_BatchConfig.html for batchAcrossTopics.
  it.each([
    { acrossTopics: false, outside: { topic: 'testme/action' }, inside: {} },
    { acrossTopics: true, outside: {}, inside: { topic: 'testme/action' } },
  ])('lists messages where an action sends batches, across topics: $acrossTopics', ({ acrossTopics, outside, inside }) => {
    const failedHttp = {
      action: action('http', 'https://example.com', { batching: { acrossTopics } }), error: new Error('StatusCode: 500'),
    }
    expect(parsed(errorDocument(input, [failedHttp, failedS3]))).toEqual({
      ruleName: 'TestAction', ...outside,
      payloadsWithMetadata: [{ id: 1, ...inside, cloudwatchTraceId, clientId, sourceIp: '10.0.0.1', base64OriginalPayload }],
      failures: [
        {
          affectedIds: [1], failedAction: 'HttpAction', failedResource: 'https://example.com',
          errorMessage: expect.stringContaining('StatusCode: 500'),
        },
        { affectedIds: [1], ...s3Failure },
      ],
    })
  })
})
