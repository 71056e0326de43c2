import { newestReadingsFromEnvironment } from '@keg/store/environment'
import { gateFromEnvironment } from '../adapters/people.ts'
import { listSiteReadings } from '../routes/list-site-readings.ts'

export const handler = listSiteReadings({ gate: gateFromEnvironment(), readings: newestReadingsFromEnvironment() })
