import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import { Logger } from '@aws-lambda-powertools/logger'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { storeFromEnvironment } from './adapters/environment.ts'
import { iotBatchAcks } from './adapters/gateway-acks.ts'
import { iotOnward } from './adapters/iot-onward.ts'
import { bookBatch } from './book-batch.ts'
import { readRuleMessage } from './rule-message.ts'

const logger = new Logger({ serviceName: 'ingest-batches' })
const processor = new BatchProcessor(EventType.SQS)
const ports = { store: storeFromEnvironment(), acks: iotBatchAcks(), onward: iotOnward() }

/** The queue of gateways' batches → the ledger, and the answer to the gateway. */
export const handler = (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
  processPartialResponse(event, bookRecord, processor, { context, throwOnFullBatchFailure: false })

async function bookRecord({ messageId, body }: SQSRecord): Promise<void> {
  try {
    const ingested = await bookBatch(readRuleMessage(body), ports)
    if (ingested.quarantined > 0) logger.warn('messages of a batch quarantined', { messageId, ...ingested })
  } catch (error) {
    logger.error('batch not booked, its queue delivers it again', { messageId, error })
    throw error
  }
}
