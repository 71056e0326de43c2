/** Time as a client needs it: time-outs, retries and limits are measured by it. */
export interface ShadowClock {
  /** Milliseconds since any moment; never goes back. */
  nowMs(): number
  /** Calls `run` once that long from now, milliseconds; answers how to call it off. */
  after(delayMs: number, run: () => void): () => void
}
