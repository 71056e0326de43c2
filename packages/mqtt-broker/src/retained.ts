import type { Table } from './table.ts'
import { MAX_RETAINED_MESSAGES } from './limits.ts'
import { isExpired, type Message } from './message.ts'
import type { RetainedMessage } from './store.ts'

/** The retained messages: one per topic, an empty payload deletes. */
export class RetainedMessages {
  readonly #table: Table<RetainedMessage>
  constructor(table: Table<RetainedMessage>) {
    this.#table = table
  }

  /** Whether it was kept; `false` when the account's 5,000 are reached. */
  store(message: Message, nowMs: number): boolean {
    if (message.payload.length === 0) {
      this.#table.delete(message.topic)
      return true
    }
    if (!this.hasRoomFor(message.topic)) return false
    // Out of the memory that it shares with messages which are gone.
    this.#table.set(message.topic, { message: { ...message, payload: new Uint8Array(message.payload) }, lastModifiedMs: nowMs })
    return true
  }

  /** Whether a message of the topic would be kept: one that replaces another always is. */
  hasRoomFor(topic: string): boolean {
    return this.#table.has(topic) || this.#table.size < MAX_RETAINED_MESSAGES
  }

  get(topic: string, nowMs: number): RetainedMessage | undefined {
    const retained = this.#table.get(topic)
    if (retained === undefined || !isExpired(retained.message, nowMs)) return retained
    this.#table.delete(topic)
    return undefined
  }

  /** All that have not expired, by topic. */
  list(nowMs: number): RetainedMessage[] {
    return [...this.#table.values()]
      .filter(({ message }) => !isExpired(message, nowMs))
      .sort((a, b) => (a.message.topic < b.message.topic ? -1 : 1))
  }
}
