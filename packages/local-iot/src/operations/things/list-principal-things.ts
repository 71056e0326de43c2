import { checkPrincipal } from '../certificates/find-certificate.ts'
import { operation } from '../operation.ts'
import { page } from '../page.ts'

export const listPrincipalThings = operation('ListPrincipalThings', ({ principal, nextToken, maxResults }, { state }) => {
  checkPrincipal(state, principal)
  const { items, nextToken: next } = page(
    state.attachments.thingsOf(principal).keys(), (thingName) => thingName, nextToken, maxResults ?? 50,
  )
  return { things: items, nextToken: next }
})
