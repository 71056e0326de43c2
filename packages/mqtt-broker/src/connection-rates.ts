import type { Connection } from './connection.ts'
import { Digest } from './digest.ts'
import { Pacer, RateWindow } from './rate.ts'

/** The messages and bytes of one connection, held against their rates. */
export class ConnectionRates {
  readonly #connection: Connection
  readonly #publishes: Pacer
  readonly #bytes: RateWindow
  /** Made with the first excess: most connections never have one. */
  #exceeded: Map<string, Digest<[]>> | undefined

  constructor(connection: Connection) {
    this.#connection = connection
    const { clock, limits } = connection.core
    this.#bytes = new RateWindow(limits.bytesPerSec)
    this.#publishes = new Pacer(clock, limits.publishesPerSec, () => connection.client?.session.pump())
  }

  /** Counts a message of the client; `false` when it is to be discarded. */
  received(): boolean {
    return this.#message()
  }

  /** Counts a message to the client, which may go out. */
  sent(bytes: number): void {
    this.#message()
    this.bytes(bytes)
  }

  /** Whether another message may go out this second; if not, the session goes on in the next one. */
  get maySend(): boolean {
    return !this.#isEnforced || this.#publishes.isOpen
  }

  /** Counts bytes; how long the client is not to be read then, 0 where it may go on. */
  bytes(count: number): number {
    const nowMs = this.#connection.core.clock.nowMs()
    if (this.#bytes.take(nowMs, count)) return 0
    this.#report(`${this.#connection.core.limits.bytesPerSec / 1024} KiB`)
    return this.#isEnforced ? this.#bytes.restMs(nowMs) : 0
  }

  close(): void {
    this.#publishes.close()
  }

  #message(): boolean {
    if (this.#publishes.step()) return true
    this.#report(`${this.#connection.core.limits.publishesPerSec} messages`)
    return !this.#isEnforced
  }

  #report(quota: string): void {
    const { clock, log } = this.#connection.core
    const exceeded = (this.#exceeded ??= new Map<string, Digest<[]>>())
    const digest = exceeded.get(quota) ?? new Digest(() => clock.nowMs(), (count) => {
      const clientId = this.#connection.client?.clientId
      const message = `${clientId ?? 'A client'} is over ${quota} a second.`
      log({ level: 'warn', event: 'quota-exceeded', clientId, count, message, reason: 'THROTTLED' })
    })
    exceeded.set(quota, digest)
    digest.add()
  }

  get #isEnforced(): boolean {
    return this.#connection.core.quotas === 'enforce'
  }
}
