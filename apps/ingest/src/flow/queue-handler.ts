import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import { Logger } from '@aws-lambda-powertools/logger'
import type { HotStore } from '@keg/store'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { variable } from '@keg/store/environment'
import { takeQueued, type Take, type Taken } from './take-message.ts'

/** The Lambda handler of a queue. */
export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>

/** The handler that empties the queue of a flow, named by `FLOW`: what it can not do is in quarantine, what fails is delivered again. */
export function queueHandler(options: { readonly serviceName: string; readonly store: HotStore; readonly take: Take }): QueueHandler {
  const flow = variable('FLOW')
  return recordHandler(options.serviceName, ({ body, attributes }) =>
    takeQueued(body, Number(attributes.SentTimestamp), { ...options, flow }))
}

/** Does the records of a batch one by one: one that fails is reported alone, so that the others are not done again. */
export function recordHandler(serviceName: string, settle: (record: SQSRecord) => Promise<Taken>): QueueHandler {
  const logger = new Logger({ serviceName })
  const processor = new BatchProcessor(EventType.SQS)
  const settleRecord = async (record: SQSRecord): Promise<void> => {
    const { messageId } = record
    try {
      const { told } = await settle(record)
      if (told !== undefined) logger.warn('message settled', { messageId, ...told })
    } catch (error) {
      logger.error('message not settled, its queue delivers it again', { messageId, error })
      throw error
    }
  }
  return (event, context) => processPartialResponse(event, settleRecord, processor, { context, throwOnFullBatchFailure: false })
}
