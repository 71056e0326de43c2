import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoDbStore } from '@keg/store/dynamodb'
import { dynamoDbReadings } from '@keg/store/readings/dynamodb'
import type { NewestReading, ReadingStore } from '@keg/store'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { p99 } from '../percentile.ts'
import { row, type Benchmark } from '../row.ts'
import { connectKegs, sendFirst, sendTelemetry, SITE_IDS, type SendingKeg } from './kegs.ts'
import type { StackAddress } from './serve-stack.ts'
import { withStack } from './with-stack.ts'

/** So many that none comes near AWS's 100 messages a second of a connection where the generator was held up. */
const KEGS = 50
const PER_SECOND = 1_000
const SECONDS = 60
/** How often is looked what is stored by now. */
const LOOK_MS = 250
/** The lag that is measured against: of the seconds from here on, after functions have started. */
const WARM = { from: 10, to: 20 } as const
const MAX_LAG_MS = 5_000
const MAX_GROWTH_MB = 50
const PATIENCE_MS = 60_000

/**
 * The whole stack as it was synthesized: kegs over mutual TLS → rule → Kinesis → Lambda → readings, and Parquet; with AWS's quotas
 * enforced.
 */
export const stack: Benchmark = {
  name: 'stack',
  run: () => withStack(async (address, pid) => {
    const dir = mkdtempSync(join(tmpdir(), 'keg-bench-stack-'))
    try {
      const kegs = await connectKegs(address, KEGS, dir)
      const measured = await measure(address, kegs, () => rssMb(pid))
      await Promise.all(kegs.map(({ client }) => client.endAsync()))
      return rowsOf(measured)
    } finally {
      rmSync(dir, { recursive: true })
    }
  }),
}

interface Measured {
  readonly sent: number
  /** Rows and entries of the quarantine. */
  readonly kept: number
  /** From when a message was sent until it was stored, by the second in which it was sent. */
  readonly lagsMs: readonly (readonly number[])[]
  /** By second. */
  readonly rssMb: readonly number[]
}

function rowsOf({ sent, kept, lagsMs, rssMb: rss }: Measured) {
  if (kept > sent) throw new Error(`${kept} messages are kept, of ${sent} that were sent.`)
  const [warm, last] = [p99(lagsMs.slice(WARM.from, WARM.to).flat()), p99(lagsMs.slice(SECONDS - 10, SECONDS).flat())]
  return [
    row('stack/telemetry-1000-kept', 'msgs', kept, sent, '>= 1'),
    row('stack/telemetry-1000-lag-p99', 'ms', last, MAX_LAG_MS, '<= 1'),
    row('stack/telemetry-1000-lag-trend', 'ms', last, warm, '<= 1'),
    row('stack/telemetry-1000-rss-growth', 'MB', Math.max(0, (rss.at(-1) ?? 0) - (rss[WARM.from] ?? 0)), MAX_GROWTH_MB, '<= 1'),
  ]
}

async function measure(address: StackAddress, kegs: readonly SendingKeg[], rssNow: () => number): Promise<Measured> {
  const { outputs, endpoint, region, credentials } = address
  const client = new DynamoDBClient({ endpoint, region, credentials })
  const ledger = dynamoDbStore({ client, tableName: outputs['TableName'] ?? '' })
  const readings = dynamoDbReadings({ client, tableName: outputs['ReadingsTableName'] ?? '', minutes: ledger })
  await sendFirst(kegs)
  while ((await rowsKept(kegs, readings)) < kegs.length) await delay(LOOK_MS)
  const rss: number[] = []
  const lags = watchLags(kegs, readings)
  const startedAtMs = Date.now()
  await sendTelemetry(kegs, { perSecond: PER_SECOND, seconds: SECONDS, second: () => void rss.push(rssNow()) })
  rss.push(rssNow())
  const refused = kegs.reduce((sum, keg) => sum + keg.refused, 0)
  if (refused > 0) process.stderr.write(`${refused} messages were beyond a quota, and sent again.\n`)
  const sent = kegs.reduce((sum, { sentAtMs, poison }) => sum + sentAtMs.length + poison, 0)
  const untilMs = Date.now() + PATIENCE_MS
  // To count reads all rows: not while they are still written.
  while (Date.now() < untilMs && !lags.allSeen()) await delay(LOOK_MS)
  const lagsMs = await lags.stop(startedAtMs)
  const counted = async () => (await rowsKept(kegs, readings)) + (await ledger.countQuarantined())
  let kept = await counted()
  for (; Date.now() < untilMs && kept < sent; kept = await counted()) await delay(1_000)
  return { sent, kept, lagsMs, rssMb: rss }
}

async function rowsKept(kegs: readonly SendingKeg[], readings: ReadingStore): Promise<number> {
  let kept = 0
  for (const { kegId } of kegs)
    kept += (await readings.readings(kegId, { fromMs: 0, toMs: Date.now() + 60_000, points: 1 }))[0]?.readings ?? 0
  return kept
}

/** Looks again and again what of each keg is stored, site by site: its stream is in order, so that all before the newest are, too. */
function watchLags(kegs: readonly SendingKeg[], readings: ReadingStore) {
  const stopping = new AbortController()
  const byId = new Map(kegs.map((keg) => [keg.kegId, keg]))
  const seen = new Map<string, number>()
  const stored: { readonly sentAtMs: number; readonly lagMs: number }[] = []
  const look = ({ kegId, seq }: Pick<NewestReading, 'kegId' | 'seq'>, nowMs: number) => {
    const { sentAtMs = [] } = byId.get(kegId) ?? {}
    for (let each = (seen.get(kegId) ?? -1) + 1; each <= seq; each++)
      stored.push({ sentAtMs: sentAtMs[each] ?? nowMs, lagMs: nowMs - (sentAtMs[each] ?? nowMs) })
    seen.set(kegId, Math.max(seq, seen.get(kegId) ?? -1))
  }
  const looking = (async () => {
    while (!stopping.signal.aborted) {
      for (const siteId of SITE_IDS) {
        const newest = await readings.siteReadings(siteId)
        for (const reading of newest.items) look(reading, Date.now())
      }
      await delay(LOOK_MS)
    }
  })()
  return {
    allSeen: () => kegs.every(({ kegId, sentAtMs }) => seen.get(kegId) === sentAtMs.length - 1),
    stop: async (startedAtMs: number): Promise<number[][]> => {
      stopping.abort()
      await looking
      const bySecond = Array.from({ length: SECONDS + 1 }, (): number[] => [])
      for (const { sentAtMs, lagMs } of stored) bySecond[Math.floor((sentAtMs - startedAtMs) / 1_000)]?.push(lagMs)
      return bySecond
    },
  }
}

function rssMb(pid: number): number {
  const [, kb = 'NaN'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kb) / 1_024
}
