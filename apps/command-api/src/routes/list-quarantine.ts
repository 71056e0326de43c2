import { listQuarantineRoute } from '@keg/flows/routes'
import type { HotStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'

/** `GET /quarantine`: what could not be counted, newest first, each with its reason and its bytes. */
export const listQuarantine = ({ store }: { store: HotStore }) => answerRoute(listQuarantineRoute, ({ query }) => store.quarantined(query))
