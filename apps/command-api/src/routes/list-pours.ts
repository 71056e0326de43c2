import { listPoursRoute } from '@keg/flows/routes'
import type { HotStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { KegGated } from '../people/gate.ts'

/** `GET /kegs/{kegId}/pours`: the pours of a keg, newest first. */
export const listPours = ({ store, gate }: { store: HotStore } & KegGated) =>
  answerRoute(listPoursRoute, gate, ({ params, query }) => store.pours(params.kegId, query))
