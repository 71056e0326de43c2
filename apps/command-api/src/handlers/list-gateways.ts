import { gatewaysFromEnvironment } from '@keg/store/environment'
import { gateFromEnvironment } from '../adapters/people.ts'
import { listGateways } from '../routes/list-gateways.ts'

export const handler = listGateways({ gate: gateFromEnvironment(), gateways: gatewaysFromEnvironment() })
