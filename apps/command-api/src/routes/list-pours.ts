import { listPoursRoute } from '@keg/flows/routes'
import type { HotStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'

/** `GET /kegs/{kegId}/pours`: the pours of a keg, newest first. */
export const listPours = ({ store }: { store: HotStore }) =>
  answerRoute(listPoursRoute, ({ params, query }) => store.pours(params.kegId, query))
