import { createSender, type Sender, type SenderParts } from '@keg/uplink'

/** How long what failed waits on a line that is up, in milliseconds. */
const RETRY_MS = 5_000

/** Sends what waits in an outbox, again and again until it is acknowledged. */
export interface Courier extends Sender {
  /** Sends what waits; what failed waits a while longer first. */
  tick(nowMs: number): void
  /** Ends that wait: there is a new connection. */
  retryNow(): void
}

/** A courier for one outbox. */
export function createCourier<Item>(parts: SenderParts<Item>): Courier {
  let nowMs = 0
  let notBeforeMs = 0
  const sender = createSender<Item>({
    ...parts,
    onProblem(item, error) {
      notBeforeMs = nowMs + RETRY_MS
      parts.onProblem(item, error)
    },
  })
  return {
    ...sender,
    tick(now) {
      // A clock that was set back must not make it wait for the old time.
      if (now < nowMs) notBeforeMs = 0
      nowMs = now
      if (parts.outbox.state.pending.length > 0 && nowMs >= notBeforeMs) void sender.flush()
    },
    retryNow: () => void (notBeforeMs = 0),
  }
}
