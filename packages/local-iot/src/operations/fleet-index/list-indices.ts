import { THING_GROUPS, THINGS } from '../../fleet-index/indexing-configuration.ts'
import { operation } from '../operation.ts'
import { page } from '../page.ts'

export const listIndices = operation('ListIndices', ({ nextToken, maxResults }, { fleetIndex }) => {
  const { configuration: { groups }, isOn } = fleetIndex
  const names = [...(isOn ? [THINGS] : []), ...(groups.thingGroupIndexingMode === 'ON' ? [THING_GROUPS] : [])]
  const { items, nextToken: next } = page(names, (name) => name, nextToken, maxResults ?? 25)
  return { indexNames: items, nextToken: next }
})
