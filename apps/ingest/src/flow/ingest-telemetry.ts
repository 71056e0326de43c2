import { readingId, ReadingsNotKept, type HotStore, type Reading, type ReadingStore } from '@keg/store'
import { decideTelemetry, type Decided } from './decide-telemetry.ts'
import { quarantine, type RuleMessage } from './ingest-pour.ts'
import { whyNotFor, type KegSites } from './keg-sites.ts'
import { readFailedMessage } from './rule-message.ts'
import { keepForeign } from './take-message.ts'

/** A record of the stream: what the rule selected, in base64. */
export interface StreamRecord {
  readonly sequenceNumber: string
  readonly data: string
  readonly arrivedAtMs: number
}

/** Where telemetry goes. */
export interface TelemetryPorts {
  readonly store: HotStore
  readonly readings: ReadingStore
  readonly flow: string
  /** Where kegs stand: who is not the keg itself speaks for those of its site alone. */
  readonly sites: KegSites
  readonly nowMs: () => number
}

/** A record that is in no store, for now. */
export interface FailedRecord {
  readonly record: StreamRecord
  readonly message: RuleMessage | undefined
  readonly error: unknown
}

/** What became of a batch. */
export interface IngestedTelemetry {
  readonly kept: readonly Reading[]
  readonly quarantined: number
  /** In the order of the stream. */
  readonly failed: readonly FailedRecord[]
}

/**
 * Keeps the readings of a batch, all at once, and brings into quarantine what is none: each record by itself, so that one that is bad holds
 * up no other. Never rejects: what the stores do not take is in `failed`.
 */
export async function ingestTelemetry(records: readonly StreamRecord[], ports: TelemetryPorts): Promise<IngestedTelemetry> {
  const { store, readings, flow, sites, nowMs } = ports
  const read = await Promise.all(records.map(async (record) => {
    const body = Buffer.from(record.data, 'base64').toString()
    const message = readFailedMessage(body, record.arrivedAtMs)
    return message === undefined ? { record, body } : { record, message: { flow, ...message }, decided: await allowed(message, sites) }
  }))
  const good = read.flatMap(({ decided }) => (decided !== undefined && 'reading' in decided ? [decided.reading] : []))
  const lost = await notKept(readings, good, nowMs())
  const ended = await Promise.all(read.map(async ({ record, body, message, decided }): Promise<'kept' | 'quarantined' | FailedRecord> => {
    if (decided !== undefined && 'reading' in decided)
      return lost.ids.has(readingId(decided.reading)) ? { record, message, error: lost.error } : 'kept'
    if (decided !== undefined && 'error' in decided) return { record, message, error: decided.error }
    try {
      if (message === undefined) await keepForeign(body, record.arrivedAtMs, flow, store)
      else await quarantine(message, decided.refused, store)
      return 'quarantined'
    } catch (error) {
      return { record, message, error }
    }
  }))
  return {
    kept: good.filter((reading) => !lost.ids.has(readingId(reading))),
    quarantined: ended.filter((end) => end === 'quarantined').length,
    failed: ended.filter((end) => typeof end === 'object'),
  }
}

/** What a message is, and whether its sender may say it; an error where nobody can tell now. */
async function allowed(message: RuleMessage, sites: KegSites): Promise<Decided | { readonly error: unknown }> {
  const decided = decideTelemetry(message)
  if ('refused' in decided) return decided
  try {
    const why = await whyNotFor(decided.reading, message, sites)
    return why === undefined ? decided : { refused: why }
  } catch (error) {
    return { error }
  }
}

async function notKept(
  readings: ReadingStore, good: readonly Reading[], nowMs: number,
): Promise<{ readonly ids: ReadonlySet<string>; readonly error?: unknown }> {
  try {
    if (good.length > 0) await readings.recordReadings(good, nowMs)
    return { ids: new Set() }
  } catch (error) {
    const lost = error instanceof ReadingsNotKept ? error.readings : good
    return { ids: new Set(lost.map(readingId)), error }
  }
}
