/** Things to close, in the reverse of the order in which they were opened. */
export class Closers {
  readonly #closers: (() => Promise<unknown>)[] = []
  #closed: Promise<void> | undefined

  add(close: () => Promise<unknown>): void {
    this.#closers.push(close)
  }

  /** Closes everything once. A failure does not keep the others from closing; rejects with all failures. */
  close(): Promise<void> {
    this.#closed ??= this.#closeAll()
    return this.#closed
  }

  async #closeAll(): Promise<void> {
    const failures: unknown[] = []
    for (let close = this.#closers.pop(); close !== undefined; close = this.#closers.pop()) {
      await close().catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Parts of the local cloud did not close.')
  }
}
