import { isPending, type PartialSettings } from '@keg/message-schemas/keg'
import type { FoundKeg, KegTotal } from '../api/client.ts'
import type { OpenAlert } from '../live/live-alerts.ts'
import { kegConnection, silentFrom, type Connection } from '../live/keg-connection.ts'
import type { LiveKeg } from '../live/live-store.ts'
import { newerSettings } from '../live/newer-settings.ts'

/** Whether all is well with it. */
export type Health = 'alert' | 'silent' | 'unknown' | 'good'
/** Whether it does what is wished of it. */
export type Sync = 'pending' | 'unknown' | 'in sync'

/** A keg as the fleet's table shows it. */
export interface KegRow {
  readonly kegId: string
  readonly siteId: string
  readonly connection: Connection
  /** Since when it is away or connected, as far as that is known, and why it went, in AWS's words. */
  readonly sinceMs?: number | undefined
  readonly reason?: string | undefined
  readonly health: Health
  /** What is wrong, where something is. */
  readonly alert?: string | undefined
  readonly sync: Sync
  readonly settings: { readonly desired?: PartialSettings | undefined; readonly reported?: PartialSettings | undefined }
  readonly celsius?: number | undefined
  /** When it was heard of last. */
  readonly heardAtMs?: number | undefined
  readonly totalMl: number
  readonly pours: number
  /** How much it needs somebody to look: 0 = not at all. */
  readonly attention: number
  /** From when on it will count as silent, unless it is heard of; absent = it does already, or it was never heard of. */
  readonly silentFromMs?: number | undefined
}

/** What is known of one keg, each part absent where nothing is. */
export interface KegSources {
  readonly kegId: string
  readonly state?: FoundKeg | undefined
  readonly live?: LiveKeg | undefined
  readonly total?: KegTotal | undefined
  readonly alert?: OpenAlert | undefined
}

const CONNECTION_WEIGHT: Record<Connection, number> = { away: 50, unknown: 5, connected: 0, 'behind a gateway': 0 }
const HEALTH_WEIGHT: Record<Health, number> = { alert: 100, silent: 40, unknown: 10, good: 0 }
const SYNC_WEIGHT: Record<Sync, number> = { pending: 20, unknown: 1, 'in sync': 0 }

/** From so much attention on, somebody should look at a keg. */
export const LOOK_AT = 10

/** Puts together what is known of a keg. Of two sites, the one that it was heard from last is right. */
export function kegRow({ kegId, state, live, total, alert }: KegSources, nowMs: number): KegRow {
  const settings: KegRow['settings'] = newerSettings(state?.settings, live?.settings) ?? {}
  const heardAtMs = live?.heardAtMs
  const silentFromMs = silentFrom(live ?? {}, settings.reported)
  const isSilent = silentFromMs !== undefined && nowMs > silentFromMs
  const { connection, ...there } = kegConnection(state?.connection, live ?? {}, isSilent)
  const health = healthOf(alert, heardAtMs, isSilent)
  const sync = syncOf(settings)
  return {
    kegId, siteId: live?.siteId ?? state?.siteId ?? total?.siteId ?? '', connection, ...there, health, alert: alert?.message, sync, settings,
    celsius: live?.telemetry?.celsius, heardAtMs, totalMl: total?.totalMl ?? 0, pours: total?.pours ?? 0,
    attention: CONNECTION_WEIGHT[connection] + HEALTH_WEIGHT[health] + SYNC_WEIGHT[sync],
    silentFromMs: isSilent ? undefined : silentFromMs,
  }
}

function healthOf(alert: OpenAlert | undefined, heardAtMs: number | undefined, isSilent: boolean): Health {
  if (alert !== undefined) return 'alert'
  if (heardAtMs === undefined) return 'unknown'
  return isSilent ? 'silent' : 'good'
}

function syncOf(settings: KegRow['settings']): Sync {
  if (settings.reported === undefined && settings.desired === undefined) return 'unknown'
  return isPending(settings) ? 'pending' : 'in sync'
}
