import { listAlertsRoute } from '@keg/flows/routes'
import type { AlertStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { Gated } from '../http/gate.ts'
import { pagesOfSites } from '../people/pages-of-sites.ts'

/** `GET /alerts`: the alerts that are open, site by site, newest first; of one site with `?siteId=`. */
export const listAlerts = ({ alerts, gate }: { alerts: AlertStore } & Gated) =>
  answerRoute(listAlertsRoute, gate, ({ query }, _refuse, person) =>
    pagesOfSites(person, query, (page, siteId) => alerts.openAlerts({ ...page, siteId })))
