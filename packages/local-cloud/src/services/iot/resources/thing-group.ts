import { answered } from '../iot.ts'
import { map, object, text } from '../../../ground/property.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-thinggroup.html */
export const iotThingGroup = resource('AWS::IoT::ThingGroup', {
  uses: { iot },
  properties: {
    ThingGroupName: text,
    ParentGroupName: text,
    ThingGroupProperties: object({ ThingGroupDescription: text, AttributePayload: object({ Attributes: map(text) }) }),
    QueryString: text,
    Tags: tags,
  },
  async create(
    { ThingGroupName, ParentGroupName: parentGroupName, ThingGroupProperties: properties, QueryString: queryString },
    { services: { iot: core }, physicalName, arn },
  ) {
    const thingGroupName = ThingGroupName ?? physicalName(128)
    const thingGroupProperties = properties === undefined ? undefined : groupProperties(properties)
    const group = queryString === undefined
      ? await core.call('CreateThingGroup', present({ thingGroupName, parentGroupName, thingGroupProperties }))
      : await core.call('CreateDynamicThingGroup', present({ thingGroupName, thingGroupProperties, queryString }))
    return { ref: thingGroupName, attributes: { Arn: arn('iot', `thinggroup/${thingGroupName}`), Id: answered(group, 'thingGroupId') } }
  },
  async update(
    { ThingGroupName, ParentGroupName, ThingGroupProperties = {}, QueryString: queryString },
    { ref: thingGroupName, attributes = {}, properties: before },
    { services },
  ) {
    if (ThingGroupName !== before.ThingGroupName || ParentGroupName !== before.ParentGroupName) return replacement
    if ((queryString === undefined) !== (before.QueryString === undefined)) return replacement
    const thingGroupProperties = groupProperties(ThingGroupProperties)
    if (queryString === undefined) await services.iot.call('UpdateThingGroup', { thingGroupName, thingGroupProperties })
    else await services.iot.call('UpdateDynamicThingGroup', { thingGroupName, thingGroupProperties, queryString })
    return { ref: thingGroupName, attributes }
  },
  remove: async ({ ref: thingGroupName, properties: { QueryString } }, { services }) =>
    void await services.iot.call(QueryString === undefined ? 'DeleteThingGroup' : 'DeleteDynamicThingGroup', { thingGroupName })
      .catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})

function groupProperties({ ThingGroupDescription, AttributePayload }: GroupProperties): object {
  const attributes = AttributePayload?.Attributes
  return present({ thingGroupDescription: ThingGroupDescription, attributePayload: attributes === undefined ? undefined : { attributes } })
}

interface GroupProperties {
  readonly ThingGroupDescription?: string | undefined
  readonly AttributePayload?: { readonly Attributes: Readonly<Record<string, string>> | undefined } | undefined
}
