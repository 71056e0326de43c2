import { listKegsRoute } from '@keg/flows/routes'
import type { HotStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'

/** `GET /kegs`: every keg that poured, with its total; of a site with `?siteId=`. */
export const listKegs = ({ store }: { store: HotStore }) => answerRoute(listKegsRoute, ({ query: { siteId, ...page } }) =>
  store.kegs(page, siteId))
