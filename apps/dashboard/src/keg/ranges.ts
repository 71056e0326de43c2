/** A stretch of time that a chart shows, up to now. */
export interface ChartRange {
  readonly label: string
  readonly spanMs: number
  /** What is drawn as one point. */
  readonly slotMs: number
  /** How finely the newest part is asked for: hardly two readings come within that. `slotMs` is a multiple of it. */
  readonly fineMs: number
}

const [SECOND_MS, MINUTE_MS, HOUR_MS, DAY_MS] = [1_000, 60_000, 3_600_000, 24 * 3_600_000]

/** The ranges that there are, by how the address names them. */
export const RANGES = {
  '1h': { label: '1 hour', spanMs: HOUR_MS, slotMs: 10 * SECOND_MS, fineMs: 100 },
  '1d': { label: '1 day', spanMs: DAY_MS, slotMs: 5 * MINUTE_MS, fineMs: 500 },
  '7d': { label: '7 days', spanMs: 7 * DAY_MS, slotMs: 30 * MINUTE_MS, fineMs: 2 * SECOND_MS },
} as const satisfies Readonly<Record<string, ChartRange>>

export type RangeName = keyof typeof RANGES

/** The range of an address; what names none is an hour. */
export const rangeNamed = (name: string | null): RangeName => (name !== null && Object.hasOwn(RANGES, name) ? name as RangeName : '1h')

/** A part of the history to ask the API for: `toMs` is not in it. */
export interface HistoryRequest {
  readonly fromMs: number
  readonly toMs: number
  readonly points: number
}

/** After so long a reading is in the store, where nothing holds it up. */
export const SETTLED_MS = MINUTE_MS

const floorTo = (ms: number, stepMs: number) => Math.floor(ms / stepMs) * stepMs

/** When the first point begins that a range shows at `endMs`. */
export const windowStart = ({ spanMs, slotMs }: ChartRange, endMs: number): number => Math.max(0, floorTo(endMs - spanMs, slotMs))

/** Until when all readings can be relied on to be in the store, in whole points. */
export const settledAt = ({ slotMs }: ChartRange, endMs: number): number => Math.max(0, floorTo(endMs - SETTLED_MS, slotMs))

/**
 * What to ask for so that a range is known up to `endMs`, the newest part first and finely; of a week that has more readings than one
 * request goes through, day by day. `readToMs`: until when it was asked for before; absent = not yet.
 *
 * @example historyRequests(RANGES['1h'], Date.now())  // the last minute in tenths of a second, the hour before in points of ten seconds
 */
export function historyRequests(range: ChartRange, endMs: number, readToMs?: number): readonly HistoryRequest[] {
  const { slotMs, fineMs } = range
  const first = windowStart(range, endMs)
  const startMs = readToMs === undefined ? first : Math.max(first, settledAt(range, Math.min(readToMs, endMs)))
  const fineFromMs = Math.max(startMs, settledAt(range, endMs))
  const fineToMs = floorTo(endMs, fineMs) + fineMs
  const requests = [{ fromMs: fineFromMs, toMs: fineToMs, points: (fineToMs - fineFromMs) / fineMs }]
  for (let toMs = fineFromMs; toMs > startMs;) {
    const fromMs = Math.max(startMs, toMs - DAY_MS)
    requests.push({ fromMs, toMs, points: (toMs - fromMs) / slotMs })
    toMs = fromMs
  }
  return requests
}
