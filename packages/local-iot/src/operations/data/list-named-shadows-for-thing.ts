import { operation } from '../operation.ts'
import { page } from '../page.ts'

export const listNamedShadowsForThing = operation('ListNamedShadowsForThing', ({ thingName, nextToken, pageSize }, { state, shadows }) => {
  const { items, nextToken: next } = page(shadows.names(thingName), (name) => name, nextToken, pageSize ?? 25)
  return { results: items, nextToken: next, timestamp: Math.floor(state.clock.nowMs() / 1000) }
})
