import { iotCensus } from '../adapters/iot-census.ts'
import { gateFromEnvironment } from '../adapters/people.ts'
import { listSites } from '../routes/list-sites.ts'

export const handler = listSites({ gate: gateFromEnvironment(), census: iotCensus() })
