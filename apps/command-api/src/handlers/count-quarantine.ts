import { gateFromEnvironment } from '../adapters/people.ts'
import { storeFromEnvironment } from '@keg/store/environment'
import { countQuarantine } from '../routes/count-quarantine.ts'

export const handler = countQuarantine({ gate: gateFromEnvironment(), store: storeFromEnvironment() })
