import { storeFromEnvironment } from '../adapters/store.ts'
import { listQuarantine } from '../routes/list-quarantine.ts'

export const handler = listQuarantine({ store: storeFromEnvironment() })
