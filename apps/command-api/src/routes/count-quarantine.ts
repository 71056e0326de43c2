import type { HotStore } from '@keg/store'
import { route } from '../http/route.ts'

/** `GET /quarantine/count`: how many messages are in quarantine, without their bytes. */
export const countQuarantine = ({ store }: { store: HotStore }) => route({}, async () => ({ count: await store.countQuarantined() }))
