import { storeFromEnvironment } from '../adapters/store.ts'
import { countQuarantine } from '../routes/count-quarantine.ts'

export const handler = countQuarantine({ store: storeFromEnvironment() })
