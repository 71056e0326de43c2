import { StoreError } from '@keg/store'
import type { ThingIndex } from '../ports.ts'

/** An index with a keg `k-1` at Berlin, of the group `kegs`, which every query finds on its one page. */
export const memoryIndex: ThingIndex = {
  search: async (_queryString, { cursor }) => {
    if (cursor !== undefined) throw new StoreError('BAD_CURSOR', 'there is no other page')
    return {
      items: [{
        thingName: 'k-1', siteId: 'berlin', groups: ['kegs'], connectivity: { connected: true, timestampMs: 1 },
        shadow: JSON.stringify({ desired: { targetCelsius: 4 }, reported: { targetCelsius: 4 }, version: 2 }),
      }],
    }
  },
}
