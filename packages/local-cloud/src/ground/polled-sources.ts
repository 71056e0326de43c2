import type { PolledSource } from './polled-source.ts'

/** Polled sources by their owner. None of them polls before `start`. */
export class PolledSources {
  readonly #sources = new Map<string, PolledSource[]>()
  #started = false

  add(owner: string, added: PolledSource): void {
    this.#sources.set(owner, [...this.#sources.get(owner) ?? [], added])
    if (this.#started) added.start()
  }

  /** Stops the sources of an owner, and waits for their work in flight. */
  async remove(owner: string): Promise<void> {
    const sources = this.#sources.get(owner) ?? []
    this.#sources.delete(owner)
    await Promise.all(sources.map((source) => source.stop()))
  }

  start(): void {
    this.#started = true
    for (const source of this.#all()) source.start()
  }

  /** Begins no further rounds, and waits for all work in flight. */
  async stop(): Promise<void> {
    await Promise.all(this.#all().map((source) => source.stop()))
  }

  /** Resolves once the last round of every source has ended. */
  async ended(): Promise<void> {
    await Promise.all(this.#all().map((source) => source.ended()))
  }

  #all(): PolledSource[] {
    return [...this.#sources.values()].flat()
  }
}
