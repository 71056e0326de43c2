import { gateFromEnvironment } from '../adapters/people.ts'
import { storeFromEnvironment } from '@keg/store/environment'
import { listKegs } from '../routes/list-kegs.ts'

export const handler = listKegs({ gate: gateFromEnvironment(), store: storeFromEnvironment() })
