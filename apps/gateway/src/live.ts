/** The longest that one request keeps a keg's raw telemetry flowing, ms. */
const MAX_LIVE_MS = 15 * 60_000

const SECOND_MS = 1_000

/** The kegs that a page is looking at: their readings go to the cloud as they are. */
export class LiveReadings {
  readonly #nowMs: () => number
  readonly #askedUntil = new Map<string, number>()
  readonly #takenInSecond = new Map<string, number>()

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  /** A page looks at a keg until then. */
  ask(kegId: string, untilMs: number): void {
    this.#askedUntil.set(kegId, Math.min(untilMs, this.#nowMs() + MAX_LIVE_MS))
  }

  /** Whether a reading of this keg goes to a page that looks at it: one in each second of the clock does. */
  takes(kegId: string): boolean {
    const second = Math.floor(this.#nowMs() / SECOND_MS)
    if (!this.asked(kegId) || this.#takenInSecond.get(kegId) === second) return false
    this.#takenInSecond.set(kegId, second)
    return true
  }

  /** Whether a page looks at this keg now. */
  asked(kegId: string): boolean {
    const until = this.#askedUntil.get(kegId)
    if (until !== undefined && until > this.#nowMs()) return true
    this.#askedUntil.delete(kegId)
    this.#takenInSecond.delete(kegId)
    return false
  }

  /** Whether a page looks at any. */
  get any(): boolean {
    return [...this.#askedUntil.keys()].some((kegId) => this.asked(kegId))
  }
}
