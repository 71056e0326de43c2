import { storeFromEnvironment } from '@keg/store/environment'
import { getFleet } from '../routes/get-fleet.ts'

export const handler = getFleet({ store: storeFromEnvironment() })
