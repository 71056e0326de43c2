import { listPoursRoute } from '@keg/flows/routes'
import type { HotStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { KegGated } from '../http/gate.ts'
import { seesSite } from '../people/person.ts'

/** `GET /kegs/{kegId}/pours`: the pours of a keg, newest first, as far as they were at sites that the caller may see. */
export const listPours = ({ store, gate }: { store: HotStore } & KegGated) =>
  answerRoute(listPoursRoute, gate, async ({ params, query }, _refuse, person) => {
    const { items, ...page } = await store.pours(params.kegId, query)
    return { ...page, items: items.filter(({ siteId }) => seesSite(person, siteId)) }
  })
