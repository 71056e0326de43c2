import type { GlueCatalog } from '../glue/glue-catalog.ts'
import { formatDate } from '../date-pattern/date-pattern.ts'
import type { Objects } from '../s3/objects.ts'
import { batches } from './batches.ts'
import { compressed } from './compression.ts'
import type { Destination, ObjectDestination } from './destination.ts'
import { errorObjectPrefix, objectPrefix, type ErrorOutputType, type PartitionKeys } from './key-prefix.ts'
import { columnsOf, deserialized, parquetOf, type Conversion } from './parquet-conversion.ts'
import { conversionErrorLine, processingErrorLine, type FailedRecord, type PendingRecord } from './pending-record.ts'
import { processRecords, type ProcessingContext } from './process-records.ts'
import type { ProcessedRecord } from './processed-record.ts'

/** What a delivery needs. */
export interface DeliveryContext extends ProcessingContext, Conversion {
  readonly streamName: string
  /** Of the stream's configuration. */
  readonly version: number
  readonly accountId: string
  readonly objects: Objects
  readonly glue: Pick<GlueCatalog, 'table'>
  readonly nowMs: () => number
  /** From 0 to below 1. */
  readonly random: () => number
}

/** An object that is to be written. */
interface DeliveredObject {
  readonly bucket: string
  readonly key: string
  readonly body: Buffer
  readonly contentEncoding?: string | undefined
}

/**
 * Processes records and writes them to their bucket, those that fail to the error prefix.
 * Rejects where an object can't be written; nothing is written before all objects are made.
 */
export async function deliverRecords(records: readonly PendingRecord[], destination: Destination, context: DeliveryContext): Promise<void> {
  const { backup } = destination
  const objects = backup === undefined
    ? []
    : recordsObject(records.map((record) => ({ record, data: record.data, partitionKeys: {} })), backup, context)
  const processed = await processRecords(records, destination, context)
  objects.push(...errorsObject(
    processed.failed, 'processing-failed', (failure) => processingErrorLine(failure, context.nowMs()), destination, context,
  ))
  for (const group of Map.groupBy(processed.records, ({ partitionKeys }) => partitionOf(partitionKeys)).values()) {
    for (const part of batches(group, destination.sizeBytes)) {
      objects.push(...destination.conversion === undefined
        ? recordsObject(part, destination, context)
        : await convertedObjects(part, destination, context))
    }
  }
  for (const { bucket, key, body, contentEncoding } of objects) {
    await context.objects.put(bucket, key, body, {
      'content-type': 'application/octet-stream', ...(contentEncoding === undefined ? {} : { 'content-encoding': contentEncoding }),
    })
  }
}

function partitionOf({ query = {}, lambda = {} }: PartitionKeys): string {
  return JSON.stringify([Object.entries(query).sort(), Object.entries(lambda).sort()])
}

function recordsObject(records: readonly ProcessedRecord[], destination: ObjectDestination, context: DeliveryContext): DeliveredObject[] {
  const { body, extension, contentEncoding } = compressed(
    Buffer.concat(records.map(({ data }) => data)), destination.compression, context.newId(),
  )
  return deliveredObject(records, { body, contentEncoding }, extension, destination, context)
}

async function convertedObjects(
  records: readonly ProcessedRecord[], destination: Destination, context: DeliveryContext,
): Promise<DeliveredObject[]> {
  const { conversion } = destination
  const schema = conversion?.SchemaConfiguration
  if (conversion === undefined || schema?.DatabaseName === undefined || schema.TableName === undefined)
    throw new TypeError('There is no table to convert records by')
  const { input, version } = context.glue.table(schema.DatabaseName, schema.TableName)
  const columns = columnsOf(input)
  const { lines, failed } = deserialized(records, columns, conversion)
  const table = {
    catalogId: context.accountId, databaseName: schema.DatabaseName, tableName: schema.TableName, region: schema.Region ?? context.region,
    versionId: schema.VersionId ?? String(version),
  }
  const errors = errorsObject(
    failed, 'format-conversion-failed', (failure) => conversionErrorLine(failure, table, context.nowMs()), destination, context,
  )
  if (lines.length === 0) return errors
  const unfit = new Set(failed.map(({ record }) => record))
  const body = await parquetOf(lines, columns, conversion, context)
  return [...errors, ...deliveredObject(records.filter(({ record }) => !unfit.has(record)), { body }, '.parquet', destination, context)]
}

function deliveredObject(
  records: readonly ProcessedRecord[],
  content: Pick<DeliveredObject, 'body' | 'contentEncoding'>,
  extension: string,
  destination: ObjectDestination,
  context: DeliveryContext,
): DeliveredObject[] {
  const [first] = records
  if (first === undefined) return []
  const arrivedAtMs = oldest(records.map(({ record }) => record))
  const { timeZone, prefix, bucket, fileExtension } = destination
  const at = objectPrefix(prefix, { arrivedAtMs, timeZone, random: context.random, partitionKeys: first.partitionKeys })
  return [{ bucket, key: `${at}${objectName(arrivedAtMs, timeZone, context)}${fileExtension ?? extension}`, ...content }]
}

function errorsObject(
  failures: readonly FailedRecord[],
  errorOutputType: ErrorOutputType,
  line: (failure: FailedRecord) => string,
  destination: Destination,
  context: DeliveryContext,
): DeliveredObject[] {
  if (failures.length === 0) return []
  const arrivedAtMs = oldest(failures.map(({ record }) => record))
  const { timeZone, prefix, errorPrefix, bucket } = destination
  const at = errorObjectPrefix(prefix, errorPrefix, { arrivedAtMs, timeZone, random: context.random, errorOutputType })
  return [{
    bucket, key: `${at}${objectName(arrivedAtMs, timeZone, context)}`,
    body: Buffer.from(failures.map((failure) => `${line(failure)}\n`).join('')),
  }]
}

/** @see https://docs.aws.amazon.com/firehose/latest/dev/s3-object-name.html */
function objectName(arrivedAtMs: number, timeZone: string, { streamName, version, newId }: DeliveryContext): string {
  return `${streamName}-${version}-${formatDate('yyyy-MM-dd-HH-mm-ss', arrivedAtMs, timeZone)}-${newId()}`
}

function oldest(records: readonly PendingRecord[]): number {
  return records.reduce((least, { arrivedAtMs }) => Math.min(least, arrivedAtMs), Infinity)
}
