import { storeFromEnvironment } from '../adapters/store.ts'
import { listKegs } from '../routes/list-kegs.ts'

export const handler = listKegs({ store: storeFromEnvironment() })
