import { outbound, type BrokerStore, type Outbound, type StoredOutbound } from './store.ts'
import type { Table } from './table.ts'

/** Copies for one receiver that must outlive the process until they are dealt with. Where nothing lasts, it keeps nothing. */
export class Safekeeping {
  readonly #receiver: string
  readonly #waiting: BrokerStore['waiting']
  /** Opened with the first copy. */
  #table: Table<StoredOutbound> | undefined
  #keys: Map<Outbound, string> | undefined
  #last = 0

  constructor(waiting: BrokerStore['waiting'], receiver: string) {
    this.#waiting = waiting
    this.#receiver = receiver
  }

  /** What was kept by an earlier process, in order. */
  load(): Outbound[] {
    const table = this.#open()
    this.#keys = new Map()
    for (const [key, stored] of [...(table?.entries() ?? [])]) {
      const message = 'message' in stored ? stored.message : this.#waiting?.messages.takeAgain(stored.messageKey)
      // Its message went first when a kill came between two writes: it had been dealt with.
      if (message === undefined) table?.delete(key)
      else this.#keys.set(outbound(message, stored.retain, stored.shared), key)
      this.#last = Math.max(this.#last, Number(key))
    }
    return [...this.#keys.keys()]
  }

  keep(copy: Outbound): void {
    const table = this.#open()
    if (table === undefined || this.#keys?.has(copy)) return
    const key = String(++this.#last)
    const { message, retain, shared } = copy
    const messageKey = this.#waiting?.messages.take(message)
    table.set(key, { retain, shared, ...(messageKey === undefined ? { message } : { messageKey }) })
    this.#keys = (this.#keys ?? new Map<Outbound, string>()).set(copy, key)
  }

  forget(copy: Outbound): void {
    const key = this.#keys?.get(copy)
    if (key === undefined) return
    this.#table?.delete(key)
    this.#keys?.delete(copy)
    this.#waiting?.messages.release(copy.message)
  }

  /** Forgets all there is. */
  drop(): void {
    this.#waiting?.drop(this.#receiver)
    for (const { message } of this.#keys?.keys() ?? []) this.#waiting?.messages.release(message)
    this.#table = undefined
    this.#keys = undefined
  }

  #open(): Table<StoredOutbound> | undefined {
    return (this.#table ??= this.#waiting?.open(this.#receiver))
  }
}
