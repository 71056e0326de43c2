import { toSns } from '@keg/cdk-constructs'
import type { ActionBuilder } from './behind.ts'

/** To the people of the stage: as the rule selects it. */
export const people: ActionBuilder<'people'> = (_action, { state }) => toSns(state.people)
