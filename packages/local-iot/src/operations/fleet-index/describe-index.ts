import { schemaOf, THINGS } from '../../fleet-index/indexing-configuration.ts'
import { operation } from '../operation.ts'

// Documents are made when they are asked for: an index is never seen BUILDING.
export const describeIndex = operation('DescribeIndex', ({ indexName }, { fleetIndex }) => {
  const { name } = fleetIndex.open(indexName)
  const schema = name === THINGS ? schemaOf(fleetIndex.configuration.things) : 'THING_GROUPS'
  return { indexName: name, indexStatus: 'ACTIVE' as const, schema }
})
