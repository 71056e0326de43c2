import { gateFromEnvironment } from '../adapters/people.ts'
import { storeFromEnvironment } from '@keg/store/environment'
import { getFleet } from '../routes/get-fleet.ts'

export const handler = getFleet({ gate: gateFromEnvironment(), store: storeFromEnvironment() })
