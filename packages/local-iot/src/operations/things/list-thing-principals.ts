import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { findThing } from './find-thing.ts'

export const listThingPrincipals = operation('ListThingPrincipals', ({ thingName, nextToken, maxResults }, { state }) => {
  findThing(state, thingName)
  const { items, nextToken: next } = page(state.attachments.principalsOf(thingName), (principal) => principal, nextToken, maxResults ?? 50)
  return { principals: items, nextToken: next }
})
