import { storeFromEnvironment } from '../adapters/environment.ts'
import { listQuarantine } from '../routes/list-quarantine.ts'

export const handler = listQuarantine({ store: storeFromEnvironment() })
