/** A record on its way. */
export interface PendingRecord {
  readonly recordId: string
  readonly arrivedAtMs: number
  readonly data: Buffer
}

/** A record that can't be delivered, with what is known of why. */
export interface FailedRecord {
  readonly record: PendingRecord
  readonly attempts: number
  readonly errorCode: string
  readonly errorMessage: string
  /** Of the function that failed on it. */
  readonly lambdaArn?: string
}

/**
 * A line of an object with records that failed while they were processed.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-failure-handling.html
 */
export function processingErrorLine({ record, attempts, errorCode, errorMessage, lambdaArn }: FailedRecord, nowMs: number): string {
  return JSON.stringify({
    attemptsMade: attempts,
    arrivalTimestamp: record.arrivedAtMs,
    errorCode, errorMessage,
    attemptEndingTimestamp: nowMs,
    rawData: record.data.toString('base64'),
    ...(lambdaArn === undefined ? {} : { lambdaARN: lambdaArn }),
  })
}

/** The table whose columns a record did not fit. */
export interface CatalogTable {
  readonly catalogId: string
  readonly databaseName: string
  readonly tableName: string
  readonly region: string
  readonly versionId: string
}

/**
 * A line of an object with records that could not be converted. Its names are those of the API Reference's older page, which AWS still
 * sends.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion-error-handling.html
 */
export function conversionErrorLine(
  { record, attempts, errorCode, errorMessage }: FailedRecord, table: CatalogTable, nowMs: number,
): string {
  return JSON.stringify({
    attemptsMade: attempts,
    arrivalTimestamp: record.arrivedAtMs,
    lastErrorCode: errorCode, lastErrorMessage: errorMessage,
    attemptEndingTimestamp: nowMs,
    rawData: record.data.toString('base64'),
    sequenceNumber: record.recordId,
    subSequenceNumber: null,
    dataCatalogTable: { ...table, catalogArn: null },
  })
}
