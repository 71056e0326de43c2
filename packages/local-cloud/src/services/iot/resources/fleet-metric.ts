import { list, number, object, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { answered } from '../iot.ts'
import { memberNames } from '../member-names.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-fleetmetric.html */
export const iotFleetMetric = resource('AWS::IoT::FleetMetric', {
  uses: { iot },
  properties: {
    MetricName: required(text),
    AggregationField: text,
    AggregationType: object({ Name: text, Values: list(text) }),
    Description: text,
    IndexName: text,
    Period: number,
    QueryString: text,
    QueryVersion: text,
    Tags: tags,
    Unit: text,
  },
  async create({ Tags: _, ...properties }, { services }) {
    const metric = await services.iot.call('CreateFleetMetric', membersOf(properties))
    return { ref: properties.MetricName, attributes: { MetricArn: answered(metric, 'metricArn') } }
  },
  async update({ Tags: _, ...properties }, { ref, attributes = {} }, { services }) {
    if (properties.MetricName !== ref) return replacement
    await services.iot.call('UpdateFleetMetric', { indexName: 'AWS_Things', ...membersOf(properties) })
    return { ref, attributes }
  },
  remove: async ({ ref: metricName }, { services }) => void await services.iot.call('DeleteFleetMetric', { metricName }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})

/** An object's members are an object. */
const membersOf = (properties: object) => memberNames(properties) as object
