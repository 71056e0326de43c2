import type { Alert } from '@keg/message-schemas/keg'
import type { Page, PageRequest } from './hot-store.ts'

/** Which alert it is: `alertId` is the keg's own, so that two kegs may use the same. */
export interface AlertKey {
  readonly kegId: string
  readonly alertId: string
}

/** What a message said of an alert, and when it was said. */
export interface AlertWord extends Pick<Alert, 'takenAtMs' | 'message' | 'value' | 'limit' | 'reaction'> {
  readonly receivedAtMs: number
}

/** A message of an alert: that it was raised, or that it is over. */
export interface AlertEvent extends AlertKey {
  readonly siteId: string
  readonly kind: Alert['kind']
  readonly event: Alert['event']
  readonly word: AlertWord
}

/** An alert: what was said as it was raised, and as it was over. Absent = that was not said, or has not come yet. */
export interface KegAlert extends AlertKey {
  /** Where it was raised. */
  readonly siteId: string
  readonly kind: Alert['kind']
  readonly raised?: AlertWord
  readonly cleared?: AlertWord
}

/** How long an alert is kept that is over, from when the cloud was told that it is. */
export const CLEARED_KEPT_MS = 90 * 24 * 3_600_000

/**
 * The alerts of the kegs: raised and cleared pair up, whichever comes first.
 * Every adapter runs the suite in `@keg/store/testing`.
 */
export interface AlertStore {
  /**
   * Keeps what was said of an alert; saying the same of it again, however worded, changes nothing and is a `duplicate`. One that is over is
   * never open again.
   */
  recordAlert(event: AlertEvent): Promise<'recorded' | 'duplicate'>
  /** An alert, open or over; `undefined` where nothing was said of it, or it is over for longer than it is kept. */
  alert(key: AlertKey): Promise<KegAlert | undefined>
  /** The alerts that are open: of one site, newest first; of all, site by site. */
  openAlerts(request?: PageRequest & { readonly siteId?: string | undefined }): Promise<Page<KegAlert>>
}
