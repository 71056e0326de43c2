import { answered } from '../iot.ts'
import { flag, json, list, object, text } from '../../../ground/property.ts'
import { memberNames } from '../member-names.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-thingtype.html */
export const iotThingType = resource('AWS::IoT::ThingType', {
  uses: { iot },
  properties: {
    ThingTypeName: text,
    ThingTypeProperties: object({ ThingTypeDescription: text, SearchableAttributes: list(text), Mqtt5Configuration: json }),
    DeprecateThingType: flag,
    Tags: tags,
  },
  async create({ ThingTypeName, ThingTypeProperties, DeprecateThingType }, { services, physicalName, arn }) {
    const thingTypeName = ThingTypeName ?? physicalName(128)
    const type = await services.iot.call(
      'CreateThingType', present({ thingTypeName, thingTypeProperties: memberNames(ThingTypeProperties) }),
    )
    if (DeprecateThingType === true) await services.iot.call('DeprecateThingType', { thingTypeName })
    return { ref: thingTypeName, attributes: { Arn: arn('iot', `thingtype/${thingTypeName}`), Id: answered(type, 'thingTypeId') } }
  },
  async update(
    { ThingTypeName, ThingTypeProperties, DeprecateThingType }, { ref: thingTypeName, attributes = {}, properties: before }, { services },
  ) {
    if (ThingTypeName !== before.ThingTypeName) return replacement
    await services.iot.call('UpdateThingType', present({ thingTypeName, thingTypeProperties: memberNames(ThingTypeProperties) }))
    if (DeprecateThingType !== before.DeprecateThingType)
      await services.iot.call('DeprecateThingType', { thingTypeName, undoDeprecate: DeprecateThingType !== true })
    return { ref: thingTypeName, attributes }
  },
  // Only one that is deprecated can be deleted.
  async remove({ ref: thingTypeName }, { services }) {
    await services.iot.call('DeprecateThingType', { thingTypeName }).catch(unlessGone)
    await services.iot.call('DeleteThingType', { thingTypeName }).catch(unlessGone)
  },
  // AWS IoT Core keeps it.
  restore: () => undefined,
})
