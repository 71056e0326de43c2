import { iotCensus } from '../adapters/iot-census.ts'
import { listSites } from '../routes/list-sites.ts'

export const handler = listSites({ census: iotCensus() })
