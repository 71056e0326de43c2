import { answered } from '../services/iot/iot.ts'
import { map, object, text } from './property.ts'
import { present } from './present.ts'
import { resource } from './resource.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-thing.html */
export const iotThing = resource('AWS::IoT::Thing', {
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
})
