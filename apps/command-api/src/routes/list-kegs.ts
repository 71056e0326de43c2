import { listKegsRoute } from '@keg/flows/routes'
import type { HotStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { Gated } from '../http/gate.ts'
import { pagesOfSites } from '../people/pages-of-sites.ts'

/** `GET /kegs`: every keg that poured, with its total; of a site with `?siteId=`. */
export const listKegs = ({ store, gate }: { store: HotStore } & Gated) =>
  answerRoute(listKegsRoute, gate, ({ query }, _refuse, person) =>
    pagesOfSites(person, query, (page, siteId) => store.kegs(page, siteId)))
