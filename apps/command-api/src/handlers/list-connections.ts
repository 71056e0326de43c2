import { presenceFromEnvironment } from '@keg/store/environment'
import { listConnections } from '../routes/list-connections.ts'

export const handler = listConnections({ presence: presenceFromEnvironment() })
