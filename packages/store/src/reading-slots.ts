import { StoreError, type KegMinute } from './hot-store.ts'
import { MAX_READINGS_READ, type Reading, type ReadingRange, type ReadingSlot } from './reading-store.ts'

const MAX_POINTS = 1_000
const DEFAULT_POINTS = 100

type Spread = ReadingSlot['celsius']
/** What of readings, or of a minute of them, goes into a slot. */
type Measured = Pick<KegMinute, 'takenAtMs' | 'readings' | 'celsius' | 'kilopascal' | 'pouring' | 'cooling'>
type Slot = { -readonly [Member in keyof ReadingSlot]: ReadingSlot[Member] }

/** A reading as a sum of one. */
const single = (
  { takenAtMs, celsius, kilopascal, pouring, cooling }: Omit<Reading, 'siteId' | 'kegId' | 'receivedAtMs' | 'bootId' | 'seq'>,
): Measured => ({
  takenAtMs, readings: 1, celsius: flat(celsius), kilopascal: flat(kilopascal), pouring: Number(pouring), cooling: Number(cooling),
})
const flat = (value: number): Spread => ({ min: value, mean: value, max: value })

/**
 * Puts readings and minutes into slots of equal length. Throws {@link StoreError} for a range that is none, and for more than
 * {@link MAX_READINGS_READ}.
 */
export class ReadingSlots {
  readonly fromMs: number
  readonly toMs: number
  readonly #lengthMs: number
  readonly #slots = new Map<number, Slot>()
  #read = 0

  constructor({ fromMs, toMs, points = DEFAULT_POINTS }: ReadingRange) {
    if (!Number.isInteger(points) || points < 1 || points > MAX_POINTS)
      throw new StoreError('BAD_LIMIT', `points is 1 to ${MAX_POINTS}, got ${points}`)
    const isTime = (ms: number) => Number.isSafeInteger(ms) && ms >= 0
    if (!isTime(fromMs) || !isTime(toMs) || fromMs >= toMs)
      throw new StoreError('BAD_RANGE', `fromMs and toMs are epoch milliseconds, fromMs the lower one, got ${fromMs} and ${toMs}`)
    this.fromMs = fromMs
    this.toMs = toMs
    this.#lengthMs = Math.ceil((toMs - fromMs) / points)
  }

  addReading(reading: Omit<Reading, 'siteId' | 'kegId' | 'receivedAtMs' | 'bootId' | 'seq'>): void {
    this.addMinute(single(reading))
  }

  addMinute(minute: Measured): void {
    if (minute.takenAtMs < this.fromMs || minute.takenAtMs >= this.toMs) return
    this.#read += 1
    if (this.#read > MAX_READINGS_READ) {
      throw new StoreError('TOO_MANY_READINGS', `between ${this.fromMs} and ${this.toMs} there are more than the ${MAX_READINGS_READ} readings that one request goes through; ask for a shorter time`)
    }
    const index = Math.floor((minute.takenAtMs - this.fromMs) / this.#lengthMs)
    const before = this.#slots.get(index)
    if (before !== undefined) return add(before, minute)
    const fromMs = this.fromMs + index * this.#lengthMs
    const { takenAtMs: _takenAtMs, readings, celsius, kilopascal, pouring, cooling } = minute
    this.#slots.set(index, { fromMs, toMs: Math.min(fromMs + this.#lengthMs, this.toMs), readings, celsius, kilopascal, pouring, cooling })
  }

  /** The slots that hold something, by time. */
  slots(): readonly ReadingSlot[] {
    return [...this.#slots.values()].sort((a, b) => a.fromMs - b.fromMs)
  }
}

function add(slot: Slot, minute: Measured): void {
  slot.celsius = joined(slot.celsius, slot.readings, minute.celsius, minute.readings)
  slot.kilopascal = joined(slot.kilopascal, slot.readings, minute.kilopascal, minute.readings)
  slot.readings += minute.readings
  slot.pouring += minute.pouring
  slot.cooling += minute.cooling
}

const joined = (one: Spread, ofOne: number, other: Spread, ofOther: number): Spread => ({
  min: Math.min(one.min, other.min),
  mean: (one.mean * ofOne + other.mean * ofOther) / (ofOne + ofOther),
  max: Math.max(one.max, other.max),
})
