import { answered } from '../services/iot/iot.ts'
import { map, object, refused, text } from './property.ts'
import { present } from './present.ts'
import { resource } from './resource.ts'
import { tags } from './tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-thinggroup.html */
export const iotThingGroup = resource('AWS::IoT::ThingGroup', {
  properties: {
    ThingGroupName: text,
    ParentGroupName: text,
    ThingGroupProperties: object({ ThingGroupDescription: text, AttributePayload: object({ Attributes: map(text) }) }),
    QueryString: refused('dynamic groups are not emulated'),
    Tags: tags,
  },
  async create({ ThingGroupName, ParentGroupName: parentGroupName, ThingGroupProperties: properties }, { services, physicalName, arn }) {
    const thingGroupName = ThingGroupName ?? physicalName(128)
    const attributes = properties?.AttributePayload?.Attributes
    const thingGroupProperties = properties === undefined ? undefined
      : present({ thingGroupDescription: properties.ThingGroupDescription, attributePayload: attributes === undefined ? undefined : { attributes } })
    const group = await services.iot.call('CreateThingGroup', present({ thingGroupName, parentGroupName, thingGroupProperties }))
    return { ref: thingGroupName, attributes: { Arn: arn('iot', `thinggroup/${thingGroupName}`), Id: answered(group, 'thingGroupId') } }
  },
})
