import type { HotStore } from '@keg/store'
import { ingestPour } from './ingest-pour.ts'
import type { Take } from './take-message.ts'

/** Takes a pour: into the ledger, else into quarantine. */
export const takePour = (store: HotStore): Take => async (message) => {
  const ingested = await ingestPour(message, store)
  return ingested.kind === 'quarantined' ? { done: false, told: ingested } : { done: true }
}
