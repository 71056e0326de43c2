import { toFirehose } from '@keg/cdk-constructs'
import type { ActionBuilder } from './behind.ts'

/** To a table of the stage's cold store. */
export const cold: ActionBuilder<'cold'> = ({ table }, { state }) => toFirehose(state.cold[table].stream, { separator: '\n' })
