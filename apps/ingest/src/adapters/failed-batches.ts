import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { KinesisStreamEvent } from 'aws-lambda'
import type { StreamRecord } from '../flow/ingest-telemetry.ts'
import { streamRecord } from '../flow/stream-handler.ts'

/**
 * Reads what a stream's event source puts into a bucket when it gives a batch up: beside what it says of the batch, the whole event as
 * text.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
 */
export const failedBatches = (client = new S3Client()) => async (Bucket: string, Key: string): Promise<readonly StreamRecord[]> => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
  // Lambda alone writes there.
  const { payload } = JSON.parse((await Body?.transformToString()) ?? '') as { readonly payload: string }
  return (JSON.parse(payload) as KinesisStreamEvent).Records.map(streamRecord)
}
