import type { Table } from './table.ts'
import { isExpired, type Message } from './message.ts'
import { RetainedTopics } from './retained-topics.ts'
import type { RetainedMessage } from './store.ts'

/**
 * The retained messages: one for each topic. An empty payload deletes it.
 *
 * @example
 * const broker = createBroker()
 * broker.publish({ topic: 'menu', payload: Buffer.from('Helles'), qos: 1, retain: true })
 * broker.retained.get('menu', Date.now())?.message.topic  // 'menu'
 */
export class RetainedMessages {
  readonly #table: Table<RetainedMessage>
  readonly #max: number
  /** Made with the first filter that has wildcards. */
  #topics: RetainedTopics | undefined

  constructor(table: Table<RetainedMessage>, max: number) {
    this.#table = table
    this.#max = max
  }

  /** Whether it was kept; `false` when there is no room. */
  store(message: Message, nowMs: number): boolean {
    // [MQTT-3.3.1-6] [MQTT-3.3.1-7]
    if (message.payload.length === 0) {
      this.#delete(message.topic)
      return true
    }
    if (!this.hasRoomFor(message.topic)) return false
    if (!this.#table.has(message.topic)) this.#topics?.add(message.topic)
    // [MQTT-3.3.1-5] Out of the memory that it shares with messages which are gone.
    this.#table.set(message.topic, { message: { ...message, payload: new Uint8Array(message.payload) }, lastModifiedMs: nowMs })
    return true
  }

  /** Whether a message of the topic would be kept: one that replaces another always is. */
  hasRoomFor(topic: string): boolean {
    return this.#table.has(topic) || this.#table.size < this.#max
  }

  get(topic: string, nowMs: number): RetainedMessage | undefined {
    const retained = this.#table.get(topic)
    if (retained === undefined || !isExpired(retained.message, nowMs)) return retained
    this.#delete(topic)
    return undefined
  }

  /** Those whose topic a filter with wildcards matches, as MQTT has it. */
  matching(filter: string, nowMs: number): RetainedMessage[] {
    this.#topics ??= new RetainedTopics(this.#table.keys())
    return this.#topics.match(filter).flatMap((topic) => this.get(topic, nowMs) ?? [])
  }

  /** All that have not expired, by topic. */
  list(nowMs: number): RetainedMessage[] {
    return [...this.#table.values()]
      .filter(({ message }) => !isExpired(message, nowMs))
      .sort((a, b) => (a.message.topic < b.message.topic ? -1 : 1))
  }

  #delete(topic: string): void {
    if (this.#table.delete(topic)) this.#topics?.delete(topic)
  }
}
