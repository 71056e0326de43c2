import { ServiceException } from '@keg/aws-service'
import type { Firehose } from './firehose.ts'

/** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html */
const BATCH_MAX = 500
const BATCH_BYTES_MAX = 4 * 1024 * 1024
const RECORD_BYTES_MAX = 1_000 * 1024

/** Throws `ServiceException`. @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecord.html */
export function putRecord(firehose: Firehose, name: string, data: Buffer) {
  const [RecordId = ''] = put(firehose, name, [checked(data, 'record.data')])
  return { RecordId, Encrypted: false }
}

/** Throws `ServiceException`. @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html */
export function putRecords(firehose: Firehose, name: string, records: readonly Buffer[]) {
  if (records.length === 0) throw invalid('records', 'greater than or equal to 1')
  if (records.length > BATCH_MAX) throw invalid('records', `less than or equal to ${BATCH_MAX}`)
  const data = records.map((record, index) => checked(record, `records.${index + 1}.member.data`))
  if (data.reduce((sum, { length }) => sum + length, 0) > BATCH_BYTES_MAX)
    throw new ServiceException('InvalidArgumentException', 400, 'Records size exceeds 4 MB limit')
  return { FailedPutCount: 0, Encrypted: false, RequestResponses: put(firehose, name, data).map((RecordId) => ({ RecordId })) }
}

function put(firehose: Firehose, name: string, records: readonly Buffer[]): readonly string[] {
  if (firehose.stream(name).source === undefined) return firehose.put(name, records)
  throw new ServiceException(
    'InvalidArgumentException', 400, 'This operation is not permitted on KinesisStreamAsSource delivery stream type.',
  )
}

function checked(bytes: Buffer, at: string): Buffer {
  if (bytes.length > RECORD_BYTES_MAX) throw invalid(at, `less than or equal to ${RECORD_BYTES_MAX}`)
  return bytes
}

function invalid(at: string, length: string): ServiceException {
  return new ServiceException(
    'ValidationException',
    400,
    `1 validation error detected: Value at '${at}' failed to satisfy constraint: Member must have length ${length}`,
  )
}
