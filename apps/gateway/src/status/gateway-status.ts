import type { Line } from '@keg/uplink'
import type { SeenCommand } from '../commands/keg-commands.ts'
import type { ForwarderStatus } from '../forward/forwarder.ts'
import type { WithheldStatus } from '../residency/withheld.ts'
import type { KegSessionsStatus } from '../sessions/keg-sessions.ts'
import type { SpoolStatus } from '../spool/spool.ts'

/** How a gateway is. */
export interface GatewayStatus {
  readonly siteId: string
  readonly gatewayId: string
  readonly line: { readonly state: Line['state']; readonly reason: string }
  readonly clockOffsetMs: number
  /** Why the last list of kegs was not taken; absent = it was. */
  readonly kegsProblem?: string
  readonly kegs: readonly { readonly kegId: string; readonly connected: boolean; readonly desired: unknown; readonly reported: unknown }[]
  readonly spool: SpoolStatus
  readonly sessions: KegSessionsStatus
  /** The last commands, newest first. */
  readonly commands: readonly SeenCommand[]
  readonly forwarder: ForwarderStatus
  /** What stays at the site; absent = all may leave. */
  readonly residency?: { readonly topics: readonly string[] } & WithheldStatus
}
