import { jsonAnswer, jsonInput, ServiceException } from '@keg/aws-service'
import { isRecord } from '../../assembly/template.ts'
import { ownMember } from '../../assembly/own-member.ts'
import { object, type PropertyTable } from '../../ground/property.ts'
import { extendedS3Properties, s3Properties, type ExtendedS3Configuration } from './destination-properties.ts'
import { DESTINATION_ID, describedStream } from './firehose-stream.ts'
import type { Firehose } from './firehose.ts'

type Input = Readonly<Record<string, unknown>>

/** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html */
const BATCH_MAX = 500
const BATCH_BYTES_MAX = 4 * 1024 * 1024
const RECORD_BYTES_MAX = 1_000 * 1024

const operations: Readonly<Record<string, (input: Input, firehose: Firehose) => object | Promise<object>>> = {
  CreateDeliveryStream: async (input, firehose) => {
    const { name, ...settings } = createInput(input)
    return { DeliveryStreamARN: (await firehose.create({ name, ...settings })).arn }
  },
  DeleteDeliveryStream: async ({ DeliveryStreamName }, firehose) => {
    await firehose.delete(String(DeliveryStreamName))
    return {}
  },
  DescribeDeliveryStream: ({ DeliveryStreamName }, firehose) => ({ DeliveryStreamDescription: describedStream(firehose.stream(String(DeliveryStreamName))) }),
  ListDeliveryStreams: ({ Limit, DeliveryStreamType, ExclusiveStartDeliveryStreamName: after }, firehose) => {
    const names = firehose.names().filter((name) => (typeof after !== 'string' || name > after)
      && (DeliveryStreamType === undefined || DeliveryStreamType === (firehose.stream(name).source === undefined ? 'DirectPut' : 'KinesisStreamAsSource')))
    const limit = typeof Limit === 'number' ? Limit : 10
    return { DeliveryStreamNames: names.slice(0, limit), HasMoreDeliveryStreams: names.length > limit }
  },
  UpdateDestination: updateDestination,
  PutRecord: ({ DeliveryStreamName, Record: record }, firehose) => putRecord(firehose, String(DeliveryStreamName), bytesOf(record, 'record.data')),
  PutRecordBatch: ({ DeliveryStreamName, Records }, firehose) => {
    const records = Array.isArray(Records) ? (Records as readonly unknown[]) : []
    return putRecords(firehose, String(DeliveryStreamName), records.map((record, index) => bytesOf(record, `records.${index + 1}.member.data`)))
  },
}

/** Throws `ServiceException`. @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecord.html */
export function putRecord(firehose: Firehose, name: string, data: Buffer): object {
  const [RecordId] = put(firehose, name, [checked(data, 'record.data')])
  return { RecordId, Encrypted: false }
}

/** Throws `ServiceException`. @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html */
export function putRecords(firehose: Firehose, name: string, records: readonly Buffer[]): object {
  if (records.length === 0 || records.length > BATCH_MAX) throw invalid(`Value at 'records' failed to satisfy constraint: Member must have length ${records.length === 0 ? 'greater than or equal to 1' : `less than or equal to ${BATCH_MAX}`}`)
  const data = records.map((record, index) => checked(record, `records.${index + 1}.member.data`))
  if (data.reduce((sum, { length }) => sum + length, 0) > BATCH_BYTES_MAX) throw new ServiceException('InvalidArgumentException', 400, 'Records size exceeds 4 MB limit')
  return { FailedPutCount: 0, Encrypted: false, RequestResponses: put(firehose, name, data).map((RecordId) => ({ RecordId })) }
}

/** Answers Firehose's JSON protocol. Throws `ServiceException`. @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_Operations.html */
export async function firehoseApi(firehose: Firehose, request: Request): Promise<Response> {
  const operation = (request.headers.get('x-amz-target') ?? '').replace('Firehose_20150804.', '')
  const run = ownMember(operations, operation)
  if (run === undefined) throw new ServiceException('UnknownOperationException', 400, `Firehose's ${operation} is not emulated.`)
  return jsonAnswer(await run(await jsonInput(request), firehose))
}

function put(firehose: Firehose, name: string, records: readonly Buffer[]): readonly string[] {
  if (firehose.stream(name).source !== undefined) throw new ServiceException('InvalidArgumentException', 400, 'This operation is not permitted on KinesisStreamAsSource delivery stream type.')
  return firehose.put(name, records)
}

function bytesOf(record: unknown, at: string): Buffer {
  const data = isRecord(record) ? record['Data'] : undefined
  if (typeof data !== 'string') throw invalid(`Value null at '${at}' failed to satisfy constraint: Member must not be null`)
  return Buffer.from(data, 'base64')
}

function checked(bytes: Buffer, at: string): Buffer {
  if (bytes.length > RECORD_BYTES_MAX) throw invalid(`Value at '${at}' failed to satisfy constraint: Member must have length less than or equal to ${RECORD_BYTES_MAX}`)
  return bytes
}

function createInput(input: Input) {
  const { DeliveryStreamName, DeliveryStreamType = 'DirectPut', KinesisStreamSourceConfiguration: kinesis, ExtendedS3DestinationConfiguration, S3DestinationConfiguration } = input
  const name = String(DeliveryStreamName)
  if (!/^[a-zA-Z0-9_.-]{1,64}$/.test(name)) throw invalid('Value at \'deliveryStreamName\' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+')
  const other = Object.keys(input).find((member) => /Destination|Source/.test(member) && !['KinesisStreamSourceConfiguration', 'DirectPutSourceConfiguration', 'ExtendedS3DestinationConfiguration', 'S3DestinationConfiguration'].includes(member))
  if (other !== undefined) throw new ServiceException('InvalidArgumentException', 400, `${other} is not emulated: records go to S3, and come by calls or from a Kinesis stream.`)
  const source = isRecord(kinesis) ? { kinesisStreamArn: String(kinesis['KinesisStreamARN']), roleArn: String(kinesis['RoleARN']) } : undefined
  if ((DeliveryStreamType === 'KinesisStreamAsSource') !== (source !== undefined)) throw new ServiceException('InvalidArgumentException', 400, 'KinesisStreamSourceConfiguration is for DeliveryStreamType KinesisStreamAsSource alone.')
  const extended = ExtendedS3DestinationConfiguration !== undefined
  if (extended === (S3DestinationConfiguration !== undefined)) throw new ServiceException('InvalidArgumentException', 400, 'Exactly one destination configuration must be provided.')
  return { name, source, extended, destination: extended ? read(extendedS3Properties, ExtendedS3DestinationConfiguration) : withoutMore(read(s3Properties, S3DestinationConfiguration)) }
}

async function updateDestination({ DeliveryStreamName, CurrentDeliveryStreamVersionId, DestinationId, ExtendedS3DestinationUpdate, S3DestinationUpdate }: Input, firehose: Firehose): Promise<object> {
  const { name, version, destination, extended } = firehose.stream(String(DeliveryStreamName))
  if (DestinationId !== DESTINATION_ID) throw new ServiceException('InvalidArgumentException', 400, `Destination Id ${String(DestinationId)} not found`)
  if (CurrentDeliveryStreamVersionId !== String(version)) throw new ServiceException('ConcurrentModificationException', 400, `Cannot update firehose: ${name} since the current version id: ${version} and specified version id: ${String(CurrentDeliveryStreamVersionId)} do not match`)
  const update = ExtendedS3DestinationUpdate ?? S3DestinationUpdate
  if (!isRecord(update)) throw new ServiceException('InvalidArgumentException', 400, 'Only destinations in S3 are updated here.')
  const { S3BackupUpdate, ...changed } = update
  const merged = { ...destination, ...changed, ...(S3BackupUpdate === undefined ? {} : { S3BackupConfiguration: S3BackupUpdate }) }
  await firehose.update(name, extended ? read(extendedS3Properties, merged) : withoutMore(read(s3Properties, merged)))
  return {}
}

/** A destination of the older kind has the same without what it does not know. */
export function withoutMore(configuration: Pick<ExtendedS3Configuration, keyof typeof s3Properties>): ExtendedS3Configuration {
  return {
    ...configuration, FileExtension: undefined, CustomTimeZone: undefined, DataFormatConversionConfiguration: undefined, DynamicPartitioningConfiguration: undefined,
    ProcessingConfiguration: undefined, S3BackupMode: undefined, S3BackupConfiguration: undefined,
  }
}

function read<Table extends PropertyTable>(table: Table, value: unknown) {
  const problems: string[] = []
  const result = object(table).read(value, 'Destination', (at, reason) => problems.push(`${at} ${reason}`))
  if (problems.length > 0 || result === undefined) throw new ServiceException('InvalidArgumentException', 400, problems.join('; ') || 'The destination is no object')
  return result
}

function invalid(reason: string): ServiceException {
  return new ServiceException('ValidationException', 400, `1 validation error detected: ${reason}`)
}
