import type { ThingGroup } from '../../state/iot-state.ts'
import type { ThingGroupProperties } from '../../model/model.generated.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { applyAttributes } from '../things/thing-attributes.ts'

/** The most attributes of a thing group (AWS IoT Device Management quotas). */
const MAX_ATTRIBUTES = 50

/** Description and attributes after a create or update; what is left out stays. */
export function groupProperties(
  current: Pick<ThingGroup, 'description' | 'attributes'>,
  { thingGroupDescription, attributePayload }: ThingGroupProperties,
): Pick<ThingGroup, 'description' | 'attributes'> {
  const attributes = attributePayload === undefined ? current.attributes : applyAttributes(current.attributes, attributePayload)
  if (Object.keys(attributes).length > MAX_ATTRIBUTES) throw invalidRequest(`A thing group can have at most ${MAX_ATTRIBUTES} attributes`)
  return { description: thingGroupDescription ?? current.description, attributes }
}
