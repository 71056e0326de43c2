import { CloudWatchClient, DescribeAlarmsCommand, GetMetricStatisticsCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch'
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { GetRecordsCommand, GetShardIteratorCommand, KinesisClient } from '@aws-sdk/client-kinesis'
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn'
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { TestCloud } from './synthesized.ts'

/** What the SDK's clients of the cloud are made with. */
export type Client = TestCloud['client']

/** An action, by a role, for messages as `{"id":…,"n":1}`. */
export interface Row {
  readonly name: string
  /** `target` is another one than that of the stack. */
  readonly action: (roleArn: string, target?: string) => object
  /** What is there of the message; `undefined` as long as nothing is. */
  readonly see: (client: Client, id: string) => Promise<unknown>
  readonly seen: (id: string) => unknown
  /** The first thing that the role has to allow. */
  readonly needs: string
  /** How a target is refused that is not there, or that is none. */
  readonly missing: string
}

const account = '123456789012'
const queueUrl = (name: string) => `http://127.0.0.1/${account}/${name}`
const text = ({ id }: { readonly id: string }) => `{"id":"${id}","n":1}`

/** The message of a queue, which is then taken out of it. */
async function received(client: Client, name: string) {
  const sqs = new SQSClient(client)
  const { Messages: [message] = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl(name), WaitTimeSeconds: 5 }))
  await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl(name), ReceiptHandle: message?.ReceiptHandle }))
  return message?.Body
}

async function item(client: Client, id: string) {
  const { Item } = await new DynamoDBClient(client).send(new GetItemCommand({ TableName: 'pours', Key: { id: { S: id } } }))
  return Item
}

async function object(client: Client, Key: string) {
  const { Body } = await new S3Client({ ...client, forcePathStyle: true }).send(new GetObjectCommand({ Bucket: 'cold', Key }))
  return Body?.transformToString()
}

/** The object of the message by Firehose. */
async function delivered(client: Client, id: string) {
  const s3 = new S3Client({ ...client, forcePathStyle: true })
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: 'cold', Prefix: 'delivered/' }))
  const texts = await Promise.all(Contents.map(({ Key = '' }) => object(client, Key)))
  return texts.find((each) => each?.includes(`"${id}"`))
}

async function record(client: Client, id: string) {
  const kinesis = new KinesisClient(client)
  const start = { StreamName: 'telemetry', ShardId: 'shardId-000000000000', ShardIteratorType: 'TRIM_HORIZON' } as const
  const { ShardIterator } = await kinesis.send(new GetShardIteratorCommand(start))
  const { Records = [] } = await kinesis.send(new GetRecordsCommand({ ShardIterator }))
  return Records.map(({ Data = [] }) => Buffer.from(Data).toString()).find((each) => each.includes(`"${id}"`))
}

async function measured(client: Client, id: string) {
  const at = { StartTime: new Date(Date.now() - 600_000), EndTime: new Date(Date.now() + 600_000), Period: 60 }
  const asked = new GetMetricStatisticsCommand({ Namespace: 'bar', MetricName: id, Statistics: ['Sum'], Unit: 'Count', ...at })
  const { Datapoints = [] } = await new CloudWatchClient(client).send(asked)
  return Datapoints[0]?.Sum
}

/** The state of the alarm, which is then reset. */
async function alarmed(client: Client, id: string) {
  const cloudWatch = new CloudWatchClient(client)
  const { MetricAlarms: [alarm] = [] } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: ['warm'] }))
  if (alarm?.StateReason !== `for ${id}`) return undefined
  await cloudWatch.send(new SetAlarmStateCommand({ AlarmName: 'warm', StateValue: 'OK', StateReason: 'seen' }))
  return alarm.StateValue
}

async function lines(client: Client, id: string) {
  const logs = new CloudWatchLogsClient(client)
  const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName: 'rules', filterPattern: `"${id}"` }))
  return events.map(({ message }) => message)
}

async function executed(client: Client, id: string) {
  const functions = new SFNClient(client)
  const stateMachineArn = `arn:aws:states:us-east-1:${account}:stateMachine:pour`
  const { executions = [] } = await functions.send(new ListExecutionsCommand({ stateMachineArn }))
  const executionArn = executions.find(({ name = '' }) => name.startsWith(id))?.executionArn
  return executionArn && (await functions.send(new DescribeExecutionCommand({ executionArn }))).input
}

const dynamoDB = { hashKeyField: 'id', hashKeyValue: '${id}', payloadField: 'pour' }
const alarm = { stateReason: 'for ${id}', stateValue: 'ALARM' }
const bar = { metricNamespace: 'bar', metricName: '${id}', metricValue: '${n}' }

export const rows: readonly Row[] = [
  {
    name: 'sqs', action: (roleArn, name = 'inbox') => ({ sqs: { roleArn, queueUrl: queueUrl(name) } }),
    see: (client) => received(client, 'inbox'), seen: (id) => text({ id }),
    needs: 'sqs:SendMessage', missing: 'QueueDoesNotExist, status 400',
  },
  {
    name: 'sns', action: (roleArn, name = 'news') => ({ sns: { roleArn, targetArn: `arn:aws:sns:us-east-1:${account}:${name}` } }),
    see: (client) => received(client, 'readers'), seen: (id) => text({ id }),
    needs: 'sns:Publish', missing: 'NotFoundException, status 404',
  },
  {
    name: 'kinesis', action: (roleArn, streamName = 'telemetry') => ({ kinesis: { roleArn, streamName, partitionKey: 'k' } }),
    see: record, seen: (id) => text({ id }),
    needs: 'kinesis:PutRecord', missing: 'ResourceNotFoundException, status 400',
  },
  {
    name: 'firehose',
    action: (roleArn, deliveryStreamName = 'delivery') => ({ firehose: { roleArn, deliveryStreamName, separator: '\n' } }),
    see: delivered, seen: (id) => `${text({ id })}\n`,
    needs: 'firehose:PutRecord', missing: 'ResourceNotFoundException, status 400',
  },
  {
    name: 's3', action: (roleArn, bucketName = 'cold') => ({ s3: { roleArn, bucketName, key: 'a b/${id}+ä.json', cannedAcl: 'private' } }),
    see: (client, id) => object(client, `a b/${id}+ä.json`), seen: (id) => text({ id }),
    needs: 's3:PutObject', missing: 'NoSuchBucket, status 404',
  },
  {
    name: 'dynamoDB', action: (roleArn, tableName = 'pours') => ({ dynamoDB: { roleArn, tableName, ...dynamoDB } }),
    see: item, seen: (id) => ({ id: { S: id }, pour: { M: { id: { S: id }, n: { N: '1' } } } }),
    needs: 'dynamodb:PutItem', missing: 'ResourceNotFoundException, status 400',
  },
  {
    name: 'dynamoDB UPDATE',
    action: (roleArn, tableName = 'pours') => ({ dynamoDB: { roleArn, tableName, ...dynamoDB, operation: 'UPDATE' } }),
    see: item, seen: (id) => ({ id: { S: id }, pour: { M: { id: { S: id }, n: { N: '1' } } } }),
    needs: 'dynamodb:UpdateItem', missing: 'ResourceNotFoundException, status 400',
  },
  {
    name: 'dynamoDBv2', action: (roleArn, tableName = 'pours') => ({ dynamoDBv2: { roleArn, putItem: { tableName } } }),
    see: item, seen: (id) => ({ id: { S: id }, n: { N: '1' } }),
    needs: 'dynamodb:PutItem', missing: 'ResourceNotFoundException, status 400',
  },
  {
    name: 'cloudwatchMetric', action: (roleArn, metricUnit = 'Count') => ({ cloudwatchMetric: { roleArn, ...bar, metricUnit } }),
    see: measured, seen: () => 1,
    needs: 'cloudwatch:PutMetricData', missing: 'InvalidParameterValueException, status 400',
  },
  {
    name: 'cloudwatchAlarm',
    action: (roleArn, alarmName = 'warm') => ({ cloudwatchAlarm: { ...alarm, roleArn, alarmName } }),
    see: alarmed, seen: () => 'ALARM',
    needs: 'cloudwatch:SetAlarmState', missing: 'ResourceNotFound, status 404',
  },
  {
    name: 'cloudwatchLogs', action: (roleArn, logGroupName = 'rules') => ({ cloudwatchLogs: { roleArn, logGroupName } }),
    see: lines, seen: (id) => [text({ id })],
    needs: 'logs:PutLogEvents', missing: 'ResourceNotFoundException, status 400',
  },
  {
    name: 'stepFunctions',
    action: (roleArn, stateMachineName = 'pour') => ({ stepFunctions: { roleArn, stateMachineName, executionNamePrefix: '${id}-' } }),
    see: executed, seen: (id) => text({ id }),
    needs: 'states:StartExecution', missing: 'StateMachineDoesNotExist, status 400',
  },
]
