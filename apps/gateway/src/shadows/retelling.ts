/** So often the same is told as often as there is reason to: where the cloud's version has moved on it refuses what it is told. */
const AT_ONCE = 4
const FIRST_MS = 1_000
const LONGEST_MS = 600_000

/**
 * Says when the cloud is to hear of the same wishes again: a cloud that does not take them, and answers each telling, would be told for
 * ever.
 */
export class Retelling {
  readonly #told = new Map<string, { readonly wishes: string; readonly times: number; readonly atMs: number }>()

  /** Whether wishes of a keg are to be told now; to be asked each time there may be some. */
  isDue(kegId: string, untold: Readonly<Record<string, unknown>>, nowMs: number): boolean {
    const wishes = JSON.stringify(untold)
    if (Object.keys(untold).length === 0) {
      this.#told.delete(kegId)
      return false
    }
    const last = this.#told.get(kegId)
    const times = last?.wishes === wishes ? last.times : 0
    const sinceMs = nowMs - (last?.atMs ?? 0)
    // A clock that was set back tells nothing.
    if (times >= AT_ONCE && sinceMs >= 0 && sinceMs < Math.min(LONGEST_MS, FIRST_MS * 2 ** (times - AT_ONCE))) return false
    this.#told.set(kegId, { wishes, times: times + 1, atMs: nowMs })
    return true
  }
}
