import { isRecord } from '@keg/aws-service'
import { gunzipSync } from 'node:zlib'
import { jsonDocuments } from './json-documents.ts'
import type { PartitionKeys } from './key-prefix.ts'
import type { FailedRecord, PendingRecord } from './pending-record.ts'

/** A record as it is to be delivered. */
export interface ProcessedRecord {
  /** As it came. */
  readonly record: PendingRecord
  readonly data: Buffer
  readonly partitionKeys: PartitionKeys
}

/** The records that go on, and those that don't. */
export interface Processed {
  readonly records: readonly ProcessedRecord[]
  readonly failed: readonly FailedRecord[]
}

/** Values of a processor's parameters by name. */
export type ProcessorParameters = Readonly<Record<string, string>>

/** Makes none, one or several payloads of one; throws for one that it can't read. */
type PayloadProcessor = (data: Buffer, parameters: ProcessorParameters) => readonly Buffer[]

/** Bytes that a record of 1,000 KiB is decompressed to; what would be more fails. */
const DECOMPRESSED_MAX = 32 * 1024 * 1024

/** The processors that need nothing but the record. */
const payloadProcessors: Readonly<Record<string, { readonly errorCode: string; readonly process: PayloadProcessor }>> = {
  Decompression: { errorCode: 'Decompression.Failed', process: (data) => [gunzipSync(data, { maxOutputLength: DECOMPRESSED_MAX })] },
  CloudWatchLogProcessing: { errorCode: 'CloudWatchLogProcessing.Failed', process: logMessages },
  RecordDeAggregation: { errorCode: 'DeAggregation.Failed', process: deaggregated },
  AppendDelimiterToRecord: {
    errorCode: 'AppendDelimiter.Failed',
    process: (data, { Delimiter = '\\n' }) => [Buffer.concat([data, Buffer.from(unescaped(Delimiter))])],
  },
}

/** Whether a processor needs nothing but the record. */
export function isPayloadProcessor(type: string): boolean {
  return payloadProcessors[type] !== undefined
}

/** Runs one such processor over records. */
export function processPayloads(type: string, parameters: ProcessorParameters, records: readonly ProcessedRecord[]): Processed {
  const processor = payloadProcessors[type]
  if (processor === undefined) return { records, failed: [] }
  const failed: FailedRecord[] = []
  const processed = records.flatMap((each) => {
    try {
      return processor.process(each.data, parameters).map((data) => ({ ...each, data }))
    } catch (error) {
      failed.push({ record: each.record, attempts: 1, errorCode: processor.errorCode, errorMessage: String(error) })
      return []
    }
  })
  return { records: processed, failed }
}

/** @see https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-multirecord-deaggergation.html */
function deaggregated(data: Buffer, { SubRecordType = 'JSON', Delimiter }: ProcessorParameters): readonly Buffer[] {
  const text = data.toString()
  const parts = SubRecordType === 'JSON'
    ? jsonDocuments(text)
    : text.split(Buffer.from(Delimiter ?? '', 'base64').toString()).filter((part) => part !== '')
  return parts.map((part) => Buffer.from(part))
}

/**
 * The messages of what a subscription of CloudWatch Logs sends.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/Message_extraction.html
 */
function logMessages(data: Buffer, { DataMessageExtraction }: ProcessorParameters): readonly Buffer[] {
  if (DataMessageExtraction !== 'true') return [data]
  return jsonDocuments(data.toString()).flatMap((text) => {
    const batch: unknown = JSON.parse(text)
    const events = isRecord(batch) && batch['messageType'] === 'DATA_MESSAGE' && Array.isArray(batch['logEvents'])
      ? batch['logEvents'].filter(isRecord)
      : []
    return events.length === 0 ? [] : [Buffer.from(events.map(({ message }) => `${String(message)}\n`).join(''))]
  })
}

/** A template writes a line's end as a backslash and an n. */
function unescaped(delimiter: string): string {
  return delimiter.replaceAll('\\n', '\n').replaceAll('\\r', '\r').replaceAll('\\t', '\t')
}
