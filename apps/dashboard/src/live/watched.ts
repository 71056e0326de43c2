import type { MqttClient } from 'mqtt'

type Subscriber = Pick<MqttClient, 'subscribeAsync' | 'unsubscribeAsync'>

/** The topic filters that parts of the page watch, subscribed to on each connection for as long as somebody watches them. */
export class Watched {
  readonly #watchers = new Map<string, number>()
  #client: Subscriber | undefined

  /** Subscribes to what is watched, now and as that changes, until {@link leave}. */
  async follow(client: Subscriber): Promise<void> {
    this.#client = client
    const filters = [...this.#watchers.keys()]
    if (filters.length > 0) await this.#subscribe(filters)
  }

  /** The connection is over. */
  leave(client: Subscriber): void {
    if (this.#client === client) this.#client = undefined
  }

  /** Watches topics until the answer is called; those that the broker refuses are left out. */
  watch(filters: readonly string[]): () => void {
    const added = filters.filter((filter) => !this.#watchers.has(filter))
    for (const filter of filters) this.#watchers.set(filter, (this.#watchers.get(filter) ?? 0) + 1)
    if (added.length > 0) void this.#subscribe(added)
    return () => this.#unwatch(filters)
  }

  #unwatch(filters: readonly string[]): void {
    const gone = filters.filter((filter) => {
      const left = (this.#watchers.get(filter) ?? 1) - 1
      if (left > 0) this.#watchers.set(filter, left)
      else this.#watchers.delete(filter)
      return left <= 0
    })
    if (gone.length > 0) void this.#client?.unsubscribeAsync(gone).catch(ignored)
  }

  async #subscribe(filters: readonly string[]): Promise<void> {
    await this.#client?.subscribeAsync([...filters], { qos: 1 }).catch(ignored)
  }
}

/** The line went meanwhile, and the next one begins anew; or the broker refused, and the page shows what the API has. */
function ignored(error: unknown): void {
  console.warn('A topic can’t be watched:', error)
}
