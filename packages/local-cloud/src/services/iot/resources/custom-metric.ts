import { answered } from '../iot.ts'
import { oneOf, required, text } from '../../../ground/property.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-custommetric.html */
export const iotCustomMetric = resource('AWS::IoT::CustomMetric', {
  uses: { iot },
  properties: {
    MetricName: text,
    MetricType: required(oneOf('string-list', 'ip-address-list', 'number-list', 'number')),
    DisplayName: text,
    Tags: tags,
  },
  async create({ MetricName, MetricType: metricType, DisplayName: displayName }, { services, physicalName }) {
    const metricName = MetricName ?? physicalName(128)
    const created = await services.iot.call(
      'CreateCustomMetric', present({ metricName, metricType, displayName, clientRequestToken: physicalName() }),
    )
    return { ref: metricName, attributes: { MetricArn: answered(created, 'metricArn') } }
  },
  async update({ MetricName, MetricType, DisplayName }, { ref: metricName, attributes = {}, properties: before }, { services }) {
    if (MetricName !== before.MetricName || MetricType !== before.MetricType) return replacement
    if (DisplayName !== before.DisplayName)
      await services.iot.call('UpdateCustomMetric', { metricName, displayName: DisplayName ?? '' })
    return { ref: metricName, attributes }
  },
  remove: async ({ ref: metricName }, { services }) =>
    void await services.iot.call('DeleteCustomMetric', { metricName }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})
