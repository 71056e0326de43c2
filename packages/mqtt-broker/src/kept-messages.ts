import type { Table } from './table.ts'
import type { Message } from './message.ts'

/** Below this a message costs hardly more than the row that would name it. */
const SHARED_FROM_BYTES = 1024

/**
 * Stores messages that several receivers wait for, each once, however many they are.
 *
 * @example
 * const kept = new KeptMessages(new Map())
 * const message = { topic: 'a', payload: new Uint8Array(2048), qos: 1, retain: false } as const
 * kept.take(message)  // '1': the key, the same for the next receiver
 * kept.release(message)
 */
export class KeptMessages {
  readonly #table: Table<Message>
  readonly #known = new Map<Message, { readonly key: string; receivers: number }>()
  #last = 0

  constructor(table: Table<Message>) {
    this.#table = table
    this.#last = Math.max(0, ...[...table.keys()].map(Number))
  }

  /** Keeps the message for one receiver more; answers its key, or `undefined` for one that the receiver had better keep itself. */
  take(message: Message): string | undefined {
    if (message.payload.length < SHARED_FROM_BYTES) return undefined
    let known = this.#known.get(message)
    if (known === undefined) {
      known = { key: String(++this.#last), receivers: 0 }
      this.#table.set(known.key, message)
      this.#known.set(message, known)
    }
    known.receivers += 1
    return known.key
  }

  /** The message that an earlier process kept under the key, for one receiver more. */
  takeAgain(key: string): Message | undefined {
    const message = this.#table.get(key)
    if (message === undefined) return undefined
    const known = this.#known.get(message) ?? { key, receivers: 0 }
    known.receivers += 1
    this.#known.set(message, known)
    return message
  }

  /** One receiver needs it no longer. */
  release(message: Message): void {
    const known = this.#known.get(message)
    if (known === undefined) return
    known.receivers -= 1
    if (known.receivers > 0) return
    this.#known.delete(message)
    this.#table.delete(known.key)
  }

  /** Drops what no receiver came back for, as after a kill between two writes. To be called when all have. */
  dropOrphans(): void {
    const keys = new Set([...this.#known.values()].map(({ key }) => key))
    for (const key of [...this.#table.keys()]) if (!keys.has(key)) this.#table.delete(key)
  }
}
