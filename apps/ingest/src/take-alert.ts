import type { AlertStore, HotStore } from '@keg/store'
import { readAlert } from './ingest-alert.ts'
import { quarantine } from './ingest-pour.ts'
import type { Take } from './take-message.ts'

/** Takes a message of an alert: into the store of alerts, else into quarantine. */
export const takeAlert = ({ alerts, store }: { readonly alerts: AlertStore; readonly store: Pick<HotStore, 'quarantine'> }): Take => async (message) => {
  const read = readAlert(message)
  if (!read.ok) return { done: false, told: await quarantine({ ...message, flow: 'alerts' }, read.reason, store) }
  await alerts.recordAlert(read.event)
  return { done: true }
}
