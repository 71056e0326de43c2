import { openSpool } from '@keg/gateway/spool'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { row, type Benchmark, type Row } from '../row.ts'
import { gatewayRows } from './gateway.ts'
import { rawQueue, type QueueMessage } from './raw-queue.ts'

const KEGS = 20
const PAYLOAD_BYTES = 200
/** How many messages a keg gives in its turn, and how many wait, so that each has them. */
const TURN_ROWS = 16
const WAITING_FOR_TURNS = 2_000
const ROUNDS = 15
const ROUND_MS = 300
const WAITING = 1_000_000
const OPENINGS = 15
const PER_SEC = 2_000
const LOAD_SEC = 5
const COMMIT_WITHIN_MS = 4
const MS_PER_SEC = 1_000

type Spool = ReturnType<typeof openSpool>

/** Timers as the gateway has them; what is due at once is, so that a round waits for commits alone. */
const clock = {
  nowMs: () => Date.now(),
  after(delayMs: number, callback: () => void): () => void {
    if (delayMs === 0) {
      const immediate = setImmediate(callback)
      return () => clearImmediate(immediate)
    }
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

function message(index: number): QueueMessage & { readonly kind: 'pour' } {
  const kegId = `keg-${String(index % KEGS).padStart(2, '0')}`
  return { kind: 'pour', kegId, topic: `keg/berlin/${kegId}/pours`, payload: new Uint8Array(PAYLOAD_BYTES), takenAtMs: 1_700_000_000_000 }
}

const messages = (count: number) => Array.from({ length: count }, (_, index) => message(index))
const open = (file: string, commitWithinMs = 0): Spool => openSpool({ file, maxBytes: 4e9, clock, commitWithinMs })
const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? 0

/** Messages that came in and went out, for a while: each transaction takes in so many and deletes those of the one before. */
async function perSecond(step: () => Promise<void> | void, count: number): Promise<number> {
  const start = performance.now()
  let done = 0
  for (; performance.now() - start < ROUND_MS; done += count) await step()
  return (done / (performance.now() - start)) * MS_PER_SEC
}

/** The oldest of so many messages, kegs in turn. */
function takeTurns(count: number, oldest: (kegId: string, limit: number) => number[]): () => number[] {
  let turn = 0
  return () => {
    const ids: number[] = []
    for (let turns = 0; ids.length < count && turns < KEGS; turns += 1) {
      ids.push(...oldest(message(turn).kegId, Math.min(TURN_ROWS, count - ids.length)))
      turn += 1
    }
    return ids
  }
}

/** Enqueueing and dequeueing through the spool, against the same reads and transactions straight on SQLite. */
async function queueRow(folder: string, count: number): Promise<Row> {
  const raw = rawQueue(join(folder, `raw-${count}.db`))
  const spool = open(join(folder, `spool-${count}.db`))
  const group = messages(count)
  const rawOldest = takeTurns(count, raw.oldest)
  const spoolOldest = takeTurns(count, (kegId, limit) => spool.after('batch', kegId, 0, limit).map(({ id }) => id))
  const rawStep = () => raw.commit(group, rawOldest())
  const spoolStep = async () => {
    spool.forget(spoolOldest())
    await Promise.all(group.map((each) => spool.keep(each)))
  }
  const there = messages(WAITING_FOR_TURNS)
  raw.commit(there, [])
  await Promise.all(there.map((each) => spool.keep(each)))
  const rates = { raw: [] as number[], spool: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.raw.push(await perSecond(rawStep, count))
    rates.spool.push(await perSecond(spoolStep, count))
  }
  raw.close()
  await spool.close()
  return row(`edge/durable-queue-${count}`, 'msg/s', quantile(rates.spool, 0.5), quantile(rates.raw, 0.5), '>= 0.8')
}

/** Opening, and saying how it is, with a million messages waiting, against none. */
async function openRow(folder: string): Promise<Row> {
  const files = { full: join(folder, 'full.db'), empty: join(folder, 'empty.db') }
  const group = messages(WAITING / 100)
  const full = open(files.full)
  for (let kept = 0; kept < WAITING; kept += group.length) await Promise.all(group.map((each) => full.keep(each)))
  await full.close()
  await open(files.empty).close()
  const times = { full: [] as number[], empty: [] as number[] }
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    for (const name of ['full', 'empty'] as const) {
      const start = performance.now()
      const spool = open(files[name])
      spool.status()
      times[name].push(performance.now() - start)
      await spool.close()
    }
  }
  return row('edge/open-with-1000000-waiting', 'ms', quantile(times.full, 0.5), quantile(times.empty, 0.5), '<= 1.5')
}

/**
 * How long a keep takes at 2,000 messages a second, from when it was to begin, against the commit before, the wait for others and its own
 * commit.
 */
async function keepRow(folder: string): Promise<Row> {
  const raw = rawQueue(join(folder, 'raw-load.db'))
  const group = messages((PER_SEC * COMMIT_WITHIN_MS) / MS_PER_SEC)
  const commits = Array.from({ length: (LOAD_SEC * MS_PER_SEC) / COMMIT_WITHIN_MS }, () => {
    const start = performance.now()
    raw.commit(group, [])
    return performance.now() - start
  })
  raw.close()
  const spool = open(join(folder, 'load.db'), COMMIT_WITHIN_MS)
  const took: number[] = []
  const kept: Promise<unknown>[] = []
  const start = performance.now()
  for (let index = 0; index < PER_SEC * LOAD_SEC; ) {
    for (; start + (index * MS_PER_SEC) / PER_SEC <= performance.now() && index < PER_SEC * LOAD_SEC; index += 1) {
      const intendedMs = start + (index * MS_PER_SEC) / PER_SEC
      kept.push(spool.keep(message(index)).then(() => took.push(performance.now() - intendedMs)))
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(kept)
  await spool.close()
  return row('edge/keep-p99-at-2000', 'ms', quantile(took, 0.99), 2 * quantile(commits, 0.99) + COMMIT_WITHIN_MS, '<= 2')
}

export const edge: Benchmark = {
  name: 'edge',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'keg-bench-'))
    try {
      return [
        await queueRow(folder, 10), await queueRow(folder, 100), await keepRow(folder), await openRow(folder), ...(await gatewayRows()),
      ]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
