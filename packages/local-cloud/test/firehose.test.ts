import { gunzipSync, gzipSync } from 'node:zlib'
import {
  CreateDeliveryStreamCommand, DeleteDeliveryStreamCommand, DescribeDeliveryStreamCommand, FirehoseClient, ListDeliveryStreamsCommand,
  PutRecordBatchCommand, PutRecordCommand, StartDeliveryStreamEncryptionCommand, UpdateDestinationCommand,
  type ExtendedS3DestinationConfiguration,
} from '@aws-sdk/client-firehose'
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { KinesisClient, PutRecordCommand as PutKinesisRecordCommand } from '@aws-sdk/client-kinesis'
import { CfnOutput, Duration, Size, type Stack } from 'aws-cdk-lib'
import { Stream } from 'aws-cdk-lib/aws-kinesis'
import {
  AppendDelimiterToRecordProcessor, CfnDeliveryStream, Compression, DeliveryStream, DisableLogging, KinesisStreamSource,
  LambdaFunctionProcessor, MetadataExtractionProcessor, RecordDeAggregationProcessor, S3Bucket,
} from 'aws-cdk-lib/aws-kinesisfirehose'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let firehose: FirehoseClient
let s3: S3Client
let bucketName: string

/** Fails as the record says, leaves out what is warm, and takes the keg from the rest. */
const transforming = `
exports.handler = async ({ records }) => {
  const read = records.map((record) => ({ ...record, value: JSON.parse(Buffer.from(record.data, 'base64')) }))
  if (read.some(({ value }) => value.crash)) throw new Error('crash')
  return {
    records: read.flatMap(({ recordId, data, value }) => value.lost ? []
      : value.bad ? [{ recordId, result: 'ProcessingFailed', data }]
      : value.celsius > 8 ? [{ recordId, result: 'Dropped', data }]
      : [{ recordId, result: 'Ok', data: Buffer.from(JSON.stringify({ ...value, seen: true }) + '\\n').toString('base64'), metadata: { partitionKeys: { keg: value.keg } } }]),
  }
}`

const now = Duration.seconds(0)
const loggingConfig = new DisableLogging()

/** CDK takes no less than AWS does where records are partitioned, which is a minute. */
function atOnce({ node }: DeliveryStream): void {
  if (node.defaultChild instanceof CfnDeliveryStream)
    node.defaultChild.addPropertyOverride('ExtendedS3DestinationConfiguration.BufferingHints.IntervalInSeconds', 0)
}

function build(stack: Stack): void {
  // CDK's own class does not fit CDK's interface under exactOptionalPropertyTypes.
  const bucket = new Bucket(stack, 'Cold') as IBucket
  const handler = new LambdaFunction(stack, 'Transform', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode(transforming),
  })
  const kinesis = new Stream(stack, 'Telemetry', { streamName: 'telemetry', shardCount: 1 })
  new DeliveryStream(stack, 'Plain', {
    deliveryStreamName: 'plain', destination: new S3Bucket(bucket, { loggingConfig, dataOutputPrefix: 'plain/', bufferingInterval: now }),
  })
  new DeliveryStream(stack, 'Piped', {
    deliveryStreamName: 'piped', source: new KinesisStreamSource(kinesis),
    destination: new S3Bucket(bucket, {
      loggingConfig, dataOutputPrefix: 'piped/!{timestamp:yyyy}/', errorOutputPrefix: 'errors/!{firehose:error-output-type}/',
      bufferingInterval: now, compression: Compression.GZIP, fileExtension: '.json.gz',
    }),
  })
  const transformed = new DeliveryStream(stack, 'Transformed', {
    deliveryStreamName: 'transformed',
    destination: new S3Bucket(bucket, {
      loggingConfig,
      dataOutputPrefix: 'transformed/keg=!{partitionKeyFromLambda:keg}/',
      errorOutputPrefix: 'transform-errors/!{firehose:error-output-type}/', bufferingSize: Size.mebibytes(64),
      dynamicPartitioning: { enabled: true }, processors: [new LambdaFunctionProcessor(handler, { retries: 1 })],
    }),
  })
  const partitioned = new DeliveryStream(stack, 'Partitioned', {
    deliveryStreamName: 'partitioned',
    destination: new S3Bucket(bucket, {
      loggingConfig,
      dataOutputPrefix: 'partitioned/site=!{partitionKeyFromQuery:site}/year=!{partitionKeyFromQuery:year}/',
      errorOutputPrefix: 'partition-errors/!{firehose:error-output-type}/', bufferingSize: Size.mebibytes(64),
      dynamicPartitioning: { enabled: true },
      processors: [
        RecordDeAggregationProcessor.json(), MetadataExtractionProcessor.jq16({ site: '.where.site', year: '.at|strftime("%Y")' }),
        new AppendDelimiterToRecordProcessor(),
      ],
    }),
  })
  for (const stream of [transformed, partitioned]) atOnce(stream)
  new CfnOutput(stack, 'BucketName', { value: bucket.bucketName })
}

beforeAll(async () => {
  running = await run(build)
  firehose = new FirehoseClient(running.client)
  s3 = new S3Client({ ...running.client, forcePathStyle: true })
  bucketName = running.outputs['BucketName'] ?? ''
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const keysOf = async (prefix: string) =>
  ((await s3.send(new ListObjectsV2Command({ Bucket: bucketName, Prefix: prefix }))).Contents ?? []).map(({ Key = '' }) => Key)
const bytesOf = async (Key: string) =>
  Buffer.from((await (await s3.send(new GetObjectCommand({ Bucket: bucketName, Key }))).Body?.transformToByteArray()) ?? [])
const record = (value: unknown) => ({ Data: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) })
const putBatch = (DeliveryStreamName: string, values: readonly unknown[]) =>
  firehose.send(new PutRecordBatchCommand({ DeliveryStreamName, Records: values.map(record) }))
/** The lines of all objects below a prefix, once there are as many. */
const linesOf = (prefix: string, count: number) => eventually(async () => {
  const bodies = await Promise.all((await keysOf(prefix)).map(bytesOf))
  const lines = bodies.flatMap((body) => body.toString().split('\n').filter((line) => line !== ''))
  return lines.length >= count && lines.map((line) => JSON.parse(line))
})

// https://docs.aws.amazon.com/firehose/latest/dev/s3-object-name.html
it('writes records one after the other, where and when they came', async () => {
  const { FailedPutCount, RequestResponses } = await putBatch('plain', ['a', 'b\n'])
  expect([FailedPutCount, RequestResponses?.map(({ RecordId }) => RecordId)]).toEqual([
    0, [expect.stringMatching(/^\d{56}$/), expect.stringMatching(/^\d{56}$/)],
  ])
  const [key = ''] = await eventually(async () => {
    const keys = await keysOf('plain/')
    return keys.length > 0 && keys
  })
  expect(key).toMatch(/^plain\/\d{4}\/\d\d\/\d\d\/\d\d\/plain-1-\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d-[\da-f]{8}-[\da-f-]{27}$/)
  expect((await bytesOf(key)).toString()).toBe('ab\n')
})

it('reads a Kinesis stream, and compresses', async () => {
  const kinesis = new KinesisClient(running.client)
  await kinesis.send(new PutKinesisRecordCommand({ StreamName: 'telemetry', PartitionKey: 'k-1', Data: Buffer.from('{"celsius":4}\n') }))
  kinesis.destroy()
  const [key = ''] = await eventually(async () => {
    const keys = await keysOf('piped/')
    return keys.length > 0 && keys
  })
  expect(key).toMatch(/^piped\/\d{4}\/piped-1-.*\.json\.gz$/)
  expect(gunzipSync(await bytesOf(key)).toString()).toBe('{"celsius":4}\n')
  await expect(firehose.send(new PutRecordCommand({ DeliveryStreamName: 'piped', Record: record('a') })))
    .rejects.toMatchObject({ name: 'InvalidArgumentException' })
})

// https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html
it('transforms by a function, and keeps what fails', async () => {
  await putBatch('transformed', [
    { keg: 'k-1', celsius: 4 }, { keg: 'k-2', celsius: 5 }, { keg: 'k-1', celsius: 12 }, { bad: true }, { lost: true },
  ])
  expect(await linesOf('transformed/keg=k-1/', 1)).toEqual([{ keg: 'k-1', celsius: 4, seen: true }])
  expect(await linesOf('transformed/keg=k-2/', 1)).toEqual([{ keg: 'k-2', celsius: 5, seen: true }])
  const failed = await linesOf('transform-errors/processing-failed/', 2)
  expect(failed.map(({ attemptsMade, errorCode, rawData }) => [attemptsMade, errorCode, Buffer.from(rawData, 'base64').toString()]))
    .toEqual([
      [1, 'Lambda.ProcessingFailedStatus', '{"bad":true}'], [1, 'Lambda.MissingRecordId', '{"lost":true}'],
    ])
  expect(failed[0]).toEqual(expect.objectContaining({
    arrivalTimestamp: expect.any(Number), attemptEndingTimestamp: expect.any(Number), lambdaARN: expect.stringContaining(':function:'),
    errorMessage: 'ProcessingFailed status set for record',
  }))
  await putBatch('transformed', [{ crash: true }])
  expect((await linesOf('transform-errors/', 3)).filter(({ errorCode }) => errorCode === 'Lambda.FunctionError')).toEqual([
    expect.objectContaining({ attemptsMade: 2, rawData: record({ crash: true }).Data.toString('base64') }),
  ])
})

// https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-partitioning-keys.html
it('partitions by a query', async () => {
  const at = Date.UTC(2025, 5) / 1000
  await putBatch('partitioned', [
    `${JSON.stringify({ where: { site: 'bar-1' }, at })}${JSON.stringify({ where: { site: 'bar-2' }, at })}`,
    { where: { site: 'bar-1' }, at: at + 1 }, { where: {}, at }, 'no JSON',
  ])
  expect(await linesOf('partitioned/site=bar-1/year=2025/', 2)).toEqual([
    { where: { site: 'bar-1' }, at }, { where: { site: 'bar-1' }, at: at + 1 },
  ])
  expect(await linesOf('partitioned/site=bar-2/year=2025/', 1)).toHaveLength(1)
  const failed = await linesOf('partition-errors/processing-failed/', 2)
  expect(failed.map(({ errorCode }) => errorCode).sort()).toEqual(['DeAggregation.Failed', 'DynamicPartitioning.MetadataExtractionFailed'])
})

const BucketARN = () => `arn:aws:s3:::${bucketName}`
const RoleARN = 'arn:aws:iam::123456789012:role/firehose'

it('makes, describes, changes and removes delivery streams', async () => {
  const DeliveryStreamName = 'made'
  const configuration: ExtendedS3DestinationConfiguration = {
    BucketARN: BucketARN(), RoleARN, Prefix: 'made/', BufferingHints: { IntervalInSeconds: 900, SizeInMBs: 1 },
    S3BackupMode: 'Enabled', S3BackupConfiguration: { BucketARN: BucketARN(), RoleARN, Prefix: 'backup/' },
    ProcessingConfiguration: {
      Enabled: true,
      Processors: [
        { Type: 'Decompression', Parameters: [{ ParameterName: 'CompressionFormat', ParameterValue: 'GZIP' }] },
        { Type: 'CloudWatchLogProcessing', Parameters: [{ ParameterName: 'DataMessageExtraction', ParameterValue: 'true' }] },
      ],
    },
  }
  await firehose.send(new CreateDeliveryStreamCommand({ DeliveryStreamName, ExtendedS3DestinationConfiguration: configuration }))
  const { DeliveryStreamDescription: described } = await firehose.send(new DescribeDeliveryStreamCommand({ DeliveryStreamName }))
  expect(described).toMatchObject({
    DeliveryStreamARN: 'arn:aws:firehose:us-east-1:123456789012:deliverystream/made', DeliveryStreamStatus: 'ACTIVE',
    DeliveryStreamType: 'DirectPut', VersionId: '1',
    Destinations: [{
      DestinationId: 'destinationId-000000000001',
      ExtendedS3DestinationDescription: {
        BucketARN: BucketARN(), Prefix: 'made/', BufferingHints: { IntervalInSeconds: 900, SizeInMBs: 1 },
        CompressionFormat: 'UNCOMPRESSED', S3BackupMode: 'Enabled',
      },
    }],
  })
  expect((await firehose.send(new ListDeliveryStreamsCommand({ Limit: 2 })))).toMatchObject({
    DeliveryStreamNames: ['made', 'partitioned'], HasMoreDeliveryStreams: true,
  })
  // A megabyte is enough, however long the interval.
  const logs = gzipSync(JSON.stringify({ messageType: 'DATA_MESSAGE', logEvents: [{ message: '"one"' }, { message: '"two"' }] }))
  await firehose.send(new PutRecordBatchCommand({
    DeliveryStreamName, Records: [{ Data: logs }, record('x'.repeat(900_000)), record('y'.repeat(900_000))],
  }))
  expect(await linesOf('made/2', 2)).toEqual(['one', 'two'])
  expect(await eventually(async () => (await keysOf('made/processing-failed/'))[0])).toMatch(/^made\/processing-failed\/\d{4}\//)
  expect(await keysOf('backup/')).toHaveLength(1)

  const update = {
    DeliveryStreamName,
    CurrentDeliveryStreamVersionId: '1',
    DestinationId: 'destinationId-000000000001',
    ExtendedS3DestinationUpdate: {
      Prefix: 'changed/', ProcessingConfiguration: { Enabled: false }, BufferingHints: { IntervalInSeconds: 0, SizeInMBs: 1 },
    },
  }
  await firehose.send(new UpdateDestinationCommand(update))
  await expect(firehose.send(new UpdateDestinationCommand(update))).rejects.toMatchObject({ name: 'ConcurrentModificationException' })
  await firehose.send(new PutRecordCommand({ DeliveryStreamName, Record: record('"later"') }))
  expect(await linesOf('changed/', 1)).toEqual(['later'])
  expect((await keysOf('changed/'))[0]).toContain('/made-2-')

  await firehose.send(new DeleteDeliveryStreamCommand({ DeliveryStreamName }))
  await expect(firehose.send(new DescribeDeliveryStreamCommand({ DeliveryStreamName })))
    .rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

const refusedDestinations: readonly [string, Partial<ExtendedS3DestinationConfiguration>][] = [
  ['ErrorOutputPrefix cannot be null', { Prefix: '!{timestamp:yyyy}/' }],
  ['Invalid time zone', { CustomTimeZone: 'Bar/Cellar' }],
  ['CompressionFormat takes', { CompressionFormat: 'Snappy' }],
  ['Prefix must have partition keys', { DynamicPartitioningConfiguration: { Enabled: true }, Prefix: 'a/', ErrorOutputPrefix: 'e/' }],
  ['MetadataExtractionQuery {a:.a is not valid', { ProcessingConfiguration: {
    Enabled: true,
    Processors: [{
      Type: 'MetadataExtraction',
      Parameters: [
        { ParameterName: 'MetadataExtractionQuery', ParameterValue: '{a:.a' },
        { ParameterName: 'JsonParsingEngine', ParameterValue: 'JQ-1.6' },
      ],
    }],
  } }],
  ['SchemaConfiguration must be specified', { DataFormatConversionConfiguration: {
    Enabled: true, InputFormatConfiguration: { Deserializer: { OpenXJsonSerDe: {} } },
    OutputFormatConfiguration: { Serializer: { ParquetSerDe: {} } },
  } }],
  ['ORC is not written here', {
    DataFormatConversionConfiguration: { Enabled: true, OutputFormatConfiguration: { Serializer: { OrcSerDe: {} } } },
  }],
]
it.each(refusedDestinations)('refuses a destination: %s', async (message, wrong) => {
  const creation = firehose.send(new CreateDeliveryStreamCommand({
    DeliveryStreamName: 'wrong', ExtendedS3DestinationConfiguration: { BucketARN: BucketARN(), RoleARN, ...wrong },
  }))
  await expect(creation).rejects.toMatchObject({ name: 'InvalidArgumentException', message: expect.stringContaining(message) })
})

it.each<[string, Partial<ExtendedS3DestinationConfiguration>]>([
  ['sizeInMBs', { BufferingHints: { SizeInMBs: 129, IntervalInSeconds: 0 } }],
  ['intervalInSeconds', { BufferingHints: { SizeInMBs: 1, IntervalInSeconds: 901 } }],
  ['fileExtension', { FileExtension: 'json' }],
  ['roleARN', { RoleARN: 'arn:r' }],
])('refuses a destination by its model: %s', async (message, wrong) => {
  const creation = firehose.send(new CreateDeliveryStreamCommand({
    DeliveryStreamName: 'wrong', ExtendedS3DestinationConfiguration: { BucketARN: BucketARN(), RoleARN, ...wrong },
  }))
  await expect(creation).rejects.toMatchObject({ name: 'ValidationException', message: expect.stringContaining(message) })
})

// https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html
it('refuses records that Firehose refuses', async () => {
  const named = (name: string) => expect.objectContaining({ name })
  await expect(putBatch('nowhere', ['a'])).rejects.toEqual(named('ResourceNotFoundException'))
  await expect(putBatch('plain', [])).rejects.toEqual(named('ValidationException'))
  await expect(putBatch('plain', Array.from({ length: 501 }, () => 'a'))).rejects.toEqual(named('ValidationException'))
  await expect(putBatch('plain', Array.from({ length: 5 }, () => 'x'.repeat(900 * 1024))))
    .rejects.toEqual(named('InvalidArgumentException'))
  await expect(firehose.send(new PutRecordCommand({ DeliveryStreamName: 'plain', Record: record('x'.repeat(1_000 * 1024 + 1)) })))
    .rejects.toEqual(named('ValidationException'))
  await expect(firehose.send(new StartDeliveryStreamEncryptionCommand({ DeliveryStreamName: 'plain' })))
    .rejects.toThrow('Firehose\'s StartDeliveryStreamEncryption is not emulated.')
})

it('finds that the roles of CDK\'s constructs allow what is needed', () => {
  expect(running.log.filter(({ level, source }) => level === 'warn' && source === 'iam')).toEqual([])
})
