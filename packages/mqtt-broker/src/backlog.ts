import type { BrokerLimits } from './limits.ts'
import type { Outbound } from './store.ts'

type QueueLimits = Pick<BrokerLimits, 'maxQueuedMessages' | 'maxQueuedBytes'>

/** Messages that wait, oldest first, within the bounds of a queue. */
export class Backlog {
  readonly #items: Outbound[]
  readonly #limits: QueueLimits
  #bytes: number

  /** Works on `items` itself, so that who keeps the array keeps the queue. */
  constructor(items: Outbound[], limits: QueueLimits) {
    this.#items = items
    this.#limits = limits
    this.#bytes = bytesOf(items)
  }

  get length(): number {
    return this.#items.length
  }

  get first(): Outbound | undefined {
    return this.#items[0]
  }

  /** Adds at the end; `false` where there is no room. */
  add(outbound: Outbound): boolean {
    const bytes = outbound.message.payload.length
    const { maxQueuedMessages, maxQueuedBytes } = this.#limits
    if (this.#items.length >= maxQueuedMessages || this.#bytes + bytes > maxQueuedBytes) return false
    this.#items.push(outbound)
    this.#bytes += bytes
    return true
  }

  /** Puts back in front what was under way; that it had room once is enough. */
  putBack(outbounds: readonly Outbound[]): void {
    this.#items.unshift(...outbounds)
    this.#bytes += bytesOf(outbounds)
  }

  /** Takes out those that `which` picks. */
  takeOut(which: (copy: Outbound) => boolean): Outbound[] {
    const out = this.#items.filter(which)
    if (out.length > 0) this.#items.splice(0, this.#items.length, ...this.#items.filter((copy) => !which(copy)))
    this.#bytes -= bytesOf(out)
    return out
  }

  removeFirst(): void {
    this.#bytes -= this.#items.shift()?.message.payload.length ?? 0
  }

  clear(): void {
    this.#items.length = 0
    this.#bytes = 0
  }
}

const bytesOf = (outbounds: readonly Outbound[]) => outbounds.reduce((bytes, { message }) => bytes + message.payload.length, 0)
