/** What goes on after an operation has answered: until it is through, or the core closes. */
export class Background {
  readonly #running = new Set<Promise<void>>()
  readonly #onError: (what: string, error: unknown) => void
  #closed = false

  constructor(onError: (what: string, error: unknown) => void) {
    this.#onError = onError
  }

  /** Begins work, which is to end soon once `isOver`; `what` names it where it fails. */
  run(what: string, work: (isOver: () => boolean) => Promise<void>): void {
    if (this.#closed) return
    const running = work(() => this.#closed)
      .catch((error: unknown) => this.#onError(what, error))
      .finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  /** Resolves when all of it has ended. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#running)
  }
}

/** A turn of the loop for others. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
