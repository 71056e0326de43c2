import type { AlertKey, AlertWord, KegAlert } from './alert-store.ts'
import type { CommandKey } from './command-store.ts'
import type { KegMinute, NewQuarantineEntry } from './hot-store.ts'
import type { Reading } from './reading-store.ts'

/** The index that lists what is of one kind, in `order`. */
export const BY_KIND = 'byKind'

/** The index that lists totals by `siteId` and `order`, which nothing else has both of; and newest readings by `site` and `kegId`. */
export const BY_SITE = 'bySite'

/** Over how many items the total of the fleet, and the newest readings, are spread: DynamoDB bears a thousand writes a second of each. */
export const SHARDS = 32

/** The key of a keg's running total. */
export const totalKey = (kegId: string) => ({ pk: `keg#${kegId}`, sk: 'total' })
/** The key of a pour: the pair that makes it count once. */
export const pourKey = (kegId: string, pourId: string) => ({ pk: `keg#${kegId}`, sk: `pour#${pourId}` })
/** The key of a part of a minute: by time, then by the boot and the first reading in it. */
export const minuteKey = ({ kegId, takenAtMs, bootId, fromSeq }: KegMinute) => ({
  ...totalKey(kegId), sk: `minute#${inOrder(takenAtMs)}#${bootId}#${String(fromSeq).padStart(10, '0')}`,
})
/** The key of a keg's last swap. */
export const swapKey = (kegId: string) => ({ ...totalKey(kegId), sk: 'swap' })
/** The key of a reading: by time, then by the boot and the place in it. */
export const readingKey = ({ kegId, takenAtMs, bootId, seq }: Reading) => ({
  pk: `keg#${kegId}`, sk: `reading#${inOrder(takenAtMs)}#${bootId}#${String(seq).padStart(10, '0')}`,
})
/** When a reading was taken, by its sort key. */
export const takenAtIn = (sk: string): number => Number(sk.split('#')[1])
/** The sort keys between which what is kept by time stands, both ends in it: `toMs` itself is not. */
export const between = (kind: 'minute' | 'reading', { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }) => ({
  from: `${kind}#${inOrder(fromMs)}`, to: `${kind}#${inOrder(toMs)}`,
})
/** Of the newest readings, one part of the fleet. */
export const newestPart = (shard: number) => `newest#${shard}`
/** The key of a keg's newest reading. */
export const newestKey = (kegId: string) => ({ pk: newestPart(shardOf(kegId)), sk: `keg#${kegId}` })
/** The key of what is known of telling of a site. */
export const summaryKey = (siteId: string) => ({ pk: `site#${siteId}`, sk: 'summary' })
/** The key of one part of the fleet's total. */
export const fleetKey = (shard: number) => ({ pk: `fleet#${shard}`, sk: 'total' })
/** The key of what kegs had poured before the fleet had a total. */
export const fleetBeforeKey = () => ({ pk: 'fleet#before', sk: 'total' })
/** The key of a message in quarantine. */
export const quarantineKey = (quarantineId: string) => ({ pk: `quarantine#${quarantineId}`, sk: 'entry' })

/** Where a keg's total stands in the {@link BY_KIND} index. */
export const kegOrder = (kegId: string) => ({ kind: 'keg', order: kegId })
/** The kind of entries that are open. */
export const OPEN_KIND = 'quarantine'
/** The kind of entries that a replay has closed. */
export const CLOSED_KIND = 'replayed'
/** Where an entry stands in the {@link BY_KIND} index while it is open: by time, then by id. */
export const quarantineOrder = ({ receivedAtMs, quarantineId }: NewQuarantineEntry) => ({
  kind: OPEN_KIND,
  order: `${String(receivedAtMs).padStart(15, '0')}#${quarantineId}`,
})

/** Epoch milliseconds as text that sorts as they do. */
const inOrder = (ms: number): string => String(ms).padStart(15, '0')

/** Spreads ids evenly over {@link SHARDS}: FNV-1a. */
export function shardOf(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0
  return hash % SHARDS
}

/** The key of an alert. */
export const alertKey = ({ kegId, alertId }: AlertKey) => ({ ...totalKey(kegId), sk: `alert#${alertId}` })
/** The kind of alerts that are open. */
export const ALERT_KIND = 'alert'
/** Later than any time in milliseconds; what is left of it puts the newest first. */
const END_MS = 999_999_999_999_999
/**
 * Where an alert stands in the {@link BY_KIND} index while it is open: by site, then the newest first. Names of sites and kegs hold no `#`.
 */
export const alertOrder = (
  { siteId, kegId, alertId }: Pick<KegAlert, 'siteId' | 'kegId' | 'alertId'>, { receivedAtMs }: AlertWord,
): string =>
  `${siteOrder(siteId)}${String(END_MS - receivedAtMs).padStart(15, '0')}#${kegId}#${alertId}`
/** How the order of a site's alerts begins. */
export const siteOrder = (siteId: string): string => `${siteId}#`

/** The key of a step that a writer has planned. */
export const stepKey = (job: string, step: string) => ({ pk: `job#${job}`, sk: `step#${step}` })

/** The partition of a keg's commands, apart from its ledger: who commands may write nothing there. */
export const commandsOf = (kegId: string) => `commands#${kegId}`
/** The key of a command: ids sort by time. */
export const commandKey = ({ kegId, commandId }: CommandKey) => ({ pk: commandsOf(kegId), sk: `command#${commandId}` })
