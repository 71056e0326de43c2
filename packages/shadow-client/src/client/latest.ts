/** A place for one value: a newer one replaces what was not taken yet. */
export function createLatest<T>() {
  let value: { readonly it: T } | undefined
  let wake: () => void = () => undefined
  return {
    put(it: T) {
      value = { it }
      wake()
    },
    /** Waits for a value that was not taken yet; `undefined` once the signal is aborted. */
    async take(ended: AbortSignal): Promise<{ readonly it: T } | undefined> {
      if (value === undefined && !ended.aborted) {
        const woken = Promise.withResolvers<undefined>()
        wake = () => woken.resolve(undefined)
        ended.addEventListener('abort', wake, { once: true })
        await woken.promise
        ended.removeEventListener('abort', wake)
      }
      const taken = ended.aborted ? undefined : value
      value = undefined
      return taken
    },
  }
}
