import { listAlertsRoute } from '@keg/flows/routes'
import type { AlertStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'

/** `GET /alerts`: the alerts that are open, site by site, newest first; of one site with `?siteId=`. */
export const listAlerts = ({ alerts }: { alerts: AlertStore }) => answerRoute(listAlertsRoute, ({ query }) => alerts.openAlerts(query))
