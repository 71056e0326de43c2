import type { Clock } from '@keg/mqtt-broker'

export interface StateQuestionsParts {
  readonly clock: Clock
  /** Whether a keg is still one of this gateway's. */
  readonly knows: (kegId: string) => boolean
  readonly ask: (kegId: string) => void
}

/** Longer than an answer takes where none is lost. */
const FIRST_MS = 2_000
const LONGEST_MS = 600_000

/** Asks for the settings of kegs until they are told: a question may be lost on a host that has taken it, and so may its answer. */
export class StateQuestions {
  readonly #parts: StateQuestionsParts
  readonly #open = new Set<string>()
  #cancel: () => void = () => undefined

  constructor(parts: StateQuestionsParts) {
    this.#parts = parts
  }

  /** Asks for these, and again for those that are not told yet. */
  ask(kegIds: Iterable<string>): void {
    for (const kegId of kegIds) this.#open.add(kegId)
    this.#ask(FIRST_MS)
  }

  answered(kegId: string): void {
    this.#open.delete(kegId)
  }

  stop(): void {
    this.#cancel()
    this.#open.clear()
  }

  #ask(againAfterMs: number): void {
    this.#cancel()
    for (const kegId of this.#open) {
      if (this.#parts.knows(kegId)) this.#parts.ask(kegId)
      else this.#open.delete(kegId)
    }
    if (this.#open.size === 0) return
    this.#cancel = this.#parts.clock.after(againAfterMs, () => this.#ask(Math.min(LONGEST_MS, againAfterMs * 2)))
  }
}
