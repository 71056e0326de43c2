import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import { Logger } from '@aws-lambda-powertools/logger'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { storeFromEnvironment } from './adapters/environment.ts'
import { iotBatchAcks } from './adapters/gateway-acks.ts'
import { iotOnward } from './adapters/iot-onward.ts'
import { bookBatch } from './book-batch.ts'
import { settleFailed } from './settle-failed.ts'

const logger = new Logger({ serviceName: 'batches-quarantine' })
const processor = new BatchProcessor(EventType.SQS)
const ports = { store: storeFromEnvironment(), acks: iotBatchAcks(), onward: iotOnward() }

/** Batches that their queue gave up, or that the rule's error action sent: booked after all where they can be, each message by itself. */
export const handler = (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
  processPartialResponse(event, settleRecord, processor, { context, throwOnFullBatchFailure: false })

async function settleRecord(record: SQSRecord): Promise<void> {
  const settled = await settleFailed(record, 'batch', ports.store, (message) => bookBatch(message, ports))
  logger.warn('batch settled from the quarantine queue', { messageId: record.messageId, ...settled })
}
