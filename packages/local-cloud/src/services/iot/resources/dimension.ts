import { isDeepStrictEqual } from 'node:util'
import { answered } from '../iot.ts'
import { list, oneOf, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-dimension.html */
export const iotDimension = resource('AWS::IoT::Dimension', {
  uses: { iot },
  properties: { Name: text, Type: required(oneOf('TOPIC_FILTER')), StringValues: required(list(text)), Tags: tags },
  async create({ Name, Type: type, StringValues: stringValues }, { services, physicalName }) {
    const name = Name ?? physicalName(128)
    const created = await services.iot.call('CreateDimension', { name, type, stringValues, clientRequestToken: physicalName() })
    return { ref: name, attributes: { Arn: answered(created, 'arn') } }
  },
  async update({ Name, Type, StringValues: stringValues }, { ref: name, attributes = {}, properties: before }, { services }) {
    if (Name !== before.Name || Type !== before.Type) return replacement
    if (!isDeepStrictEqual(stringValues, before.StringValues)) await services.iot.call('UpdateDimension', { name, stringValues })
    return { ref: name, attributes }
  },
  remove: async ({ ref: name }, { services }) => void await services.iot.call('DeleteDimension', { name }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})
