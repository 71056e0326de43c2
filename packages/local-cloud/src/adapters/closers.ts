/** What has to be closed, in the reverse of the order in which it was opened. */
export class Closers {
  readonly #closers: (() => Promise<unknown>)[] = []
  #closed: Promise<void> | undefined

  add(close: () => Promise<unknown>): void {
    this.#closers.push(close)
  }

  /** Closes everything once, going on where something fails; rejects with the failures. */
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
