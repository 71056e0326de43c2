import { isRecord } from '@keg/aws-service'
import type { Lambda } from '../lambda/lambda.ts'
import { batches } from './batches.ts'
import type { FailedRecord, PendingRecord } from './pending-record.ts'

/** @see https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-failure-handling.html */
const RETRIES = 3
/** @see https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html */
const BUFFER_MB = 1

/** A function that changes records on their way. */
export interface TransformOptions {
  readonly functionArn: string
  readonly retries?: number | undefined
  readonly bufferMb?: number | undefined
  readonly deliveryStreamArn: string
  /** Of the Kinesis stream that the records come from. */
  readonly sourceArn?: string | undefined
  readonly region: string
  readonly newId: () => string
  readonly lambda: Pick<Lambda, 'invoke'>
}

/** A record as the function left it, with the partition keys that it found. */
export interface TransformedRecord {
  readonly record: PendingRecord
  readonly data: Buffer
  readonly partitionKeys: Readonly<Record<string, string>>
}

/** What came of the records; those that were dropped are in neither. */
export interface Transformation {
  readonly transformed: readonly TransformedRecord[]
  readonly failed: readonly FailedRecord[]
}

const failures = {
  function: ['Lambda.FunctionError', 'The Lambda function was successfully invoked but it returned an error result.'],
  missing: [
    'Lambda.MissingRecordId', 'One or more record Ids were not returned. Ensure that the Lambda function returns all received record Ids.',
  ],
  duplicate: [
    'Lambda.DuplicatedRecordId',
    'Multiple records were returned with the same record Id. Ensure that the Lambda function returns a unique record Id for each record.',
  ],
  status: ['Lambda.ProcessingFailedStatus', 'ProcessingFailed status set for record'],
  format: ['Lambda.InvalidReturnFormat', 'The result of a record is Ok, Dropped or ProcessingFailed, and its data base64.'],
} as const

/**
 * Hands records to a function, as many at once as its buffer takes.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html
 */
export async function transform(records: readonly PendingRecord[], options: TransformOptions): Promise<Transformation> {
  const transformed: TransformedRecord[] = []
  const failed: FailedRecord[] = []
  for (const batch of batches(records, (options.bufferMb ?? BUFFER_MB) * 1024 * 1024)) {
    const result = await transformBatch(batch, options)
    transformed.push(...result.transformed)
    failed.push(...result.failed)
  }
  return { transformed, failed }
}

async function transformBatch(records: readonly PendingRecord[], options: TransformOptions): Promise<Transformation> {
  const { functionArn: lambdaArn } = options
  const { answer, attempts } = await invoke(records, options)
  const fail = (record: PendingRecord, [errorCode, errorMessage]: readonly [string, string]): FailedRecord => ({
    record, attempts, errorCode, errorMessage, lambdaArn,
  })
  if (answer === undefined) return { transformed: [], failed: records.map((record) => fail(record, failures.function)) }
  const byId = Map.groupBy(answer, (each) => each['recordId'])
  const transformed: TransformedRecord[] = []
  const failed: FailedRecord[] = []
  for (const record of records) {
    const [result, second] = byId.get(record.recordId) ?? []
    if (result === undefined) failed.push(fail(record, failures.missing))
    else if (second !== undefined) failed.push(fail(record, failures.duplicate))
    else if (result['result'] === 'ProcessingFailed') failed.push(fail(record, failures.status))
    else if (result['result'] === 'Ok' && typeof result['data'] === 'string')
      transformed.push({ record, data: Buffer.from(result['data'], 'base64'), partitionKeys: partitionKeys(result['metadata']) })
    else if (result['result'] !== 'Dropped') failed.push(fail(record, failures.format))
  }
  return { transformed, failed }
}

/** A function that fails is asked again; what it answers is final. */
async function invoke(
  records: readonly PendingRecord[],
  { functionArn, retries = RETRIES, lambda, newId, deliveryStreamArn, sourceArn, region }: TransformOptions,
): Promise<{ answer: readonly Readonly<Record<string, unknown>>[] | undefined; attempts: number }> {
  const event = JSON.stringify({
    invocationId: newId(), deliveryStreamArn, region,
    ...(sourceArn === undefined ? {} : { sourceKinesisStreamArn: sourceArn }),
    records: records.map(({ recordId, arrivedAtMs, data }) => ({
      recordId, approximateArrivalTimestamp: arrivedAtMs, data: data.toString('base64'),
    })),
  })
  for (let attempts = 1; ; attempts += 1) {
    const result = await lambda.invoke(functionArn, event).catch((error: unknown) => ({ functionError: String(error), payload: '' }))
    if (result.functionError === undefined) return { answer: returnedRecords(result.payload), attempts }
    if (attempts > retries) return { answer: undefined, attempts }
  }
}

function returnedRecords(payload: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const answer: unknown = JSON.parse(payload)
    return isRecord(answer) && Array.isArray(answer['records']) ? answer['records'].filter(isRecord) : []
  } catch {
    return []
  }
}

function partitionKeys(metadata: unknown): Record<string, string> {
  const keys = isRecord(metadata) ? metadata['partitionKeys'] : undefined
  return isRecord(keys) ? Object.fromEntries(Object.entries(keys).map(([name, value]) => [name, String(value)])) : {}
}
