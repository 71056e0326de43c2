/** How the line does: what comes over it, and how late. */
export interface LineFigures {
  readonly messagesPerSec: number
  readonly bytesPerSec: number
  /** From a keg's clock to the page's, in milliseconds: half of the readings came sooner. Absent = none came. */
  readonly lagMs: number | undefined
}

interface Seen {
  readonly atMs: number
  readonly bytes: number
  readonly lagMs: number | undefined
}

/** What lies further back does not count any more. */
const WINDOW_MS = 10_000
/** Of a busy line, the newest are enough. */
const KEPT = 2_000

/** Counts what comes over a line. */
export class LineMeter {
  readonly #seen: Seen[] = []

  /** `takenAtMs` is when the message was made, by the keg's clock; absent = it does not say. */
  take(bytes: number, atMs: number, takenAtMs?: number): void {
    this.#seen.push({ atMs, bytes, lagMs: takenAtMs === undefined ? undefined : atMs - takenAtMs })
    if (this.#seen.length > KEPT) this.#seen.shift()
  }

  figures(nowMs: number): LineFigures {
    const recent = this.#seen.filter(({ atMs }) => atMs > nowMs - WINDOW_MS)
    // A window that is cut by KEPT is shorter.
    const seconds = this.#seen.length < KEPT ? WINDOW_MS / 1_000 : Math.max(1, (nowMs - (recent[0]?.atMs ?? nowMs)) / 1_000)
    const lags = recent.flatMap(({ lagMs }) => lagMs ?? []).sort((one, other) => one - other)
    return {
      messagesPerSec: recent.length / seconds, bytesPerSec: recent.reduce((sum, { bytes }) => sum + bytes, 0) / seconds,
      lagMs: lags[Math.floor(lags.length / 2)],
    }
  }
}
