import { isRecord } from '../assembly/template.ts'
import { answered } from '../services/iot/iot.ts'
import { object, oneOf, refused, required, text } from '../properties/property.ts'
import { replacement, resource } from './resource.ts'
import { unlessGone } from './unless-gone.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-topicruledestination.html */
export const iotTopicRuleDestination = resource('AWS::IoT::TopicRuleDestination', {
  properties: {
    HttpUrlProperties: required(object({ ConfirmationUrl: text })),
    Status: oneOf('ENABLED', 'DISABLED', 'IN_PROGRESS'),
    VpcProperties: refused('there are no VPCs here'),
    InfluxDbProperties: refused('there is no InfluxDB here'),
  },
  async create({ HttpUrlProperties: { ConfirmationUrl: confirmationUrl }, Status: status }, { services }) {
    const created = await services.iot.call('CreateTopicRuleDestination', { destinationConfiguration: { httpUrlConfiguration: { confirmationUrl } } })
    const destination = isRecord(created) ? created['topicRuleDestination'] : undefined
    const arn = answered(destination, 'arn')
    // Enabling is for whoever receives the confirmation.
    if (status === 'DISABLED') await services.iot.call('UpdateTopicRuleDestination', { arn, status })
    return { ref: arn, attributes: { Arn: arn, StatusReason: isRecord(destination) ? String(destination['statusReason'] ?? '') : '' } }
  },
  async update({ HttpUrlProperties, Status: status }, { ref: arn, attributes = {}, properties: before }, { services }) {
    if (HttpUrlProperties.ConfirmationUrl !== before.HttpUrlProperties.ConfirmationUrl) return replacement
    if (status !== undefined && status !== before.Status) await services.iot.call('UpdateTopicRuleDestination', { arn, status })
    return { ref: arn, attributes }
  },
  remove: async ({ ref: arn }, { services }) => void await services.iot.call('DeleteTopicRuleDestination', { arn }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})
