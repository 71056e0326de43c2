import { summary, telemetry, type Telemetry } from '@keg/message-schemas/keg'
import type { Spooled } from '../spool/spool.ts'
import { OpenMinute } from './open-minute.ts'

const MINUTE_MS = 60_000
/** How long a minute stays open, by the gateway's clock, when no later one comes. */
const OPEN_MS = 90_000
/** How many minutes of a keg may be open: one, but for readings that come late. */
const MAX_OPEN = 4

interface Keg {
  readonly siteId: string
  readonly kegId: string
  minutes: OpenMinute[]
}

/**
 * Makes one summary of a minute's telemetry of a keg, by the keg's clock and boot. Every reading is in one summary; a minute that was
 * closed and gets another reading has a second one. Open minutes are in memory alone: a process that is killed loses them, which is a
 * minute and a half of a keg's telemetry at most.
 */
export class MinuteSummaries {
  readonly #kegs = new Map<string, Keg>()

  /**
   * Takes a reading in. Answers what is to be kept: summaries of minutes that are over, or the message itself where it is no valid
   * telemetry.
   */
  take(message: Spooled, nowMs: number): readonly Spooled[] {
    const place = telemetry.topic.parse(message.topic)
    const reading = telemetry.decode(message.payload)
    if (place === undefined || place.kegId !== message.kegId || !reading.ok) return [message]
    const keg = this.#kegs.get(message.topic) ?? { ...place, minutes: [] }
    this.#kegs.set(message.topic, keg)
    const minute = this.#minuteOf(keg, reading.value, nowMs)
    minute.add(reading.value)
    return this.#close(message.topic, keg, ({ bootId, startMs }) => bootId !== minute.bootId || startMs < minute.startMs, nowMs)
  }

  /** The summaries of minutes that no later one has closed for 90 s. To be called every few seconds. */
  due(nowMs: number): readonly Spooled[] {
    // A clock that was set back would keep a minute open for as long.
    return this.#closeAll(({ openedAtMs }) => nowMs - openedAtMs >= OPEN_MS || nowMs < openedAtMs, nowMs)
  }

  /** The summaries of all open minutes: before the process ends. */
  end(nowMs: number): readonly Spooled[] {
    return this.#closeAll(() => true, nowMs)
  }

  #minuteOf(keg: Keg, { bootId, takenAtMs }: Telemetry, nowMs: number): OpenMinute {
    const startMs = takenAtMs - (takenAtMs % MINUTE_MS)
    const there = keg.minutes.find((minute) => minute.bootId === bootId && minute.startMs === startMs)
    if (there !== undefined) return there
    const minute = new OpenMinute(bootId, startMs, nowMs)
    keg.minutes.push(minute)
    return minute
  }

  #closeAll(isOver: (minute: OpenMinute) => boolean, nowMs: number): readonly Spooled[] {
    return [...this.#kegs].flatMap(([topic, keg]) => this.#close(topic, keg, isOver, nowMs))
  }

  #close(topic: string, keg: Keg, isOver: (minute: OpenMinute) => boolean, nowMs: number): Spooled[] {
    const newest = keg.minutes.slice(-MAX_OPEN)
    const stays = (minute: OpenMinute) => newest.includes(minute) && !isOver(minute)
    const over = keg.minutes.filter((minute) => !stays(minute))
    keg.minutes = keg.minutes.filter(stays)
    if (keg.minutes.length === 0) this.#kegs.delete(topic)
    const { siteId, kegId } = keg
    return over.map((minute) => ({
      kind: 'summary', kegId, topic: summary.topic.format({ siteId, kegId }), payload: summary.encode(minute.summary()), takenAtMs: nowMs,
    }))
  }
}
