import type { Telemetry } from '@keg/message-schemas/keg'
import { settledAt, windowStart, type ChartRange } from './ranges.ts'

/** The lowest, the mean and the highest of what was measured. */
export interface Spread {
  readonly min: number
  readonly mean: number
  readonly max: number
}

/** What was measured from `fromMs` to just before `toMs`, as the API has it; of the readings, so many while it poured, or cooled. */
export interface Slot {
  readonly fromMs: number
  readonly toMs: number
  readonly readings: number
  readonly celsius: Spread
  readonly kilopascal: Spread
  readonly pouring: number
  readonly cooling: number
}

/** What the API answered for a stretch of time: the slots that hold something. */
export interface HistoryAnswer {
  readonly fromMs: number
  readonly toMs: number
  readonly slots: readonly Slot[]
}

/** A reading that came over the line. */
export type LiveReading = Omit<Telemetry, 'v'>

/** So many live readings are kept: more than an hour of one each second. */
const MAX_LIVE = 4_000

/**
 * What a keg measured in a range of time, out of the API's history and what came live, each reading in one point. A stretch that both
 * know is drawn from whichever knows more of it: the API misses the readings of the last second, and the line those of before.
 */
export class History {
  readonly #range: ChartRange
  /** Apart, by time. */
  #stored: readonly Slot[] = []
  readonly #live = new Map<string, LiveReading>()

  constructor(range: ChartRange) {
    this.#range = range
  }

  /** Takes in what the API answered: it replaces what it had answered for that time. */
  take({ fromMs, toMs, slots }: HistoryAnswer): void {
    const others = this.#stored.filter((slot) => slot.toMs <= fromMs || slot.fromMs >= toMs)
    const all = [...others, ...slots].sort(byTime)
    const endMs = Math.max(toMs, all.at(-1)?.toMs ?? 0)
    const [firstMs, settledMs] = [windowStart(this.#range, endMs), settledAt(this.#range, endMs)]
    // What has settled is kept as it is drawn, and no longer than it is.
    const settled = all.filter((slot) => slot.toMs <= settledMs && slot.toMs > firstMs)
    this.#stored = [...grouped(settled, this.#range.slotMs), ...all.filter((slot) => slot.toMs > settledMs)]
  }

  /** Takes in a reading of the line, in any order; one that came already changes nothing. Answers whether it was new. */
  receive(reading: LiveReading): boolean {
    const key = `${reading.takenAtMs} ${reading.seq} ${reading.bootId}`
    if (this.#live.has(key)) return false
    this.#live.set(key, reading)
    for (const oldest of this.#live.keys()) {
      if (this.#live.size <= MAX_LIVE) break
      this.#live.delete(oldest)
    }
    return true
  }

  /** The points of the range up to `endMs`, by time, one for each slot of the range that holds something. */
  points(endMs: number): readonly Slot[] {
    const [firstMs, lastMs] = [windowStart(this.#range, endMs), endMs + this.#range.slotMs]
    const live = [...this.#live.values()].filter(({ takenAtMs }) => takenAtMs >= firstMs && takenAtMs <= lastMs).map(single).sort(byTime)
    const stored = this.#stored.filter(({ fromMs }) => fromMs >= firstMs && fromMs <= lastMs)
    return grouped(joined(stored, live), this.#range.slotMs)
  }
}

const byTime = (one: Slot, other: Slot): number => one.fromMs - other.fromMs
const flat = (value: number): Spread => ({ min: value, mean: value, max: value })

const single = ({ takenAtMs, celsius, kilopascal, pouring, cooling }: LiveReading): Slot => ({
  fromMs: takenAtMs, toMs: takenAtMs + 1, readings: 1, celsius: flat(celsius), kilopascal: flat(kilopascal), pouring: Number(pouring),
  cooling: Number(cooling),
})

/** Slots that are apart, and live readings, both by time: of each stretch of a slot, whichever knows more of it. */
function joined(stored: readonly Slot[], live: readonly Slot[]): readonly Slot[] {
  const all: Slot[] = []
  let at = 0
  const liveUntil = (toMs: number): readonly Slot[] => {
    const from = at
    while (at < live.length && (live[at]?.fromMs ?? toMs) < toMs) at += 1
    return live.slice(from, at)
  }
  for (const slot of stored) {
    all.push(...liveUntil(slot.fromMs))
    const inSlot = liveUntil(slot.toMs)
    all.push(...(knowsMore(inSlot, slot) ? inSlot : [slot]))
  }
  return [...all, ...liveUntil(Infinity)]
}

/** Whether live readings are all that a slot has, and more: what is in the slot alone may be higher or lower than any of them. */
function knowsMore(live: readonly Slot[], slot: Slot): boolean {
  if (live.length <= slot.readings) return false
  const encloses = (of: (one: Slot) => Spread) =>
    Math.min(...live.map((one) => of(one).min)) <= of(slot).min && Math.max(...live.map((one) => of(one).max)) >= of(slot).max
  return encloses(({ celsius }) => celsius) && encloses(({ kilopascal }) => kilopascal)
}

/** Puts parts, by time, into slots of equal length. */
function grouped(parts: readonly Slot[], slotMs: number): readonly Slot[] {
  const slots: Slot[] = []
  for (const part of parts) {
    const fromMs = Math.floor(part.fromMs / slotMs) * slotMs
    const last = slots.at(-1)
    if (last?.fromMs === fromMs) slots[slots.length - 1] = added(last, part)
    else slots.push({ ...part, fromMs, toMs: fromMs + slotMs })
  }
  return slots
}

const added = (slot: Slot, part: Slot): Slot => ({
  fromMs: slot.fromMs, toMs: slot.toMs, readings: slot.readings + part.readings,
  celsius: spreadOf(slot.celsius, slot.readings, part.celsius, part.readings),
  kilopascal: spreadOf(slot.kilopascal, slot.readings, part.kilopascal, part.readings),
  pouring: slot.pouring + part.pouring, cooling: slot.cooling + part.cooling,
})

const spreadOf = (one: Spread, ofOne: number, other: Spread, ofOther: number): Spread => ({
  min: Math.min(one.min, other.min), mean: (one.mean * ofOne + other.mean * ofOther) / (ofOne + ofOther), max: Math.max(one.max, other.max),
})
