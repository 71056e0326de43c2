import { afterAll, beforeAll, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud

beforeAll(async () => {
  running = await run(() => undefined)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

/** A call of a JSON protocol, by a key that this cloud does not know; a body that is a text is sent as it is. */
async function refusalOf(service: string, target: string, body: unknown): Promise<{ readonly status: number; readonly code: string; readonly message: string }> {
  const response = await fetch(running.cloud.endpoint, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const { __type: code, message } = await response.json() as { readonly __type: string; readonly message: string }
  return { status: response.status, code, message }
}

const missing = (at: string) => `1 validation error detected: Value null at '${at}' failed to satisfy constraint: Member must not be null`

// A line a row, sorted by service: the name that it is signed for, the target, the body, AWS's code, and what the message holds.
it.each<[service: string, target: string, body: unknown, code: string, message: string]>([
  ['glue', 'AWSGlue.BatchDeletePartition', { DatabaseName: 'd', TableName: 't', PartitionsToDelete: [{}] }, 'ValidationException', missing('partitionsToDelete.1.member.values')],
  ['glue', 'AWSGlue.CreateTable', { DatabaseName: 'd', TableInput: { Name: 't', Retention: 'long' } }, 'SerializationException', '\'tableInput.retention\' must be a number.'],
  ['glue', 'AWSGlue.CreateTable', { DatabaseName: 'd', TableInput: { Name: 't\n' } }, 'ValidationException', 'Member must satisfy regular expression pattern'],
  ['glue', 'AWSGlue.CreateTable', { DatabaseName: 'd', TableInput: { Name: 't', TargetTable: {} } }, 'InvalidInputException', 'TargetTable'],
  ['glue', 'AWSGlue.GetDatabase', '"keg"', 'SerializationException', 'The request is no JSON object.'],
  ['glue', 'AWSGlue.GetDatabase', {}, 'ValidationException', missing('name')],
  ['glue', 'AWSGlue.StartCrawler', {}, 'UnknownOperationException', 'Glue\'s StartCrawler is not emulated.'],
  ['kinesis', 'Kinesis_20131202.CreateStream', {}, 'ValidationException', missing('streamName')],
  ['kinesis', 'Kinesis_20131202.CreateStream', { StreamName: 'a b' }, 'ValidationException', 'Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+'],
  ['kinesis', 'Kinesis_20131202.GetShardIterator', { StreamName: 's', ShardId: 'x', ShardIteratorType: 'FIRST' }, 'ValidationException', 'Member must satisfy enum value set'],
  ['kinesis', 'Kinesis_20131202.MergeShards', {}, 'UnknownOperationException', 'Kinesis\'s MergeShards is not emulated.'],
  ['kinesis', 'Kinesis_20131202.PutRecord', { Data: 'eA==', PartitionKey: 7 }, 'SerializationException', '\'partitionKey\' must be a string.'],
  ['kinesis', 'Kinesis_20131202.PutRecord', { Data: 'eA==', PartitionKey: 'k' }, 'InvalidArgumentException', 'Either StreamARN or StreamName has to be given.'],
  ['kinesis', 'Kinesis_20131202.PutRecords', { StreamName: 's', Records: [] }, 'ValidationException', 'Member must have length greater than or equal to 1'],
  ['kinesis', 'Kinesis_20131202.PutRecords', 'Records', 'SerializationException', 'The request is no JSON object.'],
  ['secretsmanager', 'secretsmanager.GetSecretValue', '', 'ValidationException', missing('secretId')],
  ['secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: ['s'] }, 'SerializationException', '\'secretId\' must be a string.'],
  ['secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: 'none' }, 'ResourceNotFoundException', 'Secrets Manager can\'t find the specified secret.'],
  ['secretsmanager', 'secretsmanager.PutSecretValue', { SecretId: 's', SecretString: '' }, 'ValidationException', 'Member must have length greater than or equal to 1'],
  ['secretsmanager', 'secretsmanager.RotateSecret', {}, 'UnknownOperationException', 'Secrets Manager\'s RotateSecret is not emulated.'],
])('%s %s %j: %s', async (service, target, body, code, message) => {
  expect(await refusalOf(service, target, body)).toEqual({ status: 400, code, message: expect.stringContaining(message) })
})
