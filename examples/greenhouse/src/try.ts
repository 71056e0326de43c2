import { CloudWatchClient, DescribeAlarmsCommand, ListMetricsCommand } from '@aws-sdk/client-cloudwatch'
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { GetRecordsCommand, GetShardIteratorCommand, KinesisClient, ListShardsCommand } from '@aws-sdk/client-kinesis'
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { connectGardener, connectSensor } from './sensor.ts'
import { startCloud } from './start-cloud.ts'

// `npm run try`: runs the synthesized app on this machine, is a dry sensor and a gardener, and says what each action of the rules brought
// where.

await using cloud = await startCloud()
const { Greenhouse: outputs } = cloud.outputs
const [logs, sqs, dynamo, kinesis, cloudwatch] = [
  new CloudWatchLogsClient(cloud), new SQSClient(cloud), new DynamoDBClient(cloud), new KinesisClient(cloud), new CloudWatchClient(cloud),
]
const s3 = new S3Client({ ...cloud, forcePathStyle: true })

const sensor = await connectSensor(cloud, 'bed-1')
const live: string[] = []
const gardener = await connectGardener(cloud, 'tomato')
gardener.on('message', (_topic, payload) => live.push(payload.toString()))
await gardener.subscribeAsync('live/north')
const stranger = await connectGardener(cloud, 'cucumber').then(() => 'let in', (error: unknown) => String(error))
const publish = (topic: string, message: unknown) => sensor.publishAsync(topic, JSON.stringify(message), { qos: 1 })
await publish('greenhouse/north/bed-1/readings', { soilPercent: 12 })
await publish('greenhouse/north/bed-1/notes', { text: 'the tomatoes look thirsty' })
await publish('greenhouse/north/bed-1/lines', { lines: [{ timestamp: Date.now(), message: 'battery 81 %' }] })

const lines = async (logGroupName = '') =>
  (await logs.send(new FilterLogEventsCommand({ logGroupName }))).events?.map(({ message = '' }) => message)
const items = async (TableName = '') => (await dynamo.send(new ScanCommand({ TableName }))).Items
const objects = async (Prefix: string) =>
  (await s3.send(new ListObjectsV2Command({ Bucket: outputs['ArchiveName'], Prefix }))).Contents?.map(({ Key }) => Key)
const received = async (QueueUrl = '') =>
  (await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }))).Messages?.map(({ Body }) => Body)
const records = async (StreamName = '') => {
  const { Shards = [] } = await kinesis.send(new ListShardsCommand({ StreamName }))
  const found = await Promise.all(Shards.map(async ({ ShardId }) => {
    const { ShardIterator } = await kinesis.send(new GetShardIteratorCommand({ StreamName, ShardId, ShardIteratorType: 'TRIM_HORIZON' }))
    return (await kinesis.send(new GetRecordsCommand({ ShardIterator }))).Records ?? []
  }))
  return found.flat().map(({ Data }) => Buffer.from(Data ?? []).toString())
}

/** Each action, and where one sees what it did. */
const places: Readonly<Record<string, () => Promise<unknown>>> = {
  DeviceAuthorizer: async () => [stranger].filter((answer) => answer !== 'let in'),
  LifecycleEvents: () => received(outputs['SeenUrl']),
  toTopic: async () => live,
  toKinesis: () => records(outputs['StreamName']),
  toFirehose: () => objects('cold/'),
  toS3: () => objects('raw/'),
  toDynamoDbV2: () => items(outputs['LatestName']),
  toDynamoDb: () => items(outputs['NotesName']),
  toMetric: async () => (await cloudwatch.send(new ListMetricsCommand({ Namespace: 'Greenhouse' }))).Metrics,
  toAlarmState: async () => (await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: [outputs['AlarmName'] ?? ''] }))).MetricAlarms
    ?.flatMap(({ StateReason = '' }) => /dry: 12 %/.exec(StateReason)),
  toSns: () => received(outputs['MailUrl']),
  toQueue: () => received(outputs['WorkUrl']),
  toLambda: async () => (await lines(outputs['ValveLogs']))?.filter((line) => line.includes('valve of north: 28 s')),
  toStepFunctions: async () =>
    (await new SFNClient(cloud).send(new ListExecutionsCommand({ stateMachineArn: outputs['WateringArn'] }))).executions
      ?.map(({ status }) => status),
  toLogs: () => lines(outputs['LinesName']),
}

/** Asks until there is something, for half a minute. */
async function seen(ask: () => Promise<unknown>): Promise<unknown> {
  for (const untilMs = Date.now() + 30_000; Date.now() < untilMs; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const answer = await ask()
    if (Array.isArray(answer) && answer.length > 0) return answer
  }
  return undefined
}

for (const [action, ask] of Object.entries(places)) {
  const answer = await seen(ask)
  console.log(`${answer === undefined ? 'nothing' : 'seen'} ${action}: ${JSON.stringify(answer)}`)
  if (answer === undefined) process.exitCode = 1
}
await Promise.all([sensor.endAsync(), gardener.endAsync()])
