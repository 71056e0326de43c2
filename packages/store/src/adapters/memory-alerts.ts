import { CLEARED_KEPT_MS, type AlertKey, type AlertStore, type KegAlert } from '../alert-store.ts'
import { alertOrder } from '../keys.ts'
import { by, slice } from './memory-page.ts'

/** Alerts in this process, for tests of what stands on them. */
export function memoryAlerts({ nowMs = Date.now }: { readonly nowMs?: () => number } = {}): AlertStore {
  const alerts = new Map<string, KegAlert>()
  const keyOf = ({ kegId, alertId }: AlertKey) => JSON.stringify([kegId, alertId])
  return {
    recordAlert: async ({ event, word, kegId, alertId, siteId, kind }) => {
      const before = alerts.get(keyOf({ kegId, alertId }))
      if (before?.[event] !== undefined) return 'duplicate'
      alerts.set(keyOf({ kegId, alertId }), { kegId, alertId, siteId, kind, ...before, [event]: word })
      return 'recorded'
    },
    alert: async (key) => {
      const found = alerts.get(keyOf(key))
      return found?.cleared !== undefined && found.cleared.receivedAtMs + CLEARED_KEPT_MS < nowMs() ? undefined : found
    },
    openAlerts: async ({ siteId, ...page } = {}) => {
      const open = [...alerts.values()].flatMap((alert) =>
        (alert.raised === undefined || alert.cleared !== undefined || (siteId ?? alert.siteId) !== alert.siteId
          ? []
          : [{ alert, order: alertOrder(alert, alert.raised) }]))
      return slice(open.sort(by(({ order }) => order)).map(({ alert }) => alert), page)
    },
  }
}
