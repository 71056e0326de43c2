import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { processPayloads } from './processed-record.ts'

const record = (data: Buffer) => ({ record: { recordId: 'r-1', arrivedAtMs: 0, data }, data, partitionKeys: {} })

// https://docs.aws.amazon.com/firehose/latest/dev/writing-with-cloudwatch-logs-decompression.html
it('decompresses records, and none that would fill the memory', () => {
  const [fine, bomb] = [record(gzipSync('beer')), record(gzipSync(Buffer.alloc(33 * 1024 * 1024)))]
  const { records, failed } = processPayloads('Decompression', {}, [fine, bomb])
  expect(records.map(({ data }) => data.toString())).toEqual(['beer'])
  expect(failed).toMatchObject([
    { record: bomb.record, errorCode: 'Decompression.Failed', errorMessage: expect.stringContaining('larger than') },
  ])
})
