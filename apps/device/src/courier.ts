import { createSender, UplinkError, type Sender, type SenderParts } from '@keg/uplink'

/** How long what failed waits on a line that is up, in milliseconds. */
const RETRY_MS = 5_000

/** MQTT 5's reason code for what is refused for now. */
const QUOTA_EXCEEDED = 0x97

/** Sends what waits in an outbox, again and again until it is acknowledged. */
export interface Courier extends Sender {
  /** Sends what waits; what failed waits a while longer first. */
  tick(nowMs: number): void
  /** Ends that wait: there is a new connection. */
  retryNow(): void
  /** Sends until nothing is left but what the broker has just refused, or `signal` aborts; answers how much is left. */
  settle(signal: AbortSignal): Promise<number>
}

/** A courier for one outbox. */
export function createCourier<Item>(parts: SenderParts<Item>): Courier {
  const { outbox, idOf } = parts
  let nowMs = 0
  let notBeforeMs = 0
  let refused: Set<string> | undefined
  const sender = createSender<Item>({
    ...parts,
    onProblem(item, error) {
      notBeforeMs = nowMs + RETRY_MS
      if (isFinal(error)) refused?.add(idOf(item))
      parts.onProblem(item, error)
    },
  })
  async function settle(signal: AbortSignal): Promise<number> {
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    const ended = (refused = new Set<string>())
    const hasMore = () => outbox.state.pending.some((item) => !ended.has(idOf(item)))
    while (hasMore() && !signal.aborted) {
      await Promise.race([sender.flush(), aborted])
      // The line may be down: try again after a moment, not at once.
      if (hasMore()) await Promise.race([parts.pause(), aborted])
    }
    return outbox.state.pending.length
  }
  return {
    ...sender,
    settle,
    tick(now) {
      // A clock that was set back must not make it wait for the old time.
      if (now < nowMs) notBeforeMs = 0
      nowMs = now
      if (outbox.state.pending.length > 0 && nowMs >= notBeforeMs) void sender.flush()
    },
    retryNow: () => void (notBeforeMs = 0),
  }
}

/** Whether it would be refused again in a moment. */
const isFinal = (error: unknown) => error instanceof UplinkError && error.code === 'REFUSED' && error.reasonCode !== QUOTA_EXCEEDED
