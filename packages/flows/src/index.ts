import { batchFlow } from './batch.ts'
import { pourFlow } from './pours.ts'
import { reportedFlow } from './reported.ts'
import { stateRequestFlow } from './state-request.ts'
import { stateFlow } from './state.ts'
import { warmFlow } from './warm.ts'

export { LOOKUP_ROLE, queueOf, ruleReplays, type Action, type EdgeFlow, type Flow, type IngestGrant, type Lookup, type QueueAction, type Reaction, type RepublishAction } from './flow.ts'
export { routes, type Grant, type Route } from './routes.ts'
export { batchFlow, pourFlow, reportedFlow, stateFlow, stateRequestFlow, warmFlow }

/** Every path from a message to where it goes. */
export const flows = [pourFlow, batchFlow, stateFlow, stateRequestFlow, reportedFlow] as const

/** Every path that ends at the edge. */
export const edgeFlows = [warmFlow] as const
