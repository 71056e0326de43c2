import { storeFromEnvironment } from '../adapters/store.ts'
import { listPours } from '../routes/list-pours.ts'

export const handler = listPours({ store: storeFromEnvironment() })
