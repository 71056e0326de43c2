import { answered } from '../iot.ts'
import { map, object, text } from '../../../ground/property.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-thing.html */
export const iotThing = resource('AWS::IoT::Thing', {
  uses: { iot },
  properties: {
    ThingName: text,
    AttributePayload: object({ Attributes: map(text) }),
  },
  async create({ ThingName, AttributePayload }, { services, physicalName, arn }) {
    const thingName = ThingName ?? physicalName(128)
    const attributePayload = AttributePayload?.Attributes === undefined ? undefined : { attributes: AttributePayload.Attributes }
    const thing = await services.iot.call('CreateThing', present({ thingName, attributePayload }))
    return { ref: thingName, attributes: { Arn: arn('iot', `thing/${thingName}`), Id: answered(thing, 'thingId') } }
  },
  async update({ ThingName, AttributePayload }, { ref: thingName, attributes = {}, properties: before }, { services }) {
    if (ThingName !== before.ThingName) return replacement
    await services.iot.call('UpdateThing', {
      thingName, attributePayload: { attributes: AttributePayload?.Attributes ?? {}, merge: false },
    })
    return { ref: thingName, attributes }
  },
  remove: async ({ ref: thingName }, { services }) => void await services.iot.call('DeleteThing', { thingName }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})
