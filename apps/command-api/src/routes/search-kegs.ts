import { searchKegsRoute } from '@keg/flows/routes'
import type { Gated } from '../http/gate.ts'
import { Problem } from '../http/problem.ts'
import { answerRoute } from '../http/route.ts'
import { pagesOfSites } from '../people/pages-of-sites.ts'
import type { ThingIndex } from '../ports.ts'
import { foundKeg } from '../search/found-keg.ts'
import { QueryRefused, queryWithin } from '../search/query-within.ts'

/** What kegs are found by: the index, and the group of the kegs. */
export interface SearchKegs extends Gated {
  readonly index: ThingIndex
  readonly group: string
}

/** `GET /search`: the kegs that a query finds, site by site for who may see some alone. */
export const searchKegs = ({ index, group, gate }: SearchKegs) =>
  answerRoute(searchKegsRoute, gate, ({ query: { query, ...asked } }, _refuse, person) =>
    pagesOfSites(person, asked, async (page, siteId) => {
      const within = { group, siteId }
      const { items, ...rest } = await index.search(queryWithin(query, within), page)
      return { ...rest, items: items.flatMap((thing) => foundKeg(thing, within) ?? []) }
    }).catch(refusal))

function refusal(error: unknown): never {
  if (!(error instanceof QueryRefused)) throw error
  throw new Problem('invalid-request', error.message, [{ pointer: '#/query/query', detail: error.message }], { cause: error })
}
