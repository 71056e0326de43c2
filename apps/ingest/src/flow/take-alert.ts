import type { AlertStore, HotStore } from '@keg/store'
import { readAlert } from './ingest-alert.ts'
import { quarantine } from './ingest-pour.ts'
import { whyNotFor, type KegSites } from './keg-sites.ts'
import type { Take } from './take-message.ts'

/** Takes a message of an alert: into the store of alerts, else into quarantine. */
export const takeAlert = (
  { alerts, store, sites }: { readonly alerts: AlertStore; readonly store: Pick<HotStore, 'quarantine'>; readonly sites: KegSites },
): Take => async (message) => {
  const read = readAlert(message)
  const why = read.ok ? await whyNotFor(read.event, message, sites) : read.reason
  if (!read.ok || why !== undefined) return { done: false, told: await quarantine({ ...message, flow: 'alerts' }, why ?? '', store) }
  await alerts.recordAlert(read.event)
  return { done: true }
}
