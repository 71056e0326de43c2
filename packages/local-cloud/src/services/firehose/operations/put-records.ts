import * as direct from '../put-records.ts'
import { operation } from './operation.ts'

export const putRecord = operation('PutRecord', ({ DeliveryStreamName, Record: { Data } }, firehose) =>
  direct.putRecord(firehose, DeliveryStreamName, bytesOf(Data)))

export const putRecordBatch = operation('PutRecordBatch', ({ DeliveryStreamName, Records }, firehose) =>
  direct.putRecords(firehose, DeliveryStreamName, Records.map(({ Data }) => bytesOf(Data))))

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64')
