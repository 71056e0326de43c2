import type { Clock } from '../clock.ts'
import { Digest } from './digest.ts'
import type { BrokerLog } from './hooks.ts'
import { RATES, type QuotaMode } from './quotas.ts'
import { Pacer, RateWindow } from './rate.ts'

export interface ConnectionRatesOptions {
  readonly mode: QuotaMode
  readonly clock: Clock
  /** Told at most once a second for each quota. */
  readonly log: BrokerLog
  readonly clientId: () => string | undefined
  /** There is room for messages out again. */
  readonly resumeSending: () => void
}

/** The messages and bytes of one connection, held against their rates. */
export class ConnectionRates {
  readonly #options: ConnectionRatesOptions
  readonly #publishes: Pacer
  readonly #bytes = new RateWindow(RATES.bytes)
  readonly #exceeded = new Map<string, Digest<[]>>()

  constructor(options: ConnectionRatesOptions) {
    this.#options = options
    this.#publishes = new Pacer(options.clock, RATES.publishes, options.resumeSending)
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

  /** Whether another message may go out this second; if not, `resumeSending` follows. */
  get maySend(): boolean {
    return this.#options.mode !== 'enforce' || this.#publishes.isOpen
  }

  /** Counts bytes; how long the client is not to be read then, 0 where it may go on. */
  bytes(count: number): number {
    const nowMs = this.#options.clock.nowMs()
    if (this.#bytes.take(nowMs, count)) return 0
    this.#report(`${RATES.bytes / 1024} KiB`)
    return this.#options.mode === 'enforce' ? this.#bytes.restMs(nowMs) : 0
  }

  close(): void {
    this.#publishes.close()
  }

  #message(): boolean {
    if (this.#publishes.step()) return true
    this.#report(`${RATES.publishes} messages`)
    return this.#options.mode !== 'enforce'
  }

  #report(quota: string): void {
    const { clock, log, clientId } = this.#options
    const digest = this.#exceeded.get(quota) ?? new Digest(() => clock.nowMs(), (count) => {
      const message = `${clientId() ?? 'A client'} is over ${quota} a second.`
      log({ level: 'warn', event: 'quota-exceeded', clientId: clientId(), count, message, reason: 'THROTTLED' })
    })
    this.#exceeded.set(quota, digest)
    digest.add()
  }
}
