import { gateFromEnvironment } from '../adapters/people.ts'
import { alertsFromEnvironment } from '@keg/store/environment'
import { listAlerts } from '../routes/list-alerts.ts'

export const handler = listAlerts({ gate: gateFromEnvironment(), alerts: alertsFromEnvironment() })
