import { storeFromEnvironment } from '@keg/store/environment'
import { listPours } from '../routes/list-pours.ts'

export const handler = listPours({ store: storeFromEnvironment() })
