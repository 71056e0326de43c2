import { toSns } from '@keg/cdk-constructs'
import type { ActionBuilder } from './behind.ts'

/** To the people of the stage: the text that the rule selects for each protocol. */
export const people: ActionBuilder<'people'> = (_action, { state }) => toSns(state.people, { messageFormat: 'JSON' })
