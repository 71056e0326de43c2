import { cancelCommandRoute } from './api/cancel-command.ts'
import { cancelJobRoute } from './api/cancel-job.ts'
import { countQuarantineRoute } from './api/count-quarantine.ts'
import { deliverSwapRoute, failSwapRoute } from './api/end-swap.ts'
import { getCommandRoute } from './api/get-command.ts'
import { getFleetRoute } from './api/get-fleet.ts'
import { getJobRoute } from './api/get-job.ts'
import { getKegRoute } from './api/get-keg.ts'
import { getMeRoute } from './api/get-me.ts'
import { getQuarantinedRoute } from './api/get-quarantined.ts'
import { getSwapRoute } from './api/get-swap.ts'
import { listAlertsRoute } from './api/list-alerts.ts'
import { listCommandsRoute } from './api/list-commands.ts'
import { listConnectionsRoute } from './api/list-connections.ts'
import { listGatewaysRoute } from './api/list-gateways.ts'
import { listGroupsRoute } from './api/list-groups.ts'
import { listJobsRoute } from './api/list-jobs.ts'
import { listKegsRoute } from './api/list-kegs.ts'
import { listPoliciesRoute } from './api/list-policies.ts'
import { listPoursRoute } from './api/list-pours.ts'
import { listQuarantineRoute } from './api/list-quarantine.ts'
import { listReadingsRoute } from './api/list-readings.ts'
import { listSiteReadingsRoute } from './api/list-site-readings.ts'
import { listSitesRoute } from './api/list-sites.ts'
import { listViolationsRoute } from './api/list-violations.ts'
import { postCommandRoute } from './api/post-command.ts'
import { putSettingsRoute } from './api/put-settings.ts'
import { replayQuarantinedRoute } from './api/replay-quarantined.ts'
import { revokeKegRoute } from './api/revoke-keg.ts'
import { searchKegsRoute } from './api/search-kegs.ts'
import type { Route } from './api/route.ts'

export { cancelCommandRoute } from './api/cancel-command.ts'
export { cancelJobRoute } from './api/cancel-job.ts'
export { countQuarantineRoute } from './api/count-quarantine.ts'
export { deliverSwapRoute, failSwapRoute } from './api/end-swap.ts'
export { getCommandRoute } from './api/get-command.ts'
export { getFleetRoute } from './api/get-fleet.ts'
export { getJobRoute } from './api/get-job.ts'
export { getKegRoute, type KegSettings } from './api/get-keg.ts'
export { getMeRoute, type Me } from './api/get-me.ts'
export { getQuarantinedRoute } from './api/get-quarantined.ts'
export { getSwapRoute } from './api/get-swap.ts'
export { KEPT_COMMANDS, type KegCommand } from './api/keg-command.ts'
export type { FleetJob } from './api/fleet-job.ts'
export type { KegTotal } from './api/keg-total.ts'
export { KEPT_REQUESTS } from './api/idempotency-key.ts'
export { ifVersion } from './api/if-match.ts'
export { listAlertsRoute, type KegAlert } from './api/list-alerts.ts'
export { listCommandsRoute } from './api/list-commands.ts'
export { listConnectionsRoute } from './api/list-connections.ts'
export { listGatewaysRoute, gatewayReport, type GatewayReport } from './api/list-gateways.ts'
export { listGroupsRoute, type DynamicGroup } from './api/list-groups.ts'
export { listJobsRoute } from './api/list-jobs.ts'
export { listKegsRoute } from './api/list-kegs.ts'
export { listPoliciesRoute, type KegPolicy } from './api/list-policies.ts'
export { listPoursRoute, type LedgerPour } from './api/list-pours.ts'
export { listQuarantineRoute } from './api/list-quarantine.ts'
export { listReadingsRoute } from './api/list-readings.ts'
export { listSiteReadingsRoute, type KegReading } from './api/list-site-readings.ts'
export { listSitesRoute, type SiteKegs } from './api/list-sites.ts'
export { listViolationsRoute, type Violation } from './api/list-violations.ts'
export { postCommandRoute } from './api/post-command.ts'
export { pageClientId, ROLES, SITE_GROUP, siteGroup, type Role } from './api/people.ts'
export {
  EVERY_ROUTES_PROBLEMS, MAX_BODY_BYTES, problem, PROBLEMS, problemType, type ProblemDocument, type ProblemKind, type RequestError,
} from './api/problem.ts'
export { putSettingsRoute, type Wish } from './api/put-settings.ts'
export type { QuarantineEntry } from './api/quarantine-entry.ts'
export { replayQuarantinedRoute } from './api/replay-quarantined.ts'
export { revokeKegRoute } from './api/revoke-keg.ts'
export { searchKegsRoute, type FoundKeg } from './api/search-kegs.ts'
export type { Access, Grant, Part, Route, RouteAnswer, RouteRequest } from './api/route.ts'

/** The map of the HTTP API. */
export const routes = [
  listKegsRoute,
  getKegRoute,
  listPoursRoute,
  listReadingsRoute,
  listConnectionsRoute,
  listPoliciesRoute,
  putSettingsRoute,
  postCommandRoute,
  listCommandsRoute,
  getCommandRoute,
  cancelCommandRoute,
  listQuarantineRoute,
  countQuarantineRoute,
  getQuarantinedRoute,
  replayQuarantinedRoute,
  getSwapRoute,
  deliverSwapRoute,
  failSwapRoute,
  listSitesRoute,
  listSiteReadingsRoute,
  searchKegsRoute,
  getFleetRoute,
  listAlertsRoute,
  listJobsRoute,
  getJobRoute,
  cancelJobRoute,
  listViolationsRoute,
  listGroupsRoute,
  revokeKegRoute,
  listGatewaysRoute,
  getMeRoute,
] as const satisfies readonly Route[]
