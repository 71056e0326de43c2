import type { HotStore } from '@keg/store'
import { Problem } from '../http/problem.ts'
import { route } from '../http/route.ts'
import { entryPath } from './entry-path.ts'

/** `GET /quarantine/{entryId}`: one entry of the quarantine, open or closed by a replay. */
export const getQuarantined = ({ store }: { store: HotStore }) =>
  route({ params: entryPath }, async ({ params: { entryId } }) => {
    const entry = await store.quarantinedEntry(entryId)
    if (entry === undefined) throw new Problem(404, `The quarantine has no entry ${entryId}.`)
    return entry
  })
