import { gateFromEnvironment } from '../adapters/people.ts'
import { storeFromEnvironment } from '@keg/store/environment'
import { listQuarantine } from '../routes/list-quarantine.ts'

export const handler = listQuarantine({ gate: gateFromEnvironment(), store: storeFromEnvironment() })
