import { pourFlow } from './pours.ts'
import { stateFlow } from './state.ts'

export type { Action, Flow, QueueAction, RepublishAction } from './flow.ts'
export { routes, type Grant, type Route } from './routes.ts'
export { pourFlow, stateFlow }

/** Every path from a message to where it goes. */
export const flows = [pourFlow, stateFlow] as const
