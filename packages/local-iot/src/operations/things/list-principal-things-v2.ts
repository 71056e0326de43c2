import { checkPrincipal } from '../certificates/find-certificate.ts'
import { operation } from '../operation.ts'
import { page } from '../page.ts'

export const listPrincipalThingsV2 =
  operation('ListPrincipalThingsV2', ({ principal, thingPrincipalType, nextToken, maxResults }, { state }) => {
    checkPrincipal(state, principal)
    const things = [...state.attachments.thingsOf(principal)].filter(([, type]) =>
      thingPrincipalType === undefined || type === thingPrincipalType)
    const { items, nextToken: next } = page(things, ([thingName]) => thingName, nextToken, maxResults ?? 50)
    return { principalThingObjects: items.map(([thingName, type]) => ({ thingName, thingPrincipalType: type })), nextToken: next }
  })
