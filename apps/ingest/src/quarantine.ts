import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import { Logger } from '@aws-lambda-powertools/logger'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { storeFromEnvironment } from './adapters/environment.ts'
import { ingestPour } from './ingest-pour.ts'
import { settleFailed } from './settle-failed.ts'

const logger = new Logger({ serviceName: 'quarantine' })
const processor = new BatchProcessor(EventType.SQS)
const store = storeFromEnvironment()

/**
 * The quarantine queue → the quarantine: what the pours queue gave up, and what the rule's error action sent.
 * A good pour among them (the store was down, an action failed) is counted after all, which also tells whether an attempt
 * before had counted it: a pour never stands in both.
 */
export const handler = (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
  processPartialResponse(event, settleRecord, processor, { context, throwOnFullBatchFailure: false })

async function settleRecord(record: SQSRecord): Promise<void> {
  const settled = await settleFailed(record, 'pour', store, (message) => ingestPour(message, store))
  logger.warn('message settled from the quarantine queue', { messageId: record.messageId, ...settled })
}
