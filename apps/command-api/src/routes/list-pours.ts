import type { HotStore } from '@keg/store'
import { route } from '../http/route.ts'
import { kegPath } from './keg-path.ts'
import { page } from './page.ts'

/** `GET /kegs/{kegId}/pours`: the pours of a keg, newest first. */
export const listPours = ({ store }: { store: HotStore }) =>
  route({ params: kegPath, query: page }, ({ params, query }) => store.pours(params.kegId, query))
