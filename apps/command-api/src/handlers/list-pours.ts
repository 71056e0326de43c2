import { storeFromEnvironment } from '../adapters/environment.ts'
import { listPours } from '../routes/list-pours.ts'

export const handler = listPours({ store: storeFromEnvironment() })
