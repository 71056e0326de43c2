import type { JsonObject } from '../document/json.ts'
import { createRetry, type RetryOptions } from './retry.ts'

/** A complete difference between desired and reported, as of a version. */
export interface Change {
  readonly state: JsonObject
  readonly version: number
}

export interface Delivery {
  /** Takes the newest change, which stands for all before; `undefined`: there is nothing to do. */
  offer(change: Change | undefined): void
  stop(): void
}

/** Hands changes to `deliver`, one at a time, until it has taken the newest. When it throws, the change is offered again later. */
export function createDelivery(options: RetryOptions & { readonly deliver: (change: Change) => Promise<void> }): Delivery {
  let pending: Change | undefined
  let running = false
  const retry = createRetry(options)

  async function run(): Promise<void> {
    running = true
    while (pending !== undefined) {
      const change: Change = pending
      const taken = await options.deliver(change).then(() => true, () => false)
      // While it was handled, a newer one may have come.
      if (pending !== change) continue
      if (!taken) {
        retry.later(start)
        break
      }
      pending = undefined
      retry.reset()
    }
    running = false
  }
  const start = () => {
    if (!running && pending !== undefined) void run()
  }
  return {
    offer(change) {
      pending = change
      retry.cancel()
      start()
    },
    stop() {
      pending = undefined
      retry.cancel()
    },
  }
}
