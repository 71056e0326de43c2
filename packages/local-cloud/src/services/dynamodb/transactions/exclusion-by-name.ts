/** Runs work that is about the same things in the order in which it comes, and all other work at once. */
export class ExclusionByName {
  /** The last work about each thing that is not done. */
  readonly #last = new Map<string, Promise<unknown>>()

  /** Starts once all earlier work about any of these names is done. */
  alone<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
    const done = Promise.all(names.map((name) => this.#last.get(name))).then(work)
    // All names are taken at once, so that no two wait for each other.
    const settled = done.then(() => undefined, () => undefined).then(() => {
      for (const name of names) if (this.#last.get(name) === settled) this.#last.delete(name)
    })
    for (const name of names) this.#last.set(name, settled)
    return done
  }
}
