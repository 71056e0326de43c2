import { Logger } from '@aws-lambda-powertools/logger'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { variable } from '@keg/store/variable'
import { firehoseRows } from './adapters/firehose-rows.ts'
import { coldPour } from './flow/cold-pour.ts'
import { deliverRows } from './flow/deliver-rows.ts'

const logger = new Logger({ serviceName: 'ledger-cold' })
const delivery = firehoseRows(variable('DELIVERY_STREAM'))

/**
 * Pours that the ledger has booked → the cold table of pours. What is not taken in several tries comes again, and all that was booked after
 * it.
 */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  // The filter of the event source lets through what was put, and that has an image and a number.
  const rows = Records.map(({ dynamodb: { NewImage = {}, SequenceNumber = '' } = {} }) => ({
    sequenceNumber: SequenceNumber, json: coldPour(NewImage),
  }))
  const refused = await deliverRows(rows, delivery)
  if (refused.length > 0) logger.warn('rows not taken, their stream brings them again', { rows: refused.length, of: rows.length })
  return { batchItemFailures: refused.map(({ sequenceNumber }) => ({ itemIdentifier: sequenceNumber })) }
}
