import { afterAll, beforeAll, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud

beforeAll(async () => {
  running = await run(() => undefined)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

/**
 * What is said to a call by a key that this cloud does not know. `call` is the target of a JSON protocol, or method and path of a REST one;
 * a body that is a text is sent as it is.
 */
async function refusalOf(
  service: string, call: string, body: unknown,
): Promise<{ readonly status: number; readonly code: string; readonly message: string }> {
  const [method = '', path = ''] = call.includes(' ') ? call.split(' ') : ['POST', '/']
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
  ['athena', 'AmazonAthena.GetQueryResults', {
    QueryExecutionId: 'q', MaxResults: 1_001,
  }, 'InvalidRequestException', 'Member must have value less than or equal to 1000'],
  [
    'athena', 'AmazonAthena.GetWorkGroup', { WorkGroup: 'a b' }, 'InvalidRequestException',
    'Member must satisfy regular expression pattern',
  ],
  ['athena', 'AmazonAthena.ListDataCatalogs', {}, 'UnknownOperationException', 'Athena\'s ListDataCatalogs is not emulated.'],
  [
    'athena', 'AmazonAthena.ListWorkGroups', { NextToken: 'none' }, 'InvalidRequestException',
    'The NextToken is none that was given out here.',
  ],
  ['athena', 'AmazonAthena.StartQueryExecution', { QueryString: 7 }, 'SerializationException', '\'queryString\' must be a string.'],
  ['athena', 'AmazonAthena.StartQueryExecution', {}, 'InvalidRequestException', missing('queryString')],
  [
    'cognito-idp', 'AWSCognitoIdentityProviderService.AdminGetUser', { UserPoolId: 'us-east-1_a' }, 'InvalidParameterException',
    'Value at \'username\' failed to satisfy constraint: Member must not be null',
  ],
  ['cognito-idp', 'AWSCognitoIdentityProviderService.AdminSetUserPassword', {
    UserPoolId: 'us-east-1_a', Username: 'u', Password: 'a b ',
  }, 'InvalidParameterException', 'Value at \'password\' failed to satisfy constraint: Member must satisfy regular expression pattern'],
  [
    'cognito-idp', 'AWSCognitoIdentityProviderService.GetUser', { AccessToken: 7 }, 'SerializationException',
    '\'accessToken\' must be a string.',
  ],
  ['cognito-idp', 'AWSCognitoIdentityProviderService.ListUsers', '[]', 'SerializationException', 'The request is no JSON object.'],
  [
    'cognito-idp', 'AWSCognitoIdentityProviderService.SetUserMFAPreference', {}, 'UnknownOperationException',
    'Amazon Cognito\'s SetUserMFAPreference is not emulated.',
  ],
  ['events', 'AWSEvents.CreateArchive', {}, 'UnknownOperationException', 'EventBridge\'s CreateArchive is not emulated.'],
  ['events', 'AWSEvents.CreateEventBus', { Name: 'a b' }, 'ValidationException', 'Member must satisfy regular expression pattern'],
  ['events', 'AWSEvents.CreateEventBus', { Name: 'aws.partner/bar' }, 'ValidationException', 'has no slash in its name'],
  ['events', 'AWSEvents.PutEvents', '[]', 'SerializationException', 'The request is no JSON object.'],
  ['events', 'AWSEvents.PutEvents', { Entries: [] }, 'ValidationException', 'Member must have length greater than or equal to 1'],
  ['events', 'AWSEvents.PutRule', { Name: 'r', State: 'ON' }, 'ValidationException', 'Member must satisfy enum value set'],
  ['events', 'AWSEvents.PutTargets', { Rule: 'r', Targets: [{ Id: '1' }] }, 'ValidationException', missing('targets.1.member.arn')],
  ['events', 'AWSEvents.PutTargets', { Rule: 7, Targets: [] }, 'SerializationException', '\'rule\' must be a string.'],
  [
    'firehose', 'Firehose_20150804.CreateDeliveryStream', { DeliveryStreamName: 'a b' }, 'ValidationException',
    'Member must satisfy regular expression pattern',
  ],
  ['firehose', 'Firehose_20150804.PutRecord', 'Record', 'SerializationException', 'The request is no JSON object.'],
  ['firehose', 'Firehose_20150804.PutRecord', { DeliveryStreamName: 's', Record: {} }, 'ValidationException', missing('record.data')],
  ['firehose', 'Firehose_20150804.PutRecordBatch', {
    DeliveryStreamName: 's', Records: [],
  }, 'ValidationException', 'Member must have length greater than or equal to 1'],
  ['firehose', 'Firehose_20150804.PutRecordBatch', {
    DeliveryStreamName: 's', Records: {},
  }, 'SerializationException', '\'records\' must be a list.'],
  ['firehose', 'Firehose_20150804.TagDeliveryStream', {}, 'UnknownOperationException', 'Firehose\'s TagDeliveryStream is not emulated.'],
  [
    'glue', 'AWSGlue.BatchDeletePartition', { DatabaseName: 'd', TableName: 't', PartitionsToDelete: [{}] }, 'ValidationException',
    missing('partitionsToDelete.1.member.values'),
  ],
  ['glue', 'AWSGlue.CreateTable', {
    DatabaseName: 'd', TableInput: { Name: 't', Retention: 'long' },
  }, 'SerializationException', '\'tableInput.retention\' must be a number.'],
  ['glue', 'AWSGlue.CreateTable', {
    DatabaseName: 'd', TableInput: { Name: 't', TargetTable: {} },
  }, 'InvalidInputException', 'TargetTable'],
  ['glue', 'AWSGlue.CreateTable', {
    DatabaseName: 'd', TableInput: { Name: 't\n' },
  }, 'ValidationException', 'Member must satisfy regular expression pattern'],
  ['glue', 'AWSGlue.GetDatabase', '"keg"', 'SerializationException', 'The request is no JSON object.'],
  ['glue', 'AWSGlue.GetDatabase', {}, 'ValidationException', missing('name')],
  ['glue', 'AWSGlue.StartCrawler', {}, 'UnknownOperationException', 'Glue\'s StartCrawler is not emulated.'],
  [
    'kinesis', 'Kinesis_20131202.CreateStream', { StreamName: 'a b' }, 'ValidationException',
    'Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+',
  ],
  ['kinesis', 'Kinesis_20131202.CreateStream', {}, 'ValidationException', missing('streamName')],
  ['kinesis', 'Kinesis_20131202.GetShardIterator', {
    StreamName: 's', ShardId: 'x', ShardIteratorType: 'FIRST',
  }, 'ValidationException', 'Member must satisfy enum value set'],
  ['kinesis', 'Kinesis_20131202.MergeShards', {}, 'UnknownOperationException', 'Kinesis\'s MergeShards is not emulated.'],
  [
    'kinesis', 'Kinesis_20131202.PutRecord', { Data: 'eA==', PartitionKey: 'k' }, 'InvalidArgumentException',
    'Either StreamARN or StreamName has to be given.',
  ],
  [
    'kinesis', 'Kinesis_20131202.PutRecord', { Data: 'eA==', PartitionKey: 7 }, 'SerializationException',
    '\'partitionKey\' must be a string.',
  ],
  ['kinesis', 'Kinesis_20131202.PutRecords', 'Records', 'SerializationException', 'The request is no JSON object.'],
  [
    'kinesis', 'Kinesis_20131202.PutRecords', { StreamName: 's', Records: [] }, 'ValidationException',
    'Member must have length greater than or equal to 1',
  ],
  ['lambda', 'DELETE /2015-03-31/functions/f', undefined, 'UnknownOperationException', 'Lambda\'s DeleteFunction is not emulated.'],
  [
    'lambda', 'GET /2015-03-31/event-source-mappings?MaxItems=0', undefined, 'ValidationException',
    'Member must have value greater than or equal to 1',
  ],
  ['lambda', 'GET /2015-03-31/functions/a%20b', undefined, 'ValidationException', 'Member must satisfy regular expression pattern'],
  [
    'lambda', 'GET /2015-03-31/functions?FunctionVersion=NONE', undefined, 'ValidationException',
    'Member must satisfy enum value set: [ALL]',
  ],
  ['lambda', 'GET /2015-03-31/functions?MaxItems=many', undefined, 'SerializationException', '\'maxItems\' must be a number.'],
  [
    'logs', 'Logs_20140328.CreateLogGroup', { logGroupName: 'a b' }, 'InvalidParameterException',
    'Member must satisfy regular expression pattern',
  ],
  ['logs', 'Logs_20140328.FilterLogEvents', {}, 'InvalidParameterException', missing('logGroupName')],
  ['logs', 'Logs_20140328.PutLogEvents', 'lines', 'SerializationException', 'The request is no JSON object.'],
  ['logs', 'Logs_20140328.PutLogEvents', {
    logGroupName: 'g', logStreamName: 's', logEvents: [{ timestamp: 'now', message: 'm' }],
  }, 'SerializationException', 'must be a number.'],
  ['logs', 'Logs_20140328.PutLogEvents', {
    logGroupName: 'g', logStreamName: 's', logEvents: [{ timestamp: 1, message: '' }],
  }, 'InvalidParameterException', 'greater than or equal to 1'],
  ['logs', 'Logs_20140328.PutSubscriptionFilter', {
    logGroupName: 'g', filterName: 'f', filterPattern: '',
  }, 'InvalidParameterException', missing('destinationArn')],
  ['logs', 'Logs_20140328.StartQuery', {}, 'UnknownOperationException', 'CloudWatch Logs\'s StartQuery is not emulated.'],
  [
    'monitoring', 'GraniteServiceVersion20100801.DescribeAlarms', { MaxRecords: 500 }, 'ValidationException',
    'Member must have value less than or equal to 100',
  ],
  [
    'monitoring', 'GraniteServiceVersion20100801.PutAnomalyDetector', {}, 'UnknownOperationException',
    'CloudWatch\'s PutAnomalyDetector is not emulated.',
  ],
  ['monitoring', 'GraniteServiceVersion20100801.PutMetricData', '7', 'SerializationException', 'The request is no JSON object.'],
  [
    'monitoring', 'GraniteServiceVersion20100801.PutMetricData', { MetricData: [] }, 'MissingRequiredParameterException',
    missing('namespace'),
  ],
  [
    'monitoring', 'GraniteServiceVersion20100801.PutMetricData', { Namespace: ':n', MetricData: [] }, 'InvalidParameterValueException',
    'regular expression pattern',
  ],
  [
    'monitoring', 'GraniteServiceVersion20100801.PutMetricData', { Namespace: 'n', MetricData: {} }, 'SerializationException',
    '\'metricData\' must be a list.',
  ],
  ['monitoring', 'GraniteServiceVersion20100801.SetAlarmState', {
    AlarmName: 'a', StateValue: 'LOUD', StateReason: 'r',
  }, 'ValidationException', 'Member must satisfy enum value set'],
  ['scheduler', 'GET /schedules?MaxResults=500', undefined, 'ValidationException', 'Member must have value less than or equal to 100'],
  ['scheduler', 'GET /schedules?MaxResults=many', undefined, 'SerializationException', '\'maxResults\' must be a number.'],
  ['scheduler', 'POST /schedule-groups/a%20b', {}, 'ValidationException', 'Member must satisfy regular expression pattern'],
  ['scheduler', 'POST /schedules/s', '{', 'SerializationException', 'The request is no JSON object.'],
  ['scheduler', 'POST /schedules/s', {
    ScheduleExpression: 'rate(1 day)', FlexibleTimeWindow: { Mode: 'OFF' },
  }, 'ValidationException', missing('target')],
  ['scheduler', 'POST /tags/arn', { Tags: [] }, 'UnknownOperationException', 'EventBridge Scheduler\'s TagResource is not emulated.'],
  ['secretsmanager', 'secretsmanager.GetSecretValue', '', 'ValidationException', missing('secretId')],
  [
    'secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: 'none' }, 'ResourceNotFoundException',
    'Secrets Manager can\'t find the specified secret.',
  ],
  ['secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: ['s'] }, 'SerializationException', '\'secretId\' must be a string.'],
  [
    'secretsmanager', 'secretsmanager.PutSecretValue', { SecretId: 's', SecretString: '' }, 'ValidationException',
    'Member must have length greater than or equal to 1',
  ],
  ['secretsmanager', 'secretsmanager.RotateSecret', {}, 'UnknownOperationException', 'Secrets Manager\'s RotateSecret is not emulated.'],
  ['sqs', 'AmazonSQS.AddPermission', {}, 'UnknownOperationException', 'SQS\'s AddPermission is not emulated.'],
  ['sqs', 'AmazonSQS.CreateQueue', { QueueName: 'a b' }, 'InvalidParameterValue', 'Can only include alphanumeric characters'],
  ['sqs', 'AmazonSQS.CreateQueue', {
    QueueName: 'a', Attributes: { Colour: 'red' },
  }, 'InvalidAttributeName', 'Member must satisfy enum value set'],
  ['sqs', 'AmazonSQS.SendMessage', '[]', 'SerializationException', 'The request is no JSON object.'],
  ['sqs', 'AmazonSQS.SendMessage', {
    QueueUrl: 'http://127.0.0.1/123456789012/q',
  }, 'MissingParameter', 'The request must contain the parameter MessageBody.'],
  ['sqs', 'AmazonSQS.SendMessage', {
    QueueUrl: 'http://127.0.0.1/123456789012/q', MessageBody: 7,
  }, 'SerializationException', '\'messageBody\' must be a string.'],
  ['sqs', 'AmazonSQS.StartMessageMoveTask', {}, 'MissingParameter', 'The request must contain the parameter SourceArn.'],
  ['states', 'AWSStepFunctions.CreateActivity', {}, 'UnknownOperationException', 'Step Functions\'s CreateActivity is not emulated.'],
  ['states', 'AWSStepFunctions.ListExecutions', {
    stateMachineArn: 'm', statusFilter: 'DONE',
  }, 'ValidationException', 'Member must satisfy enum value set'],
  ['states', 'AWSStepFunctions.StartExecution', '7', 'SerializationException', 'The request is no JSON object.'],
  [
    'states', 'AWSStepFunctions.StartExecution', { stateMachineArn: 'm', input: {} }, 'SerializationException',
    '\'input\' must be a string.',
  ],
  [
    'states', 'AWSStepFunctions.StartExecution', { stateMachineArn: 'm', name: '' }, 'ValidationException',
    'Member must have length greater than or equal to 1',
  ],
  ['states', 'AWSStepFunctions.StartExecution', {}, 'ValidationException', missing('stateMachineArn')],
])('%s %s %j: %s', async (service, call, body, code, message) => {
  expect(await refusalOf(service, call, body)).toEqual({ status: 400, code, message: expect.stringContaining(message) })
})
