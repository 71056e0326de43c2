import { CreateLogStreamCommand, CloudWatchLogsClient, GetLogEventsCommand, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { AdminCreateUserCommand, AdminGetUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import {
  AddThingToThingGroupCommand, CreateThingCommand, CreateThingGroupCommand, CreateTopicRuleCommand, GetTopicRuleCommand, IoTClient,
  ListThingGroupsForThingCommand,
} from '@aws-sdk/client-iot'
import { GetThingShadowCommand, IoTDataPlaneClient, UpdateThingShadowCommand } from '@aws-sdk/client-iot-data-plane'
import { GetRecordsCommand, GetShardIteratorCommand, KinesisClient, ListShardsCommand, PutRecordCommand } from '@aws-sdk/client-kinesis'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler'
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import type { TestCloud } from './synthesized.ts'

type Client = TestCloud['client']
/** Of the stack in `fixtures/data-folders/assembly`. */
type Outputs = Readonly<Record<string, string>>

const bytes = (text: string) => Buffer.from(text)
const [logGroupName, logStreamName, ruleName, Name] = ['bar', 'tap', 'alarms', '/bar/celsius']
const sql = 'SELECT * FROM \'alarms\''
const payload = bytes('{"state":{"desired":{"celsius":4}}}')

/** Puts one of everything into the stack. */
export async function fill(client: Client, outputs: Outputs, nowMs: number): Promise<void> {
  const logs = new CloudWatchLogsClient(client)
  const iot = new IoTClient(client)
  await new SQSClient(client).send(new SendMessageCommand({ QueueUrl: outputs['QueueUrl'], MessageBody: 'message' }))
  await new DynamoDBClient(client).send(new PutItemCommand({ TableName: outputs['Table'], Item: { pk: { S: 'item' } } }))
  await new S3Client(client).send(new PutObjectCommand({ Bucket: outputs['Bucket'], Key: 'a/b', Body: bytes('object') }))
  const kinesis = new KinesisClient(client)
  await kinesis.send(new PutRecordCommand({ StreamName: outputs['Stream'], PartitionKey: 'k', Data: bytes('record') }))
  kinesis.destroy()
  await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }))
  await logs.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents: [{ timestamp: nowMs, message: 'line' }] }))
  await new SSMClient(client).send(new PutParameterCommand({ Name, Value: '6', Type: 'String', Overwrite: true }))
  await new SecretsManagerClient(client).send(new PutSecretValueCommand({ SecretId: outputs['Secret'], SecretString: 'secret' }))
  const user = { UserPoolId: outputs['UserPool'], Username: 'keeper', MessageAction: 'SUPPRESS' } as const
  await new CognitoIdentityProviderClient(client).send(new AdminCreateUserCommand(user))
  await iot.send(new CreateThingCommand({ thingName: 'k-2' }))
  await iot.send(new CreateThingGroupCommand({ thingGroupName: 'kegs' }))
  await iot.send(new AddThingToThingGroupCommand({ thingName: 'k-2', thingGroupName: 'kegs' }))
  await iot.send(new CreateTopicRuleCommand({ ruleName, topicRulePayload: { sql, actions: [] } }))
  for (const thingName of ['k-1', 'k-2']) await new IoTDataPlaneClient(client).send(new UpdateThingShadowCommand({ thingName, payload }))
}

/**
 * What {@link fill} put there, as the services answer it. Each call has a client of its own: one that has seen the date of an answer
 * sets its clock by it, and the services may live at another time.
 */
export async function find(client: Client, outputs: Outputs): Promise<Record<string, unknown>> {
  const { Messages } = await new SQSClient(client).send(new ReceiveMessageCommand({ QueueUrl: outputs['QueueUrl'], VisibilityTimeout: 0 }))
  const { Item } = await new DynamoDBClient(client).send(new GetItemCommand({ TableName: outputs['Table'], Key: { pk: { S: 'item' } } }))
  const object = await new S3Client(client).send(new GetObjectCommand({ Bucket: outputs['Bucket'], Key: 'a/b' }))
  const { events } = await new CloudWatchLogsClient(client)
    .send(new GetLogEventsCommand({ logGroupName, logStreamName, startFromHead: true }))
  const { Parameter } = await new SSMClient(client).send(new GetParameterCommand({ Name }))
  const { SecretString } = await new SecretsManagerClient(client).send(new GetSecretValueCommand({ SecretId: outputs['Secret'] }))
  const users = new CognitoIdentityProviderClient(client)
  const user = await users.send(new AdminGetUserCommand({ UserPoolId: outputs['UserPool'], Username: 'keeper' }))
  const schedule = await new SchedulerClient(client).send(new GetScheduleCommand({ Name: outputs['Schedule'] }))
  const { thingGroups } = await new IoTClient(client).send(new ListThingGroupsForThingCommand({ thingName: 'k-2' }))
  return {
    message: Messages?.map(({ Body }) => Body),
    item: Item,
    object: await object.Body?.transformToString(),
    records: await records(client, outputs),
    lines: events?.map(({ message }) => message),
    parameter: [Parameter?.Value, Parameter?.Version],
    secret: SecretString,
    user: user.Username,
    schedule: schedule.ScheduleExpression,
    groups: thingGroups?.map(({ groupName }) => groupName),
    rules: await Promise.all(['pours', ruleName].map((name) => sqlOf(client, name))),
    shadows: await Promise.all(['k-1', 'k-2'].map((name) => shadowOf(client, name))),
  }
}

/** What {@link find} answers where nothing is lost. */
export const everything = {
  message: ['message'], item: { pk: { S: 'item' } }, object: 'object', records: ['record'], lines: ['line'],
  parameter: ['6', 2], secret: 'secret', user: 'keeper',
  schedule: 'cron(0 12 1 1 ? 2099)', groups: ['kegs'], rules: ['SELECT * FROM \'pours\'', sql],
  shadows: [{ celsius: 4 }, { celsius: 4 }],
}

async function records(client: Client, outputs: Outputs): Promise<string[]> {
  const StreamName = outputs['Stream']
  const clients = [new KinesisClient(client), new KinesisClient(client), new KinesisClient(client)] as const
  const { Shards } = await clients[0].send(new ListShardsCommand({ StreamName }))
  const from = { StreamName, ShardId: Shards?.[0]?.ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const
  const { ShardIterator } = await clients[1].send(new GetShardIteratorCommand(from))
  const { Records = [] } = await clients[2].send(new GetRecordsCommand({ ShardIterator }))
  for (const each of clients) each.destroy()
  return Records.map(({ Data }) => Buffer.from(Data ?? []).toString())
}

async function sqlOf(client: Client, ruleName: string): Promise<string | undefined> {
  return (await new IoTClient(client).send(new GetTopicRuleCommand({ ruleName }))).rule?.sql
}

async function shadowOf(client: Client, thingName: string): Promise<unknown> {
  const shadow = await new IoTDataPlaneClient(client).send(new GetThingShadowCommand({ thingName }))
  return JSON.parse(Buffer.from(shadow.payload ?? []).toString()).state.desired
}
