import { countQuarantineRoute } from '@keg/flows/routes'
import type { HotStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'

/** `GET /quarantine/count`: how many messages are in quarantine, without their bytes. */
export const countQuarantine = ({ store }: { store: HotStore }) =>
  answerRoute(countQuarantineRoute, async () => ({ count: await store.countQuarantined() }))
