import type { Clock } from '@keg/mqtt-broker'
import type { Durable, Line } from '@keg/uplink'
import type { ForwarderLine, ForwarderOptions } from './forward/forwarder-options.ts'
import type { Withheld } from './residency/withheld.ts'
import type { KegSessions } from './sessions/keg-sessions.ts'
import type { KeptShadow } from './shadows/local-shadows.ts'
import type { Spool } from './spool/spool.ts'
import type { SpoolQueue } from './spool/spool-queue.ts'

/** What a gateway is made of. */
export interface GatewayParts {
  readonly siteId: string
  readonly gatewayId: string
  /** The rule that takes its batches. */
  readonly batchRule: string
  /** The kegs that are let in first, by the fingerprint of their certificate. */
  readonly kegs: ReadonlyMap<string, string>
  readonly spool: Spool & SpoolQueue
  readonly line: Line & ForwarderLine
  readonly shadowMemory: (kegId: string) => Durable<KeptShadow>
  /** What waits for kegs that are away; absent = it ends with the process. The caller's to close. */
  readonly sessions?: KegSessions
  readonly clock: Clock
  readonly newId: () => string
  readonly log: (line: string) => void
  /** What the line's answer to a publish means; see the forwarder. Absent = `puback`. */
  readonly acknowledgedBy?: ForwarderOptions['acknowledgedBy'] | undefined
  /** What may not leave the site, and where that is kept; absent = all may. */
  readonly residency?: { readonly topics: readonly string[]; readonly withheld: Withheld } | undefined
  /** How often a batch goes while a page looks at a keg, in ms; absent = 5,000. */
  readonly batchEveryMs?: number
  /** How often one goes while none does; absent = as often. */
  readonly quietBatchEveryMs?: number
  /** How long a batch may take to be booked before it is sent again, in ms; absent = 20,000. */
  readonly bookedWithinMs?: number
}
