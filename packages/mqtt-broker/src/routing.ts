/** A message on its way through what {@link BrokerHooks.published} hands it to. */
export interface Routing {
  /**
   * Ends when a kill can lose nothing of it any more: all is through, or kept where it outlives the process. Where nothing does, after a
   * second at the latest. `undefined` when it is so already.
   */
  readonly safe: Promise<void> | undefined
  /** Ends when all is through. */
  readonly done: Promise<void>
}

/**
 * Combines several routings into one; `undefined` where none is under way.
 *
 * @example
 * const [first, second] = [Promise.resolve(), Promise.resolve()]
 * await together([{ safe: undefined, done: first }, undefined, { safe: second, done: second }])?.done
 */
export function together(routings: readonly (Routing | undefined)[]): Routing | undefined {
  const all = routings.filter((one) => one !== undefined)
  if (all.length <= 1) return all[0]
  const unsafe = all.map(({ safe }) => safe).filter((safe) => safe !== undefined)
  return {
    safe: unsafe.length === 0 ? undefined : Promise.all(unsafe).then(() => undefined),
    get done() {
      return Promise.all(all.map(({ done }) => done)).then(() => undefined)
    },
  }
}
