import type { Telemetry } from '@keg/message-schemas/keg'
import type { KegMinute, Page, PageRequest } from './hot-store.ts'

/** What a keg measured, and when the cloud received it. */
export interface Reading extends Omit<Telemetry, 'v'> {
  readonly siteId: string
  readonly kegId: string
  readonly receivedAtMs: number
  /** The gateway that handed it on; absent = the keg sent it itself. */
  readonly gatewayId?: string
}

/** The newest reading of a keg, and when it was stored. */
export interface NewestReading extends Reading {
  readonly storedAtMs: number
}

/** A stretch of time by the keg's clock, `toMs` not in it, and into how many slots it is put: 1 to 1000 (default 100). */
export interface ReadingRange {
  readonly fromMs: number
  readonly toMs: number
  readonly points?: number
}

/** What was measured in a slot of time, from `fromMs` to just before `toMs`. */
export interface ReadingSlot extends Pick<KegMinute, 'readings' | 'celsius' | 'kilopascal' | 'pouring' | 'cooling'> {
  readonly fromMs: number
  readonly toMs: number
}

/** The right to tell of a site, which nobody else has within the same second. */
export interface SummaryClaim {
  /** When the site was told of last, 0 where it never was. */
  readonly sinceMs: number
  /** Gives the right back, for what could not be told. */
  release(): Promise<void>
}

/** How long a reading is kept after it was received. */
export const READING_LIFETIME_MS = 7 * 24 * 3_600_000
/** How often a site is told of at most. */
export const SUMMARY_EVERY_MS = 1_000
/** The most readings and minutes that one {@link ReadingStore.readings} goes through: a week at one each six seconds. */
export const MAX_READINGS_READ = 100_000

/**
 * What kegs measured: each reading once, for a week, and the newest of each keg. Every adapter runs `readingSuite` in `@keg/store/testing`.
 */
export interface ReadingStore {
  /**
   * Keeps readings, in any order; one that is there already (the same keg, `takenAtMs`, `bootId` and `seq`) stays one. Rejects with
   * {@link ReadingsNotKept} where some can't be kept now; the others are.
   */
  recordReadings(readings: readonly Reading[], storedAtMs: number): Promise<void>
  /**
   * The newest reading of a keg: the highest `seq` within a boot, the one received last across boots. A keg's own clock has no say.
   * `undefined` where it sent none for a week.
   */
  newest(kegId: string): Promise<NewestReading | undefined>
  /** The newest reading of each keg at a site, by keg. */
  siteReadings(siteId: string, page?: PageRequest): Promise<Page<NewestReading>>
  /** The kegs of the whole fleet whose newest reading is warmer than `celsius`, in no order. */
  newestAbove(limit: { readonly celsius: number }): AsyncIterable<NewestReading>
  /**
   * What a keg measured, slot by slot, empty ones left out; minutes that its gateway summed up count in, each in the slot of its first
   * millisecond. Rejects with `StoreError` for a range or a number of points that is none, and where it would read more than
   * {@link MAX_READINGS_READ}.
   */
  readings(kegId: string, range: ReadingRange): Promise<readonly ReadingSlot[]>
  /** Takes the right to tell of a site now; `undefined` where somebody told of it less than a second ago. */
  claimSummary(siteId: string, nowMs: number): Promise<SummaryClaim | undefined>
}

/** Readings that the store did not take, for now: `readings` are those to be sent again. */
export class ReadingsNotKept extends Error {
  override readonly name = 'ReadingsNotKept'
  readonly readings: readonly Reading[]
  constructor(readings: readonly Reading[], options?: ErrorOptions) {
    super(`${readings.length} readings are not kept, the first of ${readings[0]?.kegId ?? 'no keg'}; send them again`, options)
    this.readings = readings
  }
}

/** Whether a reading is newer than another of the same keg, by what {@link ReadingStore.newest} goes by. */
export const isNewer = (one: Reading, than: Reading): boolean =>
  (one.bootId === than.bootId ? one.seq > than.seq : one.receivedAtMs > than.receivedAtMs)

/** What makes a reading the same as another, as text. */
export const readingId = ({ kegId, takenAtMs, bootId, seq }: Reading): string => [kegId, takenAtMs, seq, bootId].join('#')

/** Each reading once, in the order in which they came, and the newest of each keg. */
export function distinct(readings: readonly Reading[]): { readonly all: readonly Reading[]; readonly newest: readonly Reading[] } {
  const all = new Map<string, Reading>()
  const newest = new Map<string, Reading>()
  for (const reading of readings) {
    const id = readingId(reading)
    if (!all.has(id)) all.set(id, reading)
    const before = newest.get(reading.kegId)
    if (before === undefined || isNewer(reading, before)) newest.set(reading.kegId, reading)
  }
  return { all: [...all.values()], newest: [...newest.values()] }
}
