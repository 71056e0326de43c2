import type { Outbox, OutboxState } from './outbox.ts'
import { UplinkError } from './uplink-error.ts'

/** Empties an outbox. */
export interface Sender {
  /**
   * Sends what was not acknowledged, oldest first; resolves when it has tried all, or the line failed. One at a time: a second call joins
   * the first.
   */
  flush(): Promise<void>
  /** Sends until nothing is left to be acknowledged, or `signal` aborts; answers how much is left. */
  settle(signal: AbortSignal): Promise<number>
}

/** What a sender is made of. */
export interface SenderParts<Item> {
  readonly outbox: Pick<Outbox<Item, OutboxState<Item>>, 'state' | 'acknowledged'>
  readonly idOf: (item: Item) => string
  readonly connected: () => boolean
  /** Resolves when the broker has acknowledged the item. */
  readonly send: (item: Item) => Promise<void>
  /** Resolves after a moment: how long to wait before sending again what failed. */
  readonly pause: () => Promise<void>
  readonly onProblem: (item: Item, error: unknown) => void
}

/** A sender of what waits in an outbox. What the broker refuses stays, and holds up nothing behind it. */
export function createSender<Item>({ outbox, idOf, connected, send, pause, onProblem }: SenderParts<Item>): Sender {
  let flushing: Promise<void> | undefined

  async function sendPending(): Promise<void> {
    const refused = new Set<string>()
    const next = () => outbox.state.pending.find((item) => !refused.has(idOf(item)))
    for (let item = next(); item !== undefined && connected(); item = next()) {
      try {
        await send(item)
        outbox.acknowledged(idOf(item))
      } catch (error) {
        onProblem(item, error)
        if (!(error instanceof UplinkError && error.code === 'REFUSED')) return
        refused.add(idOf(item))
      }
    }
  }

  function flush(): Promise<void> {
    flushing ??= sendPending().finally(() => (flushing = undefined))
    return flushing
  }

  async function settle(signal: AbortSignal): Promise<number> {
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    while (outbox.state.pending.length > 0 && !signal.aborted) {
      await Promise.race([flush(), aborted])
      // The line may be down, or a message refused: try again after a moment, not at once.
      if (outbox.state.pending.length > 0) await Promise.race([pause(), aborted])
    }
    return outbox.state.pending.length
  }

  return { flush, settle }
}
