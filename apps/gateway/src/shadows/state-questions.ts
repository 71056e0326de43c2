import type { Clock } from '@keg/mqtt-broker'

export interface StateQuestionsParts {
  readonly kegIds: readonly string[]
  readonly clock: Clock
  readonly ask: (kegId: string) => void
}

const FIRST_MS = 30_000
const LONGEST_MS = 600_000

/** Asks for the settings of kegs until they are told: a question may be lost on a host that has taken it, and so may its answer. */
export class StateQuestions {
  readonly #parts: StateQuestionsParts
  #open = new Set<string>()
  #cancel: () => void = () => undefined

  constructor(parts: StateQuestionsParts) {
    this.#parts = parts
  }

  askAll(): void {
    this.#open = new Set(this.#parts.kegIds)
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
    if (this.#open.size === 0) return
    for (const kegId of this.#open) this.#parts.ask(kegId)
    this.#cancel = this.#parts.clock.after(againAfterMs, () => this.#ask(Math.min(LONGEST_MS, againAfterMs * 2)))
  }
}
