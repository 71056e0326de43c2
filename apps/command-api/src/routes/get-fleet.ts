import { getFleetRoute } from '@keg/flows/routes'
import type { HotStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'

/** `GET /fleet`: what all pours of all kegs add up to. */
export const getFleet = ({ store }: { store: HotStore }) => answerRoute(getFleetRoute, () => store.fleetTotal())
