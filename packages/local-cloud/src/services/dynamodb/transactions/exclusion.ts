/** Runs some work alone and other work together, in the order in which it comes: a fair lock of readers and writers. */
export class Exclusion {
  #alone: Promise<unknown> = Promise.resolve()
  readonly #together = new Set<Promise<unknown>>()

  /** Starts once all work before it is done; what comes later waits for it. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const done = Promise.allSettled([this.#alone, ...this.#together]).then(work)
    this.#alone = done.catch(() => undefined)
    return done
  }

  /** Starts once the last work that runs alone is done. */
  together<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#alone.then(work)
    const settled = done.then(() => undefined, () => undefined).finally(() => this.#together.delete(settled))
    this.#together.add(settled)
    return done
  }
}
