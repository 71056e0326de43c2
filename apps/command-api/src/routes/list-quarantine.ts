import { listQuarantineRoute } from '@keg/flows/routes'
import type { HotStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { Gated } from '../http/gate.ts'

/** `GET /quarantine`: what could not be counted, newest first, each with its reason and its bytes. */
export const listQuarantine = ({ store, gate }: { store: HotStore } & Gated) =>
  answerRoute(listQuarantineRoute, gate, ({ query }) => store.quarantined(query))
