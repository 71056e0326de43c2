/** The server's time, as well as a device can tell it. */
export interface ServerClock {
  /** Whether anything was learned yet. */
  readonly known: boolean
  /** How far the device's clock is behind the server's, milliseconds; 0 while nothing is known. */
  readonly offsetMs: number
  /** Learns from an answer that carries the server's time in whole seconds; both other times are the device's. */
  learn(answer: { readonly sentAtMs: number; readonly receivedAtMs: number; readonly timestampSec: number }): void
}

/**
 * A clock that narrows the offset down with every answer: an answer to what was sent at s and received at r, stamped t, was made
 * between s and r and between t and t + 1 s. What all answers agree on is kept, and its middle is the estimate. An answer that contradicts
 * them means that a clock was set: it starts anew.
 */
export function createServerClock(): ServerClock {
  let [least, most] = [-Infinity, Infinity]
  return {
    get known() {
      return least !== -Infinity
    },
    get offsetMs() {
      return least === -Infinity ? 0 : (least + most) / 2
    },
    learn({ sentAtMs, receivedAtMs, timestampSec }) {
      const [from, to] = [timestampSec * 1_000 - receivedAtMs, timestampSec * 1_000 + 1_000 - sentAtMs]
      // The device's clock was set while it waited.
      if (from > to) return
      const apart = from > most || to < least
      least = apart ? from : Math.max(least, from)
      most = apart ? to : Math.min(most, to)
    },
  }
}
