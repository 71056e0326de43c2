import type { Logger } from '@aws-lambda-powertools/logger'
import type { KinesisStreamBatchResponse, KinesisStreamEvent, KinesisStreamRecord } from 'aws-lambda'
import { ingestTelemetry, type StreamRecord, type TelemetryPorts } from './ingest-telemetry.ts'
import { publishSummary, type SummaryPorts } from './site-summaries.ts'

/** The Lambda handler of a stream. */
export type StreamHandler = (event: KinesisStreamEvent) => Promise<KinesisStreamBatchResponse>

interface Options extends TelemetryPorts, Pick<SummaryPorts, 'publish'> {
  readonly logger: Pick<Logger, 'warn' | 'error'>
}

/** A record as its handlers read it. */
export const streamRecord = (
  { kinesis: { sequenceNumber, data, approximateArrivalTimestamp } }: Pick<KinesisStreamRecord, 'kinesis'>,
): StreamRecord => ({
  sequenceNumber, data, arrivedAtMs: Math.round(approximateArrivalTimestamp * 1_000),
})

/**
 * The handler that reads the stream of telemetry. It reports the first record that failed: Lambda hands over that one and those behind it
 * again, of which some are kept already, which changes nothing.
 */
export const streamHandler = ({ logger, ...ports }: Options): StreamHandler => async ({ Records }) => {
  const { kept, quarantined, failed } = await ingestTelemetry(Records.map(streamRecord), ports)
  if (quarantined > 0) logger.warn('records in quarantine', { quarantined })
  for (const siteId of new Set(kept.filter(({ gatewayId }) => gatewayId === undefined).map((reading) => reading.siteId))) {
    await publishSummary(siteId, ports).catch((error: unknown) =>
      logger.warn('site not told of, the next batch does it', { siteId, error: error as Error }))
  }
  const [first] = failed
  if (first === undefined) return { batchItemFailures: [] }
  logger.error('records not kept, the stream delivers them again', { records: failed.length, error: first.error as Error })
  return { batchItemFailures: [{ itemIdentifier: first.record.sequenceNumber }] }
}
