import type { HotStore } from '@keg/store'
import { route } from '../http/route.ts'
import { page } from './page.ts'

/** `GET /kegs`: every keg that poured, with its total. */
export const listKegs = ({ store }: { store: HotStore }) => route({ query: page }, ({ query }) => store.kegs(query))
