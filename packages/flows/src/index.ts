import { alertCaseFlow } from './alert-case.ts'
import { alertSearchFlow } from './alert-search.ts'
import { alertFlow } from './alerts.ts'
import { archiveFlow } from './archive.ts'
import { commandAuditFlow, settingsAuditFlow } from './audit.ts'
import { batchFlow } from './batch.ts'
import { gatewayFlow } from './gateways.ts'
import { peopleFlow } from './people.ts'
import { pourFlow } from './pours.ts'
import { presenceFlow } from './presence.ts'
import { replyFlow } from './replies.ts'
import { reportedFlow } from './reported.ts'
import { rotationFlow } from './rotation.ts'
import { stateRequestFlow } from './state-request.ts'
import { stateFlow } from './state.ts'
import { swapFlow } from './swap.ts'
import { telemetryColdFlow } from './telemetry-cold.ts'
import { telemetryFlow } from './telemetry.ts'
import { temperatureFlow } from './temperature.ts'
import { warmFlow } from './warm.ts'

export type * from './actions.ts'
export { LOOKUP_ROLE, queueOf, ruleReplays, type EdgeFlow, type Flow, type Lookup, type Reaction } from './flow.ts'
export { KEPT_COMMANDS, KEPT_REQUESTS, ROLES, routes, type Grant, type Route } from './routes.ts'
export { WARM_CELSIUS, WARM_METRIC } from './temperature.ts'
export { alertCaseFlow, alertFlow, alertSearchFlow, peopleFlow, temperatureFlow }
export {
  archiveFlow, batchFlow, commandAuditFlow, gatewayFlow, pourFlow, presenceFlow, replyFlow, reportedFlow, rotationFlow, settingsAuditFlow,
  stateFlow, stateRequestFlow, swapFlow, telemetryColdFlow, telemetryFlow, warmFlow,
}

/** Every path from a message to where it goes. */
export const flows = [
  pourFlow, batchFlow, archiveFlow,
  telemetryFlow,
  stateFlow, stateRequestFlow, reportedFlow, presenceFlow, gatewayFlow,
  replyFlow,
  commandAuditFlow, settingsAuditFlow,
  telemetryColdFlow,
  swapFlow, rotationFlow,
  alertFlow, peopleFlow, alertSearchFlow, alertCaseFlow, temperatureFlow,
] as const

/** Every path that ends at the edge. */
export const edgeFlows = [warmFlow] as const
