import { outbound, type BrokerStore, type Outbound, type StoredOutbound } from './store.ts'
import type { Table } from '../state/table.ts'

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
    const entries = [...(this.#open()?.entries() ?? [])]
    const copies = entries.map(([, { message, retain, shared }]) => outbound(message, retain, shared))
    this.#keys = new Map(copies.map((copy, index) => [copy, entries[index]?.[0] ?? '']))
    this.#last = Math.max(0, ...entries.map(([key]) => Number(key)))
    return copies
  }

  keep(copy: Outbound): void {
    const table = this.#open()
    if (table === undefined || this.#keys?.has(copy)) return
    const key = String(++this.#last)
    const { message, retain, shared } = copy
    table.set(key, { message, retain, shared })
    this.#keys = (this.#keys ?? new Map<Outbound, string>()).set(copy, key)
  }

  forget(copy: Outbound): void {
    const key = this.#keys?.get(copy)
    if (key === undefined) return
    this.#table?.delete(key)
    this.#keys?.delete(copy)
  }

  /** Forgets all there is. */
  drop(): void {
    this.#waiting?.drop(this.#receiver)
    this.#table = undefined
    this.#keys = undefined
  }

  #open(): Table<StoredOutbound> | undefined {
    return (this.#table ??= this.#waiting?.open(this.#receiver))
  }
}
