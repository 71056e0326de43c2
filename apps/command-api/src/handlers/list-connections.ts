import { kegGateFromEnvironment } from '../adapters/keg-gate.ts'
import { presenceFromEnvironment } from '@keg/store/environment'
import { listConnections } from '../routes/list-connections.ts'

export const handler = listConnections({ gate: kegGateFromEnvironment(), presence: presenceFromEnvironment() })
