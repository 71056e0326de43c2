import type { Clock } from '@keg/mqtt-broker'

/** One timer for each key; a later one takes the place of an earlier one. */
export class Timers {
  readonly #clock: Clock
  readonly #cancel = new Map<string, () => void>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  at(key: string, atMs: number, callback: () => void): void {
    this.clear(key)
    this.#cancel.set(key, this.#clock.after(Math.max(0, atMs - this.#clock.nowMs()), () => {
      this.#cancel.delete(key)
      callback()
    }))
  }

  has(key: string): boolean {
    return this.#cancel.has(key)
  }

  clear(key: string): void {
    this.#cancel.get(key)?.()
    this.#cancel.delete(key)
  }

  close(): void {
    for (const key of [...this.#cancel.keys()]) this.clear(key)
  }
}
