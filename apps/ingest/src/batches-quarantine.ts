import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import { Logger } from '@aws-lambda-powertools/logger'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { storeFromEnvironment } from './adapters/environment.ts'
import { iotBatchAcks } from './adapters/gateway-acks.ts'
import { bookBatch } from './book-batch.ts'
import { quarantine } from './ingest-pour.ts'
import { readFailedMessage } from './rule-message.ts'

const logger = new Logger({ serviceName: 'batches-quarantine' })
const processor = new BatchProcessor(EventType.SQS)
const store = storeFromEnvironment()
const acks = iotBatchAcks()

/** Batches that their queue gave up, or that the rule's error action sent: booked after all where they can be, each message by itself. */
export const handler = (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
  processPartialResponse(event, settleRecord, processor, { context, throwOnFullBatchFailure: false })

async function settleRecord({ messageId, body, attributes }: SQSRecord): Promise<void> {
  const sentAtMs = Number(attributes.SentTimestamp)
  const message = readFailedMessage(body, sentAtMs)
  const settled = message
    ? await bookBatch(message, store, acks)
    : await quarantine({ topic: 'unknown', payload: Buffer.from(body).toString('base64'), receivedAtMs: sentAtMs }, 'not a message of the batch rule', store)
  logger.warn('batch settled from the quarantine queue', { messageId, ...settled })
}
