import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DynamoDBClient, GetItemCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import {
  AttachThingPrincipalCommand, CreateKeysAndCertificateCommand, DescribeThingCommand, GetTopicRuleCommand, IoTClient,
  ListThingPrincipalsCommand,
} from '@aws-sdk/client-iot'
import { GetThingShadowCommand, IoTDataPlaneClient, UpdateThingShadowCommand } from '@aws-sdk/client-iot-data-plane'
import { GetRecordsCommand, GetShardIteratorCommand, KinesisClient, ListShardsCommand, PutRecordCommand } from '@aws-sdk/client-kinesis'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { DescribeExecutionCommand, SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { CfnOutput, CustomResource, type Stack } from 'aws-cdk-lib'
import { AttributeType, StreamViewType, Table, type ITable } from 'aws-cdk-lib/aws-dynamodb'
import { CfnPolicy, CfnThing, CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { Stream } from 'aws-cdk-lib/aws-kinesis'
import { Function as LambdaFunction, InlineCode, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { StringParameter } from 'aws-cdk-lib/aws-ssm'
import { DefinitionBody, IntegrationPattern, StateMachine, TaskInput } from 'aws-cdk-lib/aws-stepfunctions'
import { SqsSendMessage } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { Provider } from 'aws-cdk-lib/custom-resources'
import { afterEach, describe, expect, it } from 'vitest'
import { runAssembly } from '../src/index.ts'
import { eventually, synthesize } from './synthesized.ts'

const folder = mkdtempSync(join(tmpdir(), 'keg-data-'))
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** One of everything that holds something. */
function store(stack: Stack): void {
  const table = new Table(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING }, stream: StreamViewType.NEW_IMAGE, timeToLiveAttribute: 'expires',
  })
  const seen = new LambdaFunction(stack, 'Seen', { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode('exports.handler = async ({ Records }) => { for (const { dynamodb } of Records) console.log("seen", dynamodb.Keys.pk.S) }') })
  seen.addEventSource(new DynamoEventSource(table as ITable, { startingPosition: StartingPosition.LATEST, batchSize: 1 }))
  const queue = new Queue(stack, 'Queue')
  const topic = new Topic(stack, 'Topic')
  topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true }))
  const stream = new Stream(stack, 'Stream', { shardCount: 1 })
  const secret = new Secret(stack, 'Secret')
  const parameter = new StringParameter(stack, 'Parameter', { stringValue: 'first' })
  const thing = new CfnThing(stack, 'Thing', { thingName: 'k-1' })
  new CfnPolicy(stack, 'Policy', { policyName: 'kegs', policyDocument: { Version: '2012-10-17', Statement: [] } })
  new CfnTopicRule(stack, 'Rule', { ruleName: 'pours', topicRulePayload: { sql: 'SELECT * FROM \'a\'', actions: [] } })
  const onEventHandler = new LambdaFunction(stack, 'OnEvent', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: new InlineCode('exports.handler = async ({ RequestType }) => ({ PhysicalResourceId: RequestType + Math.random() })'),
  })
  const made = new CustomResource(stack, 'Made', { serviceToken: new Provider(stack, 'Provider', { onEventHandler }).serviceToken })
  const orders = new Queue(stack, 'Orders')
  const order = new SqsSendMessage(stack, 'Order', {
    queue: orders, messageBody: TaskInput.fromJsonPathAt('$$.Task.Token'), integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
  })
  const swap = new StateMachine(stack, 'Swap', { definitionBody: DefinitionBody.fromChainable(order) })
  const outputs = {
    OrdersUrl: orders.queueUrl, Swap: swap.stateMachineArn, Table: table.tableName, QueueUrl: queue.queueUrl, TopicArn: topic.topicArn,
    Stream: stream.streamName, SecretArn: secret.secretArn, Parameter: parameter.parameterName, Thing: thing.ref,
    Bucket: new Bucket(stack, 'Bucket').bucketName, Made: made.ref,
  }
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, `${name}Output`, { value })
}

interface Running {
  readonly pid: number
  readonly client: {
    readonly endpoint: string
    readonly region: string
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  }
  readonly outputs: Readonly<Record<string, string>>
  readonly lines: string[]
}

/** In a process of its own, that can be killed. */
async function start(assembly: string, dynamodb: string): Promise<Running> {
  const options = `{ dataDir: ${JSON.stringify(join(folder, dynamodb))}, dynamodb: ${JSON.stringify(dynamodb)}, log: (entry) => console.log(JSON.stringify(entry)) }`
  const script = `
    import { runAssembly } from ${JSON.stringify(new URL('../src/index.ts', import.meta.url).href)}
    const { endpoint, region, credentials, outputs } = await runAssembly(${JSON.stringify(assembly)}, ${options})
    console.log(JSON.stringify({ ready: { endpoint, region, credentials, outputs } }))
  `
  const child = spawn(process.execPath, ['--conditions=@keg/source', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const lines: string[] = []
  createInterface(child.stdout).on('line', (line) => lines.push(line))
  const ready = await eventually(() => lines.find((line) => line.startsWith('{"ready"')))
  const { endpoint, region, credentials, outputs } = JSON.parse(ready).ready
  return { pid: child.pid ?? 0, client: { endpoint, region, credentials }, outputs: outputs.Test, lines }
}

/** Files and folders that others than their owner may read, in those that they may enter. */
function openToOthers(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name)
    const open = (statSync(path).mode & 0o077) !== 0 ? [path] : []
    // What LevelDB makes for everybody is in a folder that nobody else enters.
    return [...open, ...(entry.isDirectory() && entry.name !== 'dynamodb' ? openToOthers(path) : [])]
  })
}

async function killed({ pid }: Running): Promise<void> {
  const child = children.find((each) => each.pid === pid)
  const gone = child === undefined ? [] : once(child, 'exit')
  child?.kill('SIGKILL')
  await gone
}

describe.each(['dynoxide', 'dynalite'])('a data folder with %s', (dynamodb) => {
  it('has everything after kill -9', { timeout: 90_000 }, async () => {
    using assembly = synthesize(store)
    const first = await start(assembly.directory, dynamodb)
    const { client, outputs } = first
    const {
      TableOutput: TableName, QueueUrlOutput: QueueUrl, TopicArnOutput: TopicArn, StreamOutput: StreamName, SecretArnOutput: SecretId,
      ParameterOutput: Name, BucketOutput: Bucket_, ThingOutput: thingName,
    } = outputs
    const thingPrincipal = (await new IoTClient(client).send(new CreateKeysAndCertificateCommand({ setAsActive: true }))).certificateArn
    await new IoTClient(client).send(new AttachThingPrincipalCommand({ thingName, principal: thingPrincipal }))
    await new IoTDataPlaneClient(client)
      .send(new UpdateThingShadowCommand({ thingName, payload: Buffer.from('{"state":{"desired":{"celsius":4}}}') }))
    await new DynamoDBClient(client).send(new PutItemCommand({ TableName, Item: { pk: { S: 'k-1' } } }))
    const { executionArn } = await new SFNClient(client).send(new StartExecutionCommand({ stateMachineArn: outputs['SwapOutput'] }))
    const ordered = async () => (await new SQSClient(client)
      .send(new ReceiveMessageCommand({ QueueUrl: outputs['OrdersUrlOutput'], WaitTimeSeconds: 1, VisibilityTimeout: 0 }))).Messages
      ?.map(({ Body }) => Body)
    const orders = await eventually(ordered)
    await eventually(() => first.lines.some((line) => line.includes('seen k-1')))
    await new SQSClient(client).send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }))
    await new KinesisClient(client).send(new PutRecordCommand({ StreamName, PartitionKey: 'k', Data: Buffer.from('record') }))
    await new S3Client(client).send(new PutObjectCommand({ Bucket: Bucket_, Key: 'a/b', Body: Buffer.from('object') }))
    await new SSMClient(client).send(new PutParameterCommand({ Name, Value: 'second', Type: 'String', Overwrite: true }))
    const { SecretString } = await new SecretsManagerClient(client).send(new GetSecretValueCommand({ SecretId }))
    if (process.platform !== 'win32') expect(openToOthers(folder)).toEqual([])
    await killed(first)

    const second = await start(assembly.directory, dynamodb)
    expect(second.outputs).toEqual(outputs)
    // Clients write into what they are given.
    expect(second.client).toMatchObject({ endpoint: client.endpoint, credentials: { accessKeyId: client.credentials.accessKeyId } })
    expect((await new DynamoDBClient(client).send(new GetItemCommand({ TableName, Key: { pk: { S: 'k-1' } } }))).Item)
      .toEqual({ pk: { S: 'k-1' } })
    await new SNSClient(client).send(new PublishCommand({ TopicArn, Message: 'two' }))
    const bodies = new Set<string>()
    await eventually(async () => {
      for (const { Body } of (await new SQSClient(client).send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }))).Messages ?? [])
        bodies.add(Body ?? '')
      return bodies.size === 2
    })
    expect([...bodies].sort()).toEqual(['one', 'two'])
    const kinesis = new KinesisClient(client)
    const { Shards } = await kinesis.send(new ListShardsCommand({ StreamName }))
    const { ShardIterator } = await kinesis.send(new GetShardIteratorCommand({
      StreamName, ShardId: Shards?.[0]?.ShardId, ShardIteratorType: 'TRIM_HORIZON',
    }))
    expect((await kinesis.send(new GetRecordsCommand({ ShardIterator }))).Records?.map(({ Data }) => Buffer.from(Data ?? []).toString()))
      .toEqual(['record'])
    kinesis.destroy()
    expect(await (await new S3Client(client).send(new GetObjectCommand({ Bucket: Bucket_, Key: 'a/b' }))).Body?.transformToString())
      .toBe('object')
    expect((await new SSMClient(client).send(new GetParameterCommand({ Name }))).Parameter).toMatchObject({ Value: 'second', Version: 2 })
    expect((await new SecretsManagerClient(client).send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe(SecretString)
    const iot = new IoTClient(client)
    expect((await iot.send(new DescribeThingCommand({ thingName }))).thingName).toBe('k-1')
    expect((await iot.send(new ListThingPrincipalsCommand({ thingName }))).principals).toEqual([thingPrincipal])
    expect((await iot.send(new GetTopicRuleCommand({ ruleName: 'pours' }))).rule?.sql).toBe('SELECT * FROM \'a\'')
    const shadow = await new IoTDataPlaneClient(client).send(new GetThingShadowCommand({ thingName }))
    expect(JSON.parse(Buffer.from(shadow.payload ?? []).toString()).state).toEqual({ desired: { celsius: 4 }, delta: { celsius: 4 } })
    // A task that waits has its token still, and nobody was asked again.
    expect(await ordered()).toEqual(orders)
    await new SFNClient(client).send(new SendTaskSuccessCommand({ taskToken: orders[0], output: '{"litres":50}' }))
    await eventually(async () =>
      (await new SFNClient(client).send(new DescribeExecutionCommand({ executionArn }))).output === '{"litres":50}')
    // The stream goes on where it was: what was handed over is not handed over again.
    await new DynamoDBClient(client)
      .send(new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: { pk: { S: 'k-2' } } } }] }))
    await eventually(() => second.lines.some((line) => line.includes('seen k-2')))
    expect(second.lines.filter((line) => line.includes('seen k-1'))).toEqual([])
    await killed(second)
  })
})

it('is for one run at a time', async () => {
  using assembly = synthesize((stack) => void new Queue(stack, 'Queue'))
  const options = { dataDir: join(folder, 'one') }
  await using running = await runAssembly(assembly.directory, options)
  await expect(runAssembly(assembly.directory, options)).rejects.toMatchObject({ code: 'DATA_IN_USE' })
  await running.close()
  await using again = await runAssembly(assembly.directory, options)
  expect(again.outputs).toEqual(running.outputs)
})
