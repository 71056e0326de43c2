import type { ServerClock } from '@keg/uplink'
import type { ShadowTransport } from '@keg/shadow-client'

/** A transport that learns the server's time from the `timestamp` of what it accepts. */
export function timedTransport<Inner extends ShadowTransport>(inner: Inner, nowMs: () => number, learn: ServerClock['learn']): Inner {
  return {
    ...inner,
    async request(...given: Parameters<ShadowTransport['request']>) {
      const sentAtMs = nowMs()
      const answer = await inner.request(...given)
      const timestampSec = answer.accepted?.['timestamp']
      if (typeof timestampSec === 'number') learn({ sentAtMs, receivedAtMs: nowMs(), timestampSec })
      return answer
    },
  }
}
