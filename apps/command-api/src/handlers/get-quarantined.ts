import { storeFromEnvironment } from '@keg/store/environment'
import { getQuarantined } from '../routes/get-quarantined.ts'

export const handler = getQuarantined({ store: storeFromEnvironment() })
