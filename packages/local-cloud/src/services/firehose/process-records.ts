import type { Expressions } from '../expressions/expressions.ts'
import type { Lambda } from '../lambda/lambda.ts'
import type { Destination } from './destination.ts'
import { partitionKeysOf } from './key-prefix.ts'
import { transform, type TransformOptions } from './lambda-transform.ts'
import { queryKeys } from './partition-query.ts'
import type { FailedRecord, PendingRecord } from './pending-record.ts'
import { isPayloadProcessor, processPayloads, type Processed, type ProcessedRecord, type ProcessorParameters } from './processed-record.ts'

/** What processing needs of the rest of the cloud. */
export interface ProcessingContext extends Pick<TransformOptions, 'deliveryStreamArn' | 'sourceArn' | 'region' | 'newId'> {
  readonly lambda: Pick<Lambda, 'invoke'>
  readonly expressions: Pick<Expressions, 'jq'>
}

/** In which processors run, however they are listed. */
const order = ['Decompression', 'CloudWatchLogProcessing', 'RecordDeAggregation', 'Lambda', 'MetadataExtraction', 'AppendDelimiterToRecord']

/** The processors' parameters by type, in their order. */
function processorsOf({ processors }: Destination): readonly { type: string; parameters: ProcessorParameters }[] {
  return processors
    .map(({ Type: type, Parameters = [] }) => ({
      type, parameters: Object.fromEntries(Parameters.map(({ ParameterName, ParameterValue }) => [ParameterName, ParameterValue])),
    }))
    .sort((one, other) => order.indexOf(one.type) - order.indexOf(other.type))
}

/** The functions that a destination's records go through. */
export function functionsOf(destination: Destination): string[] {
  return processorsOf(destination).flatMap(({ type, parameters: { LambdaArn } }) =>
    (type === 'Lambda' && LambdaArn !== undefined ? [LambdaArn] : []))
}

/** Reports what only running would show. Rejects with a `TypeError`. */
export async function checkProcessors(destination: Destination, expressions: Pick<Expressions, 'jq'>): Promise<void> {
  for (const { type, parameters } of processorsOf(destination)) {
    if (type === 'Lambda' && parameters['LambdaArn'] === undefined)
      throw new TypeError('The processor Lambda needs the parameter LambdaArn')
    if (type === 'RecordDeAggregation' && parameters['SubRecordType'] === 'DELIMITED' && !parameters['Delimiter'])
      throw new TypeError('The processor RecordDeAggregation needs the parameter Delimiter when SubRecordType is DELIMITED')
    if (type !== 'MetadataExtraction') continue
    const query = parameters['MetadataExtractionQuery']
    if (query === undefined) throw new TypeError('The processor MetadataExtraction needs the parameter MetadataExtractionQuery')
    await queryKeys(query, [], expressions).catch((error: unknown) => {
      throw new TypeError(`MetadataExtractionQuery ${query} is not valid: ${String(error)}`)
    })
  }
}

/** Runs records through the processors of a destination, and finds the partition keys of each. */
export async function processRecords(
  records: readonly PendingRecord[], destination: Destination, context: ProcessingContext,
): Promise<Processed> {
  const failed: FailedRecord[] = []
  let current: readonly ProcessedRecord[] = records.map((record) => ({ record, data: record.data, partitionKeys: {} }))
  for (const { type, parameters } of processorsOf(destination)) {
    const step = isPayloadProcessor(type) ? processPayloads(type, parameters, current)
      : type === 'Lambda' ? await transformed(current, parameters, context) : await queried(current, parameters, context)
    current = step.records
    failed.push(...step.failed)
  }
  if (!destination.partitioned) return { records: current, failed }
  const partitioned = withKeys(current, destination)
  return { records: partitioned.records, failed: [...failed, ...partitioned.failed] }
}

async function transformed(
  records: readonly ProcessedRecord[],
  { LambdaArn = '', NumberOfRetries, BufferSizeInMBs }: ProcessorParameters,
  context: ProcessingContext,
): Promise<Processed> {
  // Several may come of one record, and each needs an id of its own.
  const pending = records.map(({ record, data }, index) => ({
    ...record, data, recordId: `${record.recordId}${String(index).padStart(6, '0')}`,
  }))
  const origin = new Map(pending.map(({ recordId }, index) => [recordId, records[index]?.record]))
  const result = await transform(pending, {
    ...context, functionArn: LambdaArn, retries: optionalNumber(NumberOfRetries), bufferMb: optionalNumber(BufferSizeInMBs),
  })
  return {
    records: result.transformed.map(({ record, data, partitionKeys }) => ({
      record: origin.get(record.recordId) ?? record, data, partitionKeys: { lambda: partitionKeys },
    })),
    failed: result.failed.map((failure) => ({ ...failure, record: origin.get(failure.record.recordId) ?? failure.record })),
  }
}

async function queried(
  records: readonly ProcessedRecord[], { MetadataExtractionQuery: query = '' }: ProcessorParameters, { expressions }: ProcessingContext,
): Promise<Processed> {
  const answers = await queryKeys(query, records.map(({ data }) => data.toString()), expressions)
  const failed: FailedRecord[] = []
  const found = records.flatMap((each, index) => {
    const answer = answers[index] ?? { error: 'There is no answer' }
    if ('keys' in answer) return [{ ...each, partitionKeys: { ...each.partitionKeys, query: answer.keys } }]
    failed.push(metadataFailure(each.record, answer.error))
    return []
  })
  return { records: found, failed }
}

/**
 * Every key that the prefix names has to be there.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-error-handling.html
 */
function withKeys(records: readonly ProcessedRecord[], { prefix }: Destination): Processed {
  const { query, lambda } = partitionKeysOf(prefix)
  const missing = ({ partitionKeys }: ProcessedRecord) =>
    query.find((name) => !partitionKeys.query?.[name]) ?? lambda.find((name) => !partitionKeys.lambda?.[name])
  const failed = records.flatMap((each) => {
    const name = missing(each)
    return name === undefined ? [] : [metadataFailure(each.record, `partitionKeys values must not be null or empty: ${name}`)]
  })
  return { records: records.filter((each) => missing(each) === undefined), failed }
}

function metadataFailure(record: PendingRecord, errorMessage: string): FailedRecord {
  return { record, attempts: 1, errorCode: 'DynamicPartitioning.MetadataExtractionFailed', errorMessage }
}

function optionalNumber(text: string | undefined): number | undefined {
  return text === undefined || Number.isNaN(Number(text)) ? undefined : Number(text)
}
