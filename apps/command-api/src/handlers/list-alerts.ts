import { alertsFromEnvironment } from '../adapters/store.ts'
import { listAlerts } from '../routes/list-alerts.ts'

export const handler = listAlerts({ alerts: alertsFromEnvironment() })
