import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { findThing } from './find-thing.ts'

export const listThingPrincipalsV2 =
  operation('ListThingPrincipalsV2', ({ thingName, thingPrincipalType, nextToken, maxResults }, { state }) => {
    findThing(state, thingName)
    const principals = state.attachments
      .principalsOf(thingName)
      .map((principal) => ({ principal, type: state.attachments.thingsOf(principal).get(thingName) }))
      .filter(({ type }) => thingPrincipalType === undefined || type === thingPrincipalType)
    const { items, nextToken: next } = page(principals, ({ principal }) => principal, nextToken, maxResults ?? 50)
    return { thingPrincipalObjects: items.map(({ principal, type }) => ({ principal, thingPrincipalType: type })), nextToken: next }
  })
