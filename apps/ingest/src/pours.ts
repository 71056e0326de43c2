import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import { Logger } from '@aws-lambda-powertools/logger'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { storeFromEnvironment } from './adapters/environment.ts'
import { ingestPour } from './ingest-pour.ts'
import { readRuleMessage } from './rule-message.ts'

const logger = new Logger({ serviceName: 'ingest-pours' })
const processor = new BatchProcessor(EventType.SQS)
const store = storeFromEnvironment()

/** The pours queue → the ledger. A record that fails is reported alone, so that the others of its batch are not counted again. */
export const handler = (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
  processPartialResponse(event, ingestRecord, processor, { context, throwOnFullBatchFailure: false })

async function ingestRecord(record: SQSRecord): Promise<void> {
  try {
    const ingested = await ingestPour(readRuleMessage(record.body), store)
    if (ingested.kind === 'quarantined') logger.warn('pour quarantined', { messageId: record.messageId, reason: ingested.reason })
  } catch (error) {
    logger.error('pour not stored, its queue delivers it again', { messageId: record.messageId, error })
    throw error
  }
}
