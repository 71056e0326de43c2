import { getFleetRoute } from '@keg/flows/routes'
import type { HotStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { Gated } from '../http/gate.ts'

/** `GET /fleet`: what all pours of all kegs add up to. */
export const getFleet = ({ store, gate }: { store: HotStore } & Gated) => answerRoute(getFleetRoute, gate, () => store.fleetTotal())
