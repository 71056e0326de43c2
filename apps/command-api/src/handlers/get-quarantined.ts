import { storeFromEnvironment } from '../adapters/store.ts'
import { getQuarantined } from '../routes/get-quarantined.ts'

export const handler = getQuarantined({ store: storeFromEnvironment() })
