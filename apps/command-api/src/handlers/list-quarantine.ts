import { storeFromEnvironment } from '@keg/store/environment'
import { listQuarantine } from '../routes/list-quarantine.ts'

export const handler = listQuarantine({ store: storeFromEnvironment() })
