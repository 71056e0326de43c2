import { checkPrincipal } from '../certificates/find-certificate.ts'
import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { findThing } from './find-thing.ts'

export const attachThingPrincipal = operation('AttachThingPrincipal', ({ thingName, principal, thingPrincipalType }, { state }) => {
  findThing(state, thingName)
  checkPrincipal(state, principal)
  // One of the two: checked against the model.
  const type = (thingPrincipalType ?? 'NON_EXCLUSIVE_THING') as 'EXCLUSIVE_THING' | 'NON_EXCLUSIVE_THING'
  const others = [...state.attachments.thingsOf(principal)].filter(([name]) => name !== thingName)
  // An exclusive thing is the only one of its principal: API_AttachThingPrincipal.html
  const [conflicting] = type === 'EXCLUSIVE_THING' ? others : others.filter(([, other]) => other === 'EXCLUSIVE_THING')
  if (conflicting !== undefined) throw invalidRequest(`Principal ${principal} is already attached to thing ${conflicting[0]}`)
  state.attachments.attachThing(thingName, principal, type)
  state.permissionsChanged()
  return {}
})
