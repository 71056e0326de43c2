import type { Clock } from './clock.ts'
import { elapsedMs } from './elapsed.ts'

const WINDOW_MS = 1000

/**
 * Counts against a limit per second.
 *
 * @example
 * const window = new RateWindow(2)
 * window.take(0)  // true
 * window.take(1, 2)  // false: three in this second
 */
export class RateWindow {
  readonly #limit: number
  #startMs = Number.NEGATIVE_INFINITY
  #used = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Counts `amount`; whether the second's limit still holds. */
  take(nowMs: number, amount = 1): boolean {
    this.#turn(nowMs)
    this.#used += amount
    return this.#used <= this.#limit
  }

  isFull(nowMs: number): boolean {
    this.#turn(nowMs)
    return this.#used >= this.#limit
  }

  /** How long this second still is. */
  restMs(nowMs: number): number {
    return Math.max(0, this.#startMs + WINDOW_MS - nowMs)
  }

  #turn(nowMs: number): void {
    if (elapsedMs(this.#startMs, nowMs) < WINDOW_MS) return
    this.#startMs = nowMs
    this.#used = 0
  }
}

/** Lets a number of steps through a second; whoever is held back is called when the next second begins. */
export class Pacer {
  readonly #clock: Clock
  readonly #window: RateWindow
  readonly #resume: () => void
  #cancel: (() => void) | undefined

  constructor(clock: Clock, perSec: number, resume: () => void) {
    this.#clock = clock
    this.#window = new RateWindow(perSec)
    this.#resume = resume
  }

  /** Whether a step may be taken now; if not, `resume` is called when one may. */
  get isOpen(): boolean {
    const nowMs = this.#clock.nowMs()
    if (!this.#window.isFull(nowMs)) return true
    this.#cancel ??= this.#clock.after(this.#window.restMs(nowMs), () => {
      this.#cancel = undefined
      this.#resume()
    })
    return false
  }

  /** Counts a step; whether the second's limit still holds. */
  step(): boolean {
    return this.#window.take(this.#clock.nowMs())
  }

  close(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
}
