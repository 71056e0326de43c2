import { setTimeout as sleep } from 'node:timers/promises'

/** The wait after a round that failed. */
const RETRY_MS = 1_000

/** What a round of polling is given. */
export interface Round {
  /** Aborts when the source is stopped. */
  readonly signal: AbortSignal
  /** Work that the next round need not wait for. Stopping the source waits for it. */
  readonly inFlight: Set<Promise<void>>
}

/** Polls something in rounds, one after the other, until it is stopped. */
export class PolledSource {
  readonly #round: (round: Round) => Promise<void>
  readonly #log: (text: string) => void
  readonly #stopping = new AbortController()
  readonly #inFlight = new Set<Promise<void>>()
  #polling: Promise<void> | undefined

  /** `log` is called for each round that fails. */
  constructor(round: (round: Round) => Promise<void>, log: (text: string) => void) {
    this.#round = round
    this.#log = log
  }

  start(): void {
    this.#polling ??= this.#poll()
  }

  /** Begins no further round, and waits for the work in flight. It does not wait for the poll that is under way. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.all(this.#inFlight)
  }

  /** Resolves once the last round has ended. */
  async ended(): Promise<void> {
    await this.#polling
  }

  async #poll(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      try {
        await this.#round({ signal, inFlight: this.#inFlight })
      } catch (error) {
        if (!signal.aborted) this.#log(`Polling failed: ${String(error)}`)
        await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined)
      }
    }
  }
}
