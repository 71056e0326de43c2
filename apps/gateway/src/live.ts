/** How often an ordinary reading of a keg goes to the cloud at once, ms: the others are summed up. */
const ORDINARY_MS = 60_000
/** The longest that one request keeps a keg's raw telemetry flowing, ms. */
const MAX_LIVE_MS = 15 * 60_000

/** Which readings go to the cloud as they are: one a minute of each keg, and all of one that a page is looking at. */
export class LiveReadings {
  readonly #nowMs: () => number
  readonly #askedUntil = new Map<string, number>()
  readonly #lastSent = new Map<string, number>()

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  /** A page looks at a keg until then. */
  ask(kegId: string, untilMs: number): void {
    this.#askedUntil.set(kegId, Math.min(untilMs, this.#nowMs() + MAX_LIVE_MS))
  }

  /** Whether this reading of the keg goes to the cloud as it is. */
  take(kegId: string): boolean {
    const nowMs = this.#nowMs()
    const until = this.#askedUntil.get(kegId)
    if (until !== undefined && until <= nowMs) this.#askedUntil.delete(kegId)
    const last = this.#lastSent.get(kegId)
    const goes = (until !== undefined && until > nowMs) || last === undefined || nowMs - last >= ORDINARY_MS || nowMs < last
    if (goes) this.#lastSent.set(kegId, nowMs)
    return goes
  }
}
