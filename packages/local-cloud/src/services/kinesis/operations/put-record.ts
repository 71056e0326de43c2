import { checkRecord, putRecordInto } from '../put-record.ts'
import { namedStream } from './named-stream.ts'
import { operation } from './operation.ts'

export const putRecord = operation('PutRecord', (input, kinesis) => putRecordInto(namedStream(input, kinesis), input))

export const putRecords = operation('PutRecords', (input, kinesis) => {
  const stream = namedStream(input, kinesis)
  // None is put where one is wrong.
  for (const record of input.Records) checkRecord(record)
  return { FailedRecordCount: 0, Records: input.Records.map((record) => putRecordInto(stream, record)) }
})
