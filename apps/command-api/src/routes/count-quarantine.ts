import { countQuarantineRoute } from '@keg/flows/routes'
import type { HotStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { Gated } from '../http/gate.ts'

/** `GET /quarantine/count`: how many messages are in quarantine, without their bytes. */
export const countQuarantine = ({ store, gate }: { store: HotStore } & Gated) =>
  answerRoute(countQuarantineRoute, gate, async () => ({ count: await store.countQuarantined() }))
