import type { IotState } from '../../state/iot-state.ts'
import type { ThingPrincipalType } from '../../state/attachments.ts'
import { checkPrincipal } from '../certificates/find-certificate.ts'
import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { findThing } from './find-thing.ts'

export const attachThingPrincipal = operation('AttachThingPrincipal', ({ thingName, principal, thingPrincipalType }, { state }) => {
  findThing(state, thingName)
  checkPrincipal(state, principal)
  // One of the two: checked against the model.
  attachThing(state, thingName, principal, (thingPrincipalType ?? 'NON_EXCLUSIVE_THING') as ThingPrincipalType)
  return {}
})

/** Attaches a thing to a certificate. Throws where one of the two is to be the only one of the other and is not. */
export function attachThing(state: IotState, thingName: string, principal: string, type: ThingPrincipalType): void {
  const others = [...state.attachments.thingsOf(principal)].filter(([name]) => name !== thingName)
  // An exclusive thing is the only one of its principal: API_AttachThingPrincipal.html
  const [conflicting] = type === 'EXCLUSIVE_THING' ? others : others.filter(([, other]) => other === 'EXCLUSIVE_THING')
  if (conflicting !== undefined) throw invalidRequest(`Principal ${principal} is already attached to thing ${conflicting[0]}`)
  state.attachments.attachThing(thingName, principal, type)
  state.permissionsChanged()
}
