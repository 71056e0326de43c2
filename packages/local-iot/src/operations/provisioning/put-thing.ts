import { validateInput } from '@keg/aws-service'
import { isDeepStrictEqual } from 'node:util'
import type { PlannedThing } from '../../provisioning/plan.ts'
import type { Override } from '../../provisioning/template.ts'
import type { IotState, Thing } from '../../state/iot-state.ts'
import { findBillingGroup } from '../billing-groups/find-billing-group.ts'
import { model } from '../../model/model.generated.ts'
import { invalidRequest, ServiceException } from '../../errors/service-exception.ts'
import { checkStatic, findThingGroup } from '../thing-groups/find-thing-group.ts'
import { checkGroups } from '../thing-groups/membership.ts'
import { checkThingTypeUsable } from '../thing-types/find-thing-type.ts'
import { applyAttributes, checkAttributeCount } from '../things/thing-attributes.ts'

/** What `FAIL` of OverrideSettings answers: provision-template.html#override-settings */
export const resourceConflict = (what: string, logicalId: string, property: string) =>
  new ServiceException(
    'ResourceConflictsException', 409, `${what} is there already, and OverrideSettings of ${logicalId} has FAIL for ${property}.`,
  )

/** Creates the thing, or changes the one that is there as its overrides say. */
export function putThing(state: IotState, thing: PlannedThing): void {
  const { thingName, thingTypeName, attributes, billingGroupName } = thing
  validateInput(model, 'CreateThing', { thingName, thingTypeName, billingGroupName, attributePayload: { attributes } }, invalidRequest)
  const known = state.things.get(thingName)
  const next = known === undefined ? newThing(state, thing) : changedThing(state, thing, known)
  if (next.thingTypeName !== undefined && next.thingTypeName !== known?.thingTypeName) checkThingTypeUsable(state, next.thingTypeName)
  if (next !== known) checkAttributeCount(next.attributes, next.thingTypeName !== undefined)
  state.things.set(thingName, next)
  putGroups(state, thing, known !== undefined)
  state.permissionsChanged()
}

function newThing(state: IotState, { thingName, thingTypeName, billingGroupName, attributes = {} }: PlannedThing): Thing {
  if (billingGroupName !== undefined) findBillingGroup(state, { billingGroupName })
  return { thingName, thingId: state.newId(), thingTypeName, billingGroupName, attributes: applyAttributes({}, { attributes }), version: 1 }
}

function changedThing(state: IotState, { logicalId, attributes: given, thingTypeName, overrides }: PlannedThing, known: Thing): Thing {
  const fails = (property: string) => resourceConflict(`Thing ${known.thingName}`, logicalId, property)
  const attributes = given === undefined || isKept(overrides.attributes, () => fails('AttributePayload'))
    ? known.attributes
    : applyAttributes(known.attributes, { attributes: given, merge: overrides.attributes === 'MERGE' })
  const type = thingTypeName === undefined || isKept(overrides.thingTypeName, () => fails('ThingTypeName'))
    ? known.thingTypeName
    : thingTypeName
  if (type === known.thingTypeName && isDeepStrictEqual(attributes, known.attributes)) return known
  return { ...known, attributes, thingTypeName: type, version: known.version + 1 }
}

function putGroups(state: IotState, { thingName, logicalId, thingGroups, overrides }: PlannedThing, isKnown: boolean): void {
  if (thingGroups === undefined) return
  if (isKnown && isKept(overrides.thingGroups, () => resourceConflict(`Thing ${thingName}`, logicalId, 'ThingGroups'))) return
  for (const groupName of thingGroups) checkStatic(findThingGroup(state, groupName))
  const current = state.attachments.groupsOf(thingName)
  // Their queries decide about dynamic groups, where there is room.
  const kept = overrides.thingGroups === 'MERGE' ? current : current.filter((name) => state.thingGroups.get(name)?.dynamic !== undefined)
  const leaving = checkGroups(state, thingName, [...new Set([...kept, ...thingGroups])], true)
  const removed = current.filter((groupName) => !kept.includes(groupName) || leaving.includes(groupName))
  for (const groupName of removed) state.attachments.removeFromGroup(thingName, groupName)
  for (const groupName of thingGroups) state.attachments.addToGroup(thingName, groupName)
}

/** Whether what is there stays as it is. Throws for `FAIL`. */
function isKept(override: Override, failure: () => ServiceException): boolean {
  if (override === 'FAIL') throw failure()
  return override === 'DO_NOTHING'
}
