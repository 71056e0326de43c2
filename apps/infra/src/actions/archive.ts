import { toS3 } from '@keg/cdk-constructs'
import type { ActionBuilder } from './behind.ts'

/** To the stage's archive. */
export const archive: ActionBuilder<'archive'> = ({ key }, { state }) => toS3(state.archive, { key })
