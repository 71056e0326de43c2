import { getQuarantinedRoute } from '@keg/flows/routes'
import type { HotStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { Gated } from '../http/gate.ts'

/** `GET /quarantine/{entryId}`: one entry of the quarantine, open or closed by a replay. */
export const getQuarantined = ({ store, gate }: { store: HotStore } & Gated) =>
  answerRoute(getQuarantinedRoute, gate, async ({ params: { entryId } }, refuse) => {
    const entry = await store.quarantinedEntry(entryId)
    if (entry === undefined) throw refuse('not-found', `The quarantine has no entry ${entryId}.`)
    return entry
  })
