import { operation } from '../operation.ts'
import { checkPrincipal } from '../certificates/find-certificate.ts'
import { invalidRequest } from '../service-exception.ts'
import { findThing } from './find-thing.ts'

export const attachThingPrincipal = operation('AttachThingPrincipal', ({ thingName, principal, thingPrincipalType }, { state }) => {
  findThing(state, thingName)
  checkPrincipal(state, principal)
  const type = thingPrincipalType ?? 'NON_EXCLUSIVE_THING'
  if (type !== 'EXCLUSIVE_THING' && type !== 'NON_EXCLUSIVE_THING') throw invalidRequest(`Invalid thingPrincipalType ${type}`)
  const attached = [...state.attachments.thingsOf(principal)].filter(([name]) => name !== thingName)
  if (attached.length > 0 && (type === 'EXCLUSIVE_THING' || attached.some(([, other]) => other === 'EXCLUSIVE_THING'))) {
    throw invalidRequest(`Principal ${principal} is already attached to thing ${attached[0]?.[0] ?? ''}`)
  }
  state.attachments.attachThing(thingName, principal, type)
  state.permissionsChanged()
  return {}
})
