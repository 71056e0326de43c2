import type { Duplex } from 'node:stream'

/** What is written at once, however long the turn still is; a packet of this size goes by itself. */
const MAX_WAITING_BYTES = 64 * 1024

/**
 * Makes one write of what a turn of the event loop sends to a stream. Each write of a socket is a system call, and with TLS a record of its
 * own: what a hundred publishers send in one turn reaches a subscriber as one.
 */
export class Outbox {
  readonly #duplex: Duplex
  #waiting: Buffer[] | undefined
  #bytes = 0

  constructor(duplex: Duplex) {
    this.#duplex = duplex
  }

  /** Bytes that the stream's peer has not taken yet. */
  get length(): number {
    return this.#bytes + this.#duplex.writableLength
  }

  write(bytes: Buffer): void {
    if (this.#waiting === undefined) {
      this.#waiting = [bytes]
      // Comes when all sockets that have something to say were read.
      setImmediate(flush, this)
    } else this.#waiting.push(bytes)
    this.#bytes += bytes.length
    if (this.#bytes >= MAX_WAITING_BYTES) this.#send()
  }

  /** Writes what waits and ends the stream's writing side. */
  end(): void {
    this.flush()
    this.#duplex.end()
  }

  flush(): void {
    if (this.#bytes > 0) this.#send()
    this.#waiting = undefined
  }

  #send(): void {
    const waiting = this.#waiting ?? []
    const [only = Buffer.alloc(0)] = waiting
    const bytes = waiting.length === 1 ? only : Buffer.concat(waiting, this.#bytes)
    waiting.length = 0
    this.#bytes = 0
    if (!this.#duplex.destroyed && !this.#duplex.writableEnded) this.#duplex.write(bytes)
  }
}

// One function for all, handed to `setImmediate` with its outbox: nothing is bound for each write.
const flush = (outbox: Outbox) => outbox.flush()
