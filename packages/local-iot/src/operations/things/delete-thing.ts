import { checkVersion } from '../check-version.ts'
import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'

// Deleting a thing that is not there succeeds: API_DeleteThing.html
export const deleteThing = operation('DeleteThing', ({ thingName, expectedVersion }, { state, jobs }) => {
  const thing = state.things.get(thingName)
  if (thing === undefined) return {}
  checkVersion(`thing ${thingName}`, thing, expectedVersion)
  if (state.attachments.principalsOf(thingName).length > 0) {
    throw invalidRequest(`Cannot delete. Thing ${thingName} is still attached to one or more principals`)
  }
  jobs.regrouped(thingName, () => {
    for (const groupName of state.attachments.groupsOf(thingName)) state.attachments.removeFromGroup(thingName, groupName)
    state.things.delete(thingName)
  })
  state.permissionsChanged()
  return {}
})
