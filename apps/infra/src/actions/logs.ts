import { toLogs } from '@keg/cdk-constructs'
import type { ActionBuilder } from './behind.ts'

/** To the stage's log of who did what. */
export const logs: ActionBuilder<'logs'> = (_action, { state }) => toLogs(state.auditLog)
