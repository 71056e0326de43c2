import { gateFromEnvironment } from '../adapters/people.ts'
import { storeFromEnvironment } from '@keg/store/environment'
import { getQuarantined } from '../routes/get-quarantined.ts'

export const handler = getQuarantined({ gate: gateFromEnvironment(), store: storeFromEnvironment() })
