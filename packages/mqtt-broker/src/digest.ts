import { elapsedMs } from './elapsed.ts'

const EVERY_MS = 1000

/**
 * Passes on one of many equal reports a second, with the number of reports since the last one.
 *
 * @example
 * const denied = new Digest(Date.now, (count, topic: string) => console.log(`${count} denied, the last one to ${topic}`))
 * denied.add('keg/k-1/pours')
 */
export class Digest<Args extends readonly unknown[]> {
  readonly #nowMs: () => number
  readonly #report: (count: number, ...args: Args) => void
  #unreported = 0
  #reportedAtMs = Number.NEGATIVE_INFINITY

  constructor(nowMs: () => number, report: (count: number, ...args: Args) => void) {
    this.#nowMs = nowMs
    this.#report = report
  }

  add(...args: Args): void {
    this.#unreported++
    const nowMs = this.#nowMs()
    if (elapsedMs(this.#reportedAtMs, nowMs) < EVERY_MS) return
    const count = this.#unreported
    this.#unreported = 0
    this.#reportedAtMs = nowMs
    this.#report(count, ...args)
  }
}
