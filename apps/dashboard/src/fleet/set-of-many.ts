/** What became of a wish for many kegs, so far. */
export interface ManyOutcome {
  readonly done: readonly string[]
  /** By keg, with the reason. */
  readonly failed: ReadonlyMap<string, string>
}

/** So many are asked for at once: an API has its limits, and a browser too. */
const AT_ONCE = 4

/**
 * Wishes something of each keg, a few at once, and tells after each how it stands. What one keg refuses holds up no other. Stops between
 * two kegs once `signal` aborts.
 */
export async function setOfMany(
  kegIds: readonly string[], wish: (kegId: string) => Promise<unknown>, onStep: (outcome: ManyOutcome) => void, signal: AbortSignal,
): Promise<ManyOutcome> {
  const waiting = [...kegIds]
  const done: string[] = []
  const failed = new Map<string, string>()
  const work = async () => {
    for (let kegId = waiting.shift(); kegId !== undefined && !signal.aborted; kegId = waiting.shift()) {
      try {
        await wish(kegId)
        done.push(kegId)
      } catch (error) {
        failed.set(kegId, error instanceof Error ? error.message : String(error))
      }
      onStep({ done: [...done], failed: new Map(failed) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return { done, failed }
}
