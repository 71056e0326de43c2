/** Time as a stall watch needs it. */
export interface StallClock {
  /** Milliseconds since any moment; never goes back. */
  nowMs(): number
  /** Calls `run` once that long from now, milliseconds; answers how to call it off. */
  after(delayMs: number, run: () => void): () => void
}

/** Notices that a line which looks connected acknowledges nothing. */
export interface StallWatch {
  /** How many acknowledgements are waited for. */
  readonly waiting: number
  /** An acknowledgement is waited for from now on. */
  expect(): void
  /** One has come. */
  acknowledged(): void
  /** One is waited for no longer. */
  abandoned(): void
  /** Stops waiting for all of them: the connection is gone. */
  reset(): void
}

/** Calls `onStall` once something was waited for and nothing acknowledged for `stallMs`. One timer, however much is under way. */
export function createStallWatch({ stallMs, clock, onStall }: { stallMs: number; clock: StallClock; onStall: () => void }): StallWatch {
  let waiting = 0
  let progressMs = 0
  let cancel: (() => void) | undefined
  const arm = (delayMs: number) => {
    cancel = clock.after(delayMs, () => {
      cancel = undefined
      if (waiting === 0) return
      const leftMs = progressMs + stallMs - clock.nowMs()
      if (leftMs > 0) arm(leftMs)
      else onStall()
    })
  }
  return {
    get waiting() {
      return waiting
    },
    expect() {
      if (waiting++ === 0) progressMs = clock.nowMs()
      if (cancel === undefined) arm(stallMs)
    },
    acknowledged() {
      waiting--
      progressMs = clock.nowMs()
    },
    abandoned() {
      waiting--
    },
    reset() {
      waiting = 0
      cancel?.()
      cancel = undefined
    },
  }
}
