import { quarantine } from './ingest-pour.ts'
import { ingestTelemetry, type StreamRecord, type TelemetryPorts } from './ingest-telemetry.ts'
import { keepForeign } from './take-message.ts'

/**
 * Settles records of telemetry that the stream gave up: keeps them after all where the store takes them now, else files each in quarantine.
 * Rejects where that fails: then they come again.
 */
export async function giveUp(
  records: readonly StreamRecord[], ports: TelemetryPorts,
): Promise<{ readonly kept: number; readonly quarantined: number }> {
  const { kept, quarantined, failed } = await ingestTelemetry(records, ports)
  const { store, flow } = ports
  await Promise.all(failed.map(({ record, message, error }) => message === undefined
    ? keepForeign(Buffer.from(record.data, 'base64').toString(), record.arrivedAtMs, flow, store)
    : quarantine(message, `the handler of ${flow} failed with it each time: ${causeOf(error)}`, store)))
  return { kept: kept.length, quarantined: quarantined + failed.length }
}

/** What a store failed with, without what its own words add. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
}
