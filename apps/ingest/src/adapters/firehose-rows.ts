import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose'
import { setTimeout as delay } from 'node:timers/promises'
import type { RowDelivery } from '../flow/deliver-rows.ts'

/** What one PutRecordBatch takes. @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html */
const MAX_ROWS = 500
const FIRST_WAIT_MS = 100

/** Sends rows to a delivery stream, a line each. */
export const firehoseRows = (DeliveryStreamName: string, client = new FirehoseClient()): RowDelivery => ({
  max: MAX_ROWS,
  async send(rows) {
    const { RequestResponses = [] } = await client.send(new PutRecordBatchCommand({
      DeliveryStreamName, Records: rows.map(({ json }) => ({ Data: Buffer.from(`${json}\n`) })),
    }))
    return rows.filter((_, index) => RequestResponses[index]?.ErrorCode !== undefined)
  },
  wait: (attempt) => delay(FIRST_WAIT_MS * 2 ** attempt * (0.5 + Math.random() / 2)),
})
