import { createStream } from './create-stream.ts'
import { deleteStream } from './delete-stream.ts'
import { describeStream, describeStreamSummary, listShards, listStreams } from './describe-stream.ts'
import { getRecords } from './get-records.ts'
import { getShardIterator } from './get-shard-iterator.ts'
import { putRecord, putRecords } from './put-record.ts'

export const operations = [
  createStream, deleteStream, describeStream, describeStreamSummary, getRecords, getShardIterator, listShards, listStreams, putRecord,
  putRecords,
]
