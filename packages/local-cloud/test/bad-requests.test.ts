import { afterAll, beforeAll, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud

beforeAll(async () => {
  running = await run(() => undefined)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

/**
 * What is said to a call by a key that this cloud does not know. `call` is the target of a JSON protocol, or method and path of a REST one; a body that is a
 * text is sent as it is.
 */
async function refusalOf(service: string, call: string, body: unknown): Promise<{ readonly status: number; readonly code: string; readonly message: string }> {
  const [method = 'POST', path = '/'] = call.includes(' ') ? call.split(' ') : ['POST', '/']
  const response = await fetch(`${running.cloud.endpoint}${path}`, {
    method,
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      ...(path === '/' ? { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': call } : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const { message } = await response.json() as { readonly message: string }
  return { status: response.status, code: response.headers.get('x-amzn-errortype') ?? '', message }
}

const missing = (at: string) => `1 validation error detected: Value null at '${at}' failed to satisfy constraint: Member must not be null`

// A line a row, sorted by service: the name that it is signed for, the call, the body, AWS's code, and what the message holds.
it.each<[service: string, call: string, body: unknown, code: string, message: string]>([
  ['athena', 'AmazonAthena.GetQueryExecution', '[]', 'SerializationException', 'The request is no JSON object.'],
  ['athena', 'AmazonAthena.GetQueryResults', { QueryExecutionId: 'q', MaxResults: 1_001 }, 'InvalidRequestException', 'Member must have value less than or equal to 1000'],
  ['athena', 'AmazonAthena.GetWorkGroup', { WorkGroup: 'a b' }, 'InvalidRequestException', 'Member must satisfy regular expression pattern'],
  ['athena', 'AmazonAthena.ListDataCatalogs', {}, 'UnknownOperationException', 'Athena\'s ListDataCatalogs is not emulated.'],
  ['athena', 'AmazonAthena.ListWorkGroups', { NextToken: 'none' }, 'InvalidRequestException', 'The NextToken is none that was given out here.'],
  ['athena', 'AmazonAthena.StartQueryExecution', { QueryString: 7 }, 'SerializationException', '\'queryString\' must be a string.'],
  ['athena', 'AmazonAthena.StartQueryExecution', {}, 'InvalidRequestException', missing('queryString')],
  ['firehose', 'Firehose_20150804.CreateDeliveryStream', { DeliveryStreamName: 'a b' }, 'ValidationException', 'Member must satisfy regular expression pattern'],
  ['firehose', 'Firehose_20150804.PutRecord', 'Record', 'SerializationException', 'The request is no JSON object.'],
  ['firehose', 'Firehose_20150804.PutRecord', { DeliveryStreamName: 's', Record: {} }, 'ValidationException', missing('record.data')],
  ['firehose', 'Firehose_20150804.PutRecordBatch', { DeliveryStreamName: 's', Records: [] }, 'ValidationException', 'Member must have length greater than or equal to 1'],
  ['firehose', 'Firehose_20150804.PutRecordBatch', { DeliveryStreamName: 's', Records: {} }, 'SerializationException', '\'records\' must be a list.'],
  ['firehose', 'Firehose_20150804.TagDeliveryStream', {}, 'UnknownOperationException', 'Firehose\'s TagDeliveryStream is not emulated.'],
  ['sqs', 'AmazonSQS.AddPermission', {}, 'UnknownOperationException', 'SQS\'s AddPermission is not emulated.'],
  ['sqs', 'AmazonSQS.CreateQueue', { QueueName: 'a', Attributes: { Colour: 'red' } }, 'InvalidAttributeName', 'Member must satisfy enum value set'],
  ['sqs', 'AmazonSQS.CreateQueue', { QueueName: 'a b' }, 'InvalidParameterValue', 'Can only include alphanumeric characters'],
  ['sqs', 'AmazonSQS.SendMessage', '[]', 'SerializationException', 'The request is no JSON object.'],
  ['sqs', 'AmazonSQS.SendMessage', { QueueUrl: 'http://127.0.0.1/123456789012/q' }, 'MissingParameter', 'The request must contain the parameter MessageBody.'],
  ['sqs', 'AmazonSQS.SendMessage', { QueueUrl: 'http://127.0.0.1/123456789012/q', MessageBody: 7 }, 'SerializationException', '\'messageBody\' must be a string.'],
  ['sqs', 'AmazonSQS.StartMessageMoveTask', {}, 'MissingParameter', 'The request must contain the parameter SourceArn.'],
  ['states', 'AWSStepFunctions.CreateActivity', {}, 'UnknownOperationException', 'Step Functions\'s CreateActivity is not emulated.'],
  ['states', 'AWSStepFunctions.ListExecutions', { stateMachineArn: 'm', statusFilter: 'DONE' }, 'ValidationException', 'Member must satisfy enum value set'],
  ['states', 'AWSStepFunctions.StartExecution', '7', 'SerializationException', 'The request is no JSON object.'],
  ['states', 'AWSStepFunctions.StartExecution', { stateMachineArn: 'm', input: {} }, 'SerializationException', '\'input\' must be a string.'],
  ['states', 'AWSStepFunctions.StartExecution', { stateMachineArn: 'm', name: '' }, 'ValidationException', 'Member must have length greater than or equal to 1'],
  ['states', 'AWSStepFunctions.StartExecution', {}, 'ValidationException', missing('stateMachineArn')],
])('%s %s %j: %s', async (service, call, body, code, message) => {
  expect(await refusalOf(service, call, body)).toEqual({ status: 400, code, message: expect.stringContaining(message) })
})
