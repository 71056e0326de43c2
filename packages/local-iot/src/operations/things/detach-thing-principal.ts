import { operation } from '../operation.ts'
import { notFound } from '../../errors/service-exception.ts'
import { findThing } from './find-thing.ts'

export const detachThingPrincipal = operation('DetachThingPrincipal', ({ thingName, principal }, { state }) => {
  findThing(state, thingName)
  if (!state.attachments.detachThing(thingName, principal)) throw notFound(`Principal ${principal} is not attached to thing ${thingName}.`)
  state.permissionsChanged()
  return {}
})
