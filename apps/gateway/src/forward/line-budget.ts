const WINDOW_MS = 1_000

/** What a line may carry in any second. A message that is larger than a second's bytes goes when nothing else did for one. */
export class LineBudget {
  readonly messagesPerSec: number
  readonly bytesPerSec: number
  readonly #sent: { readonly atMs: number; readonly bytes: number }[] = []

  constructor(messagesPerSec: number, bytesPerSec: number) {
    this.messagesPerSec = messagesPerSec
    this.bytesPerSec = bytesPerSec
  }

  /** How long a message has to wait; 0 = it may go. */
  waitMs(nowMs: number, bytes: number): number {
    while (this.#sent[0] !== undefined && this.#sent[0].atMs + WINDOW_MS <= nowMs) this.#sent.shift()
    let messages = this.#sent.length
    let all = this.#sent.reduce((sum, sent) => sum + sent.bytes, 0)
    let freeAtMs = nowMs
    for (const sent of this.#sent) {
      if (messages < this.messagesPerSec && all + bytes <= this.bytesPerSec) break
      // Room comes when the oldest one is a second old.
      messages -= 1
      all -= sent.bytes
      freeAtMs = sent.atMs + WINDOW_MS
    }
    return freeAtMs - nowMs
  }

  /** Whether a message may go now, and half of the budget is left for others then. */
  hasHalfLeft(nowMs: number, bytes: number): boolean {
    if (this.waitMs(nowMs, bytes) > 0) return false
    const all = this.#sent.reduce((sum, sent) => sum + sent.bytes, bytes)
    return (this.#sent.length + 1) * 2 <= this.messagesPerSec && all * 2 <= this.bytesPerSec
  }

  spend(nowMs: number, bytes: number): void {
    this.#sent.push({ atMs: nowMs, bytes })
  }

  /** Which part of a second's budget a message takes. */
  share(bytes: number): number {
    return Math.max(1 / this.messagesPerSec, bytes / this.bytesPerSec)
  }
}
