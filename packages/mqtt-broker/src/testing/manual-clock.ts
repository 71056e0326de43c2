import type { Clock } from '../clock.ts'

/**
 * A clock for tests. It stands still until `advance`.
 *
 * @example
 * const clock = new ManualClock()
 * clock.after(1_000, () => console.log('a second later'))
 * clock.advance(1_000)
 */
export class ManualClock implements Clock {
  #nowMs = 1_700_000_000_000
  readonly #timers = new Map<object, { dueMs: number; callback: () => void }>()

  nowMs(): number {
    return this.#nowMs
  }

  after(delayMs: number, callback: () => void): () => void {
    const key = {}
    this.#timers.set(key, { dueMs: this.#nowMs + delayMs, callback })
    return () => this.#timers.delete(key)
  }

  get pending(): number {
    return this.#timers.size
  }

  /** Moves on, running what falls due on the way, in order. */
  advance(byMs: number): void {
    const endMs = this.#nowMs + byMs
    for (;;) {
      const [next] = [...this.#timers].filter(([, { dueMs }]) => dueMs <= endMs).sort(([, a], [, b]) => a.dueMs - b.dueMs)
      if (next === undefined) break
      this.#timers.delete(next[0])
      this.#nowMs = Math.max(this.#nowMs, next[1].dueMs)
      next[1].callback()
    }
    this.#nowMs = endMs
  }
}
