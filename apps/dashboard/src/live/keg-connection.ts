import type { PartialSettings } from '@keg/message-schemas/keg'
import type { LiveKeg } from './live-store.ts'

/** Whether a keg is there: by its connection, by the gateway that it is behind, or by what was heard of it. Silence proves nothing. */
export type Connection = 'connected' | 'behind a gateway' | 'away' | 'unknown'

/** A keg's own connection as the cloud knows it; `sinceMs` absent = it never had one, or nobody knows. */
export interface KnownConnection {
  readonly connected?: boolean | undefined
  readonly sinceMs?: number | undefined
  /** Why it ended, in AWS's words. */
  readonly reason?: string | undefined
}

/** What was heard of a keg: each part absent where nothing was. */
export type Heard = Pick<LiveKeg, 'heardAtMs' | 'gatewayId'>

/** Readings that are left out before a keg counts as silent, and the least time. */
const MISSED = 3
const SILENT_AFTER_MS = 60_000
/** A gateway tells of its kegs once a minute. */
const GATEWAY_EVERY_SEC = 60
const DEFAULT_INTERVAL_SEC = 10
/** A reading may have been on its way as its keg went. */
const ON_ITS_WAY_MS = 5_000

/** From when on a keg counts as silent, unless it is heard of; absent = it was never heard of. */
export function silentFrom({ heardAtMs, gatewayId }: Heard, reported: PartialSettings | undefined): number | undefined {
  if (heardAtMs === undefined) return undefined
  const everySec = gatewayId === undefined ? reported?.intervalSec ?? DEFAULT_INTERVAL_SEC : GATEWAY_EVERY_SEC
  return heardAtMs + Math.max(SILENT_AFTER_MS, MISSED * everySec * 1_000)
}

/** How a keg's connection stands, since when, and why it ended; the latter absent where that is not known. */
export function kegConnection(
  known: KnownConnection | undefined, { heardAtMs, gatewayId }: Heard, isSilent: boolean,
): { readonly connection: Connection; readonly sinceMs?: number | undefined; readonly reason?: string | undefined } {
  if (gatewayId !== undefined) return { connection: isSilent ? 'unknown' : 'behind a gateway', sinceMs: heardAtMs }
  const { connected, sinceMs, reason } = known ?? {}
  if (connected === true) return { connection: 'connected', sinceMs }
  const heardSince = heardAtMs !== undefined && heardAtMs > (sinceMs ?? 0) + ON_ITS_WAY_MS
  // Of a keg that is not known to have gone, nobody knows whether it ever was there.
  if (connected === false && sinceMs !== undefined && !heardSince) return { connection: 'away', sinceMs, reason }
  return { connection: heardAtMs === undefined || isSilent ? 'unknown' : 'connected' }
}
