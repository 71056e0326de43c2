import { storeFromEnvironment } from '../adapters/environment.ts'
import { countQuarantine } from '../routes/count-quarantine.ts'

export const handler = countQuarantine({ store: storeFromEnvironment() })
