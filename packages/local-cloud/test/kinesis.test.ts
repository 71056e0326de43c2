import {
  CreateStreamCommand, DeleteStreamCommand, DescribeStreamCommand, DescribeStreamSummaryCommand, GetRecordsCommand, GetShardIteratorCommand,
  KinesisClient, ListShardsCommand, ListStreamsCommand, PutRecordCommand, PutRecordsCommand, type GetShardIteratorCommandInput,
} from '@aws-sdk/client-kinesis'
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { Stream, StreamMode } from 'aws-cdk-lib/aws-kinesis'
import { FilterCriteria, FilterRule, Function as LambdaFunction, InlineCode, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { KinesisEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let kinesis: KinesisClient

function build(stack: Stack): void {
  const stream = new Stream(stack, 'Telemetry', { streamName: 'telemetry', shardCount: 2, streamMode: StreamMode.PROVISIONED })
  const role = new Role(stack, 'RuleRole', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
  stream.grantWrite(role)
  new CfnTopicRule(stack, 'Rule', {
    topicRulePayload: {
      sql: 'SELECT *, topic(2) AS kegId FROM \'keg/+/telemetry\'',
      actions: [{ kinesis: { streamName: stream.streamName, partitionKey: '${topic(2)}', roleArn: role.roleArn } }],
    },
  })
  const handler = new LambdaFunction(stack, 'Handler', {
    code: new InlineCode('exports.handler = async ({ Records }) => { for (const record of Records) console.log(JSON.stringify(record)) }'),
    handler: 'index.handler', runtime: Runtime.NODEJS_24_X, timeout: Duration.seconds(5),
  })
  handler.addEventSource(new KinesisEventSource(stream, {
    startingPosition: StartingPosition.TRIM_HORIZON, filters: [FilterCriteria.filter({ data: { celsius: FilterRule.between(8, 100) } })],
  }))
  new CfnOutput(stack, 'StreamArn', { value: stream.streamArn })
}

beforeAll(async () => {
  running = await run(build)
  // As it is: it speaks HTTP/2.
  kinesis = new KinesisClient(running.client)
}, 60_000)
afterAll(async () => {
  kinesis.destroy()
  await running[Symbol.asyncDispose]()
})

// https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
it('takes a message from its topic over rule and stream to the function', async () => {
  const { cloud, outputs, log } = running
  await cloud.iot.publish('keg/k-1/telemetry', JSON.stringify({ celsius: 4 }), { qos: 1 })
  await cloud.iot.publish('keg/k-1/telemetry', JSON.stringify({ celsius: 9.5 }), { qos: 1 })
  const line = await eventually(() => log.find(({ source, message }) => source === 'function' && message.startsWith('{'))?.message)
  const record = JSON.parse(line)
  expect(JSON.parse(Buffer.from(record.kinesis.data, 'base64').toString())).toEqual({ celsius: 9.5, kegId: 'k-1' })
  expect(record).toEqual({
    kinesis: {
      kinesisSchemaVersion: '1.0', partitionKey: 'k-1', sequenceNumber: expect.stringMatching(/^\d{56}$/), data: expect.any(String),
      approximateArrivalTimestamp: expect.any(Number),
    },
    eventSource: 'aws:kinesis', eventVersion: '1.0', eventID: expect.stringMatching(/^shardId-00000000000[01]:\d{56}$/),
    eventName: 'aws:kinesis:record', invokeIdentityArn: expect.stringContaining(':role/'), awsRegion: 'us-east-1',
    eventSourceARN: outputs['StreamArn'],
  })
  expect(log.filter(({ level, source }) => level === 'warn' && source === 'iam')).toEqual([])
})

it('keeps records by partition key, in order, for whoever reads', async () => {
  const StreamName = 'pours'
  await kinesis.send(new CreateStreamCommand({ StreamName, ShardCount: 2 }))
  const put = (key: string, text: string) => ({ PartitionKey: key, Data: Buffer.from(text) })
  const { ShardId, SequenceNumber } = await kinesis.send(new PutRecordCommand({ StreamName, ...put('k-1', 'a') }))
  const { FailedRecordCount, Records } = await kinesis.send(new PutRecordsCommand({
    StreamName,
    Records: [
      put('k-1', 'b'), put('k-1', 'c'), { ...put('x', 'other'), ExplicitHashKey: ShardId?.endsWith('0') ? String(2n ** 127n) : '0' },
    ],
  }))
  expect([FailedRecordCount, Records?.map((record) => record.ShardId === ShardId)]).toEqual([0, [true, true, false]])
  const read = async (
    start: Pick<GetShardIteratorCommandInput, 'ShardIteratorType' | 'StartingSequenceNumber' | 'Timestamp'>, Limit?: number,
  ) => {
    const { ShardIterator } = await kinesis.send(new GetShardIteratorCommand({ StreamName, ShardId, ...start }))
    return kinesis.send(new GetRecordsCommand({ ShardIterator, Limit }))
  }
  const texts = ({ Records: records }: Awaited<ReturnType<typeof read>>) => records?.map(({ Data }) => Buffer.from(Data ?? []).toString())
  const first = await read({ ShardIteratorType: 'TRIM_HORIZON' }, 2)
  expect(texts(first)).toEqual(['a', 'b'])
  expect(texts(await kinesis.send(new GetRecordsCommand({ ShardIterator: first.NextShardIterator })))).toEqual(['c'])
  expect(texts(await read({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber: SequenceNumber }))).toEqual(['b', 'c'])
  expect(texts(await read({ ShardIteratorType: 'AT_TIMESTAMP', Timestamp: new Date(0) }))).toEqual(['a', 'b', 'c'])
  expect(await read({ ShardIteratorType: 'LATEST' })).toMatchObject({ Records: [], MillisBehindLatest: 0 })
  await kinesis.send(new DeleteStreamCommand({ StreamName }))
})

it('describes streams', async () => {
  const { outputs } = running
  expect((await kinesis.send(new DescribeStreamSummaryCommand({ StreamARN: outputs['StreamArn'] }))).StreamDescriptionSummary)
    .toMatchObject({ StreamName: 'telemetry', StreamStatus: 'ACTIVE', OpenShardCount: 2, RetentionPeriodHours: 24 })
  const { StreamDescription } = await kinesis.send(new DescribeStreamCommand({ StreamName: 'telemetry' }))
  const { Shards } = await kinesis.send(new ListShardsCommand({ StreamName: 'telemetry' }))
  expect(StreamDescription?.Shards).toEqual(Shards)
  expect(Shards?.map(({ HashKeyRange }) => HashKeyRange)).toEqual([
    { StartingHashKey: '0', EndingHashKey: String(2n ** 127n - 1n) },
    { StartingHashKey: String(2n ** 127n), EndingHashKey: String(2n ** 128n - 1n) },
  ])
  expect((await kinesis.send(new ListStreamsCommand({}))).StreamNames).toContain('telemetry')
})

it('refuses what Kinesis refuses', async () => {
  const named = (name: string) => expect.objectContaining({ name })
  await expect(kinesis.send(new CreateStreamCommand({ StreamName: 'telemetry', ShardCount: 1 })))
    .rejects.toEqual(named('ResourceInUseException'))
  await expect(kinesis.send(new DescribeStreamCommand({ StreamName: 'nowhere' }))).rejects.toEqual(named('ResourceNotFoundException'))
  await expect(kinesis.send(new PutRecordCommand({ StreamName: 'telemetry', PartitionKey: '', Data: new Uint8Array() })))
    .rejects.toEqual(named('ValidationException'))
  await expect(kinesis.send(new GetRecordsCommand({ ShardIterator: 'nonsense' }))).rejects.toEqual(named('InvalidArgumentException'))
})
