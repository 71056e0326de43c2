import type { AlertKey, AlertWord, KegAlert } from './alert-store.ts'
import type { KegMinute, NewQuarantineEntry } from './hot-store.ts'

/** The index that lists what is of one kind, in `order`. */
export const BY_KIND = 'byKind'

/** The key of a keg's running total. */
export const totalKey = (kegId: string) => ({ pk: `keg#${kegId}`, sk: 'total' })
/** The key of a pour: the pair that makes it count once. */
export const pourKey = (kegId: string, pourId: string) => ({ pk: `keg#${kegId}`, sk: `pour#${pourId}` })
/** The key of a part of a minute: by time, then by the boot and the first reading in it. */
export const minuteKey = ({ kegId, takenAtMs, bootId, fromSeq }: KegMinute) => ({ ...totalKey(kegId), sk: `minute#${String(takenAtMs).padStart(15, '0')}#${bootId}#${String(fromSeq).padStart(10, '0')}` })
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

/** The key of an alert. */
export const alertKey = ({ kegId, alertId }: AlertKey) => ({ ...totalKey(kegId), sk: `alert#${alertId}` })
/** The kind of alerts that are open. */
export const ALERT_KIND = 'alert'
/** Later than any time in milliseconds; what is left of it puts the newest first. */
const END_MS = 999_999_999_999_999
/** Where an alert stands in the {@link BY_KIND} index while it is open: by site, then the newest first. Names of sites and kegs hold no `#`. */
export const alertOrder = ({ siteId, kegId, alertId }: Pick<KegAlert, 'siteId' | 'kegId' | 'alertId'>, { receivedAtMs }: AlertWord): string =>
  `${siteOrder(siteId)}${String(END_MS - receivedAtMs).padStart(15, '0')}#${kegId}#${alertId}`
/** How the order of a site's alerts begins. */
export const siteOrder = (siteId: string): string => `${siteId}#`

/** The key of a step that a writer has planned. */
export const stepKey = (job: string, step: string) => ({ pk: `job#${job}`, sk: `step#${step}` })
