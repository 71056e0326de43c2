import type { HotStore } from '@keg/store'
import { route } from '../http/route.ts'
import { page } from './page.ts'

/** `GET /quarantine`: what could not be counted, newest first, each with its reason and its bytes. */
export const listQuarantine = ({ store }: { store: HotStore }) => route({ query: page }, ({ query }) => store.quarantined(query))
