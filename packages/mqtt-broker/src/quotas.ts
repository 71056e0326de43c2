/** What happens over a rate quota: requests are throttled as AWS does, one log line a second says so, or nobody counts. */
export type QuotaMode = 'enforce' | 'warn' | 'off'

/**
 * AWS IoT Core's rates a second, defaults of its quotas page.
 * @see https://docs.aws.amazon.com/general/latest/gr/iot-core.html#message-broker-limits
 */
export const RATES = {
  /** Messages of one connection, in and out. */
  publishes: 100,
  /** Bytes of one connection, in and out. */
  bytes: 512 * 1024,
  connects: 1,
  /** Queued messages of a session after its client is back. */
  queued: 10,
  /** Queued messages of a shared subscription, for each member. */
  sharedQueued: 20,
  /** Requests for the shadows of one thing. */
  shadowRequests: 20,
} as const
