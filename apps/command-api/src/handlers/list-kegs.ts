import { storeFromEnvironment } from '../adapters/environment.ts'
import { listKegs } from '../routes/list-kegs.ts'

export const handler = listKegs({ store: storeFromEnvironment() })
