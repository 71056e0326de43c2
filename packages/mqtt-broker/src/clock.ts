/** Time as the core sees it: handed in, so that a test can move it. */
export interface Clock {
  /** Milliseconds since 1970. */
  nowMs(): number
  /** Calls back once after `delayMs`; the function returned takes it back. Holds no process open. */
  after(delayMs: number, callback: () => void): () => void
}
