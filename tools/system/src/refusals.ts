import type { CloudLogEntry } from '@keg/local-cloud'
import type { LocalIotLogEntry } from '@keg/local-iot'

/** How many are kept. */
const KEPT = 100

/** What AWS IoT Core refused lately, and what went wrong in it: the lines of its log that say so. */
export class Refusals {
  readonly #kept: LocalIotLogEntry[] = []

  /** Takes a line of the cloud's log. */
  hear({ iot }: CloudLogEntry): void {
    // What a client may not receive is dropped in silence, which is mere news to the log.
    if (iot === undefined || (iot.level === 'info' && iot.event !== 'receive-denied')) return
    this.#kept.push(iot)
    if (this.#kept.length > KEPT) this.#kept.shift()
  }

  /** The newest first, a hundred at most. */
  get newest(): readonly LocalIotLogEntry[] {
    return this.#kept.toReversed()
  }
}
