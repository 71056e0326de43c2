/** What happens over a rate: what is over is thrown away or delayed, one log line a second says so, or nobody counts. */
export type QuotaMode = 'enforce' | 'warn' | 'off'

/** Rates a second; they count where {@link QuotaMode} says so. */
export interface BrokerRates {
  /** Messages of one connection, in and out. */
  readonly publishesPerSec: number
  /** Bytes of one connection, in and out. */
  readonly bytesPerSec: number
  /** CONNECTs of one client id. */
  readonly connectsPerSec: number
  /** Queued messages of a session after its client is back. */
  readonly queuedPerSec: number
  /** Queued messages of a shared subscription, for each member. */
  readonly sharedQueuedPerSec: number
}
