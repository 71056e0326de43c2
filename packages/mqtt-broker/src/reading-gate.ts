import type { Duplex } from 'node:stream'
import type { Clock } from './clock.ts'

/** Decides whether a stream is read: not while too many of its messages are being routed, and not while it is over its rate. */
export class ReadingGate {
  readonly #duplex: Duplex
  readonly #clock: Clock
  readonly #maxRouting: number
  #routing = 0
  #isThrottled = false
  #isClosed = false

  constructor(duplex: Duplex, clock: Clock, maxRouting: number) {
    this.#duplex = duplex
    this.#clock = clock
    this.#maxRouting = maxRouting
  }

  /** One more message is being routed; the function returned says that it is through. */
  routing(): () => void {
    this.#routing++
    if (this.#routing >= this.#maxRouting) this.#duplex.pause()
    return () => {
      this.#routing--
      this.#open()
    }
  }

  /** Doesn't read on for so long: what comes over the bytes of a second is delayed. */
  throttle(pauseMs: number): void {
    if (pauseMs === 0 || this.#isThrottled) return
    this.#isThrottled = true
    this.#duplex.pause()
    this.#clock.after(pauseMs, () => {
      this.#isThrottled = false
      this.#open()
    })
  }

  /** What still comes is read and dropped. */
  close(): void {
    this.#isClosed = true
    this.#duplex.resume()
  }

  #open(): void {
    if (!this.#isClosed && !this.#isThrottled && this.#routing < this.#maxRouting && this.#duplex.isPaused()) this.#duplex.resume()
  }
}
