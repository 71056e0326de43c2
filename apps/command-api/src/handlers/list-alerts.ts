import { alertsFromEnvironment } from '@keg/store/environment'
import { listAlerts } from '../routes/list-alerts.ts'

export const handler = listAlerts({ alerts: alertsFromEnvironment() })
