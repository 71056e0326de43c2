import { storeFromEnvironment } from '@keg/store/environment'
import { countQuarantine } from '../routes/count-quarantine.ts'

export const handler = countQuarantine({ store: storeFromEnvironment() })
