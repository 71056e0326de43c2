import { siteSummary, telemetry } from '@keg/message-schemas/keg'
import type { KegApi } from '../api/keg-api.ts'
import { History, type LiveReading, type Slot } from './history.ts'
import { historyRequests, SETTLED_MS, settledAt, type ChartRange } from './ranges.ts'

/** A clock that is off by less is not told of: messages take their time, and those of a gateway a minute. */
const CLOCK_OFF_MS = 120_000
/** A clock that is further ahead is broken: the chart stays where the page is. */
const MAX_AHEAD_MS = 5 * 365 * 24 * 3_600_000

/** What came live is in the store after so long. */
const STORED_AFTER_MS = 10_000
/** An answer that takes longer is given up, so that another can be asked for. */
const PATIENCE_MS = 15_000

/** What a chart is drawn from. */
export interface ShownHistory {
  readonly points: readonly Slot[]
  /** Now, by the keg's clock. */
  readonly endMs: number
  /** So far the keg's clock is ahead of the page's; absent = by nothing to speak of. */
  readonly clockAheadMs?: number
  /** Why the API's part could not be read, the last time. */
  readonly problem?: Error
  /** Whether the API's part was read at all. */
  readonly isRead: boolean
}

/** What a feed is made of. */
export interface HistoryFeedOptions {
  readonly api: Pick<KegApi, 'readings'>
  readonly kegId: string
  readonly range: ChartRange
  /** The page's clock; default: the browser's. */
  readonly nowMs?: () => number
  /** Resolves after so many milliseconds; default: by the browser's timers. */
  readonly after?: (ms: number) => Promise<void>
}

/** Feeds the history of a keg from the API and the line. */
export class HistoryFeed {
  readonly #history: History
  readonly #options: Required<HistoryFeedOptions>
  #readToMs: number | undefined
  /** From when on there are readings that came late, and when the last of them came. */
  #late: { readonly fromMs: number; readonly heardAtMs: number } | undefined
  #isReading = false
  #isAskedAgain = false
  #problem: Error | undefined
  #aheadMs = 0
  /** When a reading came last whose clock was right. */
  #rightAtMs = -Infinity
  /** How often something has changed. */
  changes = 0

  constructor(options: HistoryFeedOptions) {
    this.#options = { nowMs: Date.now, after: (ms) => new Promise((resolve) => setTimeout(resolve, ms)), ...options }
    this.#history = new History(options.range)
  }

  /** Takes in a message of the line; what is no reading of the keg changes nothing. */
  receive(topic: string, payload: Uint8Array, isRetained = false): void {
    // It says nothing of the keg's clock, and the API has its minute.
    if (isRetained) return
    const { kegId, nowMs } = this.#options
    const reading = readingOf(kegId, topic, payload)
    if (reading === undefined) return
    const aheadMs = reading.takenAtMs - nowMs()
    if (aheadMs > MAX_AHEAD_MS || !this.#history.receive(reading)) return
    if (Math.abs(aheadMs) < CLOCK_OFF_MS) this.#rightAtMs = nowMs()
    // One that was under way for long is no sign of a clock that is off, while others come in time.
    this.#aheadMs = nowMs() - this.#rightAtMs < CLOCK_OFF_MS ? 0 : aheadMs
    if (reading.takenAtMs < settledAt(this.#options.range, this.#endMs()))
      this.#late = { fromMs: Math.min(reading.takenAtMs, this.#late?.fromMs ?? Infinity), heardAtMs: nowMs() }
    this.changes += 1
  }

  /** Reads what the API has: what is new since the last time, or all of it. Asked while it reads, it reads what is new after that. */
  async read(what: 'new' | 'all'): Promise<void> {
    this.#isAskedAgain = this.#isReading
    if (this.#isReading) return
    this.#isReading = true
    await this.#readOnce(what)
    this.#isReading = false
    if (this.#isAskedAgain) await this.read('new')
  }

  async #readOnce(what: 'new' | 'all'): Promise<void> {
    const { api, kegId, range, nowMs, after } = this.#options
    const tooLate = after(PATIENCE_MS).then(() => {
      throw new Error('The API has not answered in time.')
    })
    // It may come long after the answer.
    tooLate.catch(() => undefined)
    const [startedAtMs, endMs] = [nowMs(), this.#endMs()]
    try {
      // One after the other, so that the newest is drawn first.
      for (const request of historyRequests(range, endMs, what === 'all' ? undefined : this.#knownToMs())) {
        this.#history.take(await Promise.race([api.readings(kegId, request), tooLate]))
        this.changes += 1
      }
      this.#readToMs = endMs
      if (this.#late !== undefined && this.#late.heardAtMs < startedAtMs - STORED_AFTER_MS) this.#late = undefined
      this.#problem = undefined
    } catch (error) {
      this.#problem = error instanceof Error ? error : new Error(String(error))
    }
    this.changes += 1
  }

  /** Whether the API's part could not be read, the last time. */
  get hasFailed(): boolean {
    return this.#problem !== undefined
  }

  /** Whether the API's part was read at all. */
  get isRead(): boolean {
    return this.#readToMs !== undefined
  }

  shown(): ShownHistory {
    const endMs = this.#endMs()
    return {
      points: this.#history.points(endMs), endMs, isRead: this.isRead,
      ...(this.#aheadMs === 0 ? {} : { clockAheadMs: this.#aheadMs }), ...(this.#problem === undefined ? {} : { problem: this.#problem }),
    }
  }

  /** Until when nothing is missing that the API has; absent = nothing was read yet. */
  #knownToMs(): number | undefined {
    if (this.#readToMs === undefined || this.#late === undefined) return this.#readToMs
    return Math.min(this.#readToMs, this.#late.fromMs + SETTLED_MS)
  }

  #endMs(): number {
    return Math.max(0, this.#options.nowMs() + this.#aheadMs)
  }
}

/** The reading of a keg that a message holds, its own or one of its site's. */
function readingOf(kegId: string, topic: string, payload: Uint8Array): LiveReading | undefined {
  if (telemetry.topic.parse(topic)?.kegId === kegId) {
    const decoded = telemetry.decode(payload)
    return decoded.ok ? decoded.value : undefined
  }
  if (siteSummary.topic.parse(topic) === undefined) return undefined
  const decoded = siteSummary.decode(payload)
  return decoded.ok ? decoded.value.kegs.find((keg) => keg.kegId === kegId) : undefined
}
