import { toDynamoDbV2 } from '@keg/cdk-constructs'
import type { ActionBuilder } from './behind.ts'

/** To the stage's table of this name. */
export const table: ActionBuilder<'table'> = ({ table: name }, { state }) => 
  toDynamoDbV2({ presence: state.presence.table, readings: state.readings.table }[name])
