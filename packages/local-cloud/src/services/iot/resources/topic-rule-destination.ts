import { isRecord } from '@keg/aws-service'
import { answered } from '../iot.ts'
import { list, object, oneOf, required, text } from '../../../ground/property.ts'
import { replacement, resource, type CreatedResource, type ResourceContext } from '../../../ground/resource.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-topicruledestination.html */
export const iotTopicRuleDestination = resource('AWS::IoT::TopicRuleDestination', {
  uses: { iot },
  properties: {
    HttpUrlProperties: object({ ConfirmationUrl: required(text) }),
    Status: oneOf('ENABLED', 'DISABLED', 'IN_PROGRESS'),
    VpcProperties: object({ VpcId: text, SubnetIds: list(text), SecurityGroups: list(text), RoleArn: text }),
    InfluxDBProperties: object({ Endpoint: text, InfluxDBVersion: text, SecretId: text, SecretKey: text, SecretType: text }),
  },
  async create({ HttpUrlProperties, Status: status, VpcProperties, InfluxDBProperties }, context) {
    if (VpcProperties !== undefined) return named('vpc', context)
    if (InfluxDBProperties !== undefined) return named('influxdb', context)
    if (HttpUrlProperties === undefined) throw new TypeError('HttpUrlProperties, VpcProperties or InfluxDBProperties is missing')
    const { services } = context
    const created = await services.iot.call('CreateTopicRuleDestination', {
      destinationConfiguration: { httpUrlConfiguration: { confirmationUrl: HttpUrlProperties.ConfirmationUrl } },
    })
    const destination = isRecord(created) ? created['topicRuleDestination'] : undefined
    const arn = answered(destination, 'arn')
    // Enabling is for whoever receives the confirmation.
    if (status === 'DISABLED') await services.iot.call('UpdateTopicRuleDestination', { arn, status })
    return { ref: arn, attributes: { Arn: arn, StatusReason: isRecord(destination) ? String(destination['statusReason'] ?? '') : '' } }
  },
  async update({ HttpUrlProperties, Status: status }, { ref: arn, attributes = {}, properties: before }, { services }) {
    if (HttpUrlProperties?.ConfirmationUrl !== before.HttpUrlProperties?.ConfirmationUrl) return replacement
    if (HttpUrlProperties !== undefined && status !== undefined && status !== before.Status)
      await services.iot.call('UpdateTopicRuleDestination', { arn, status })
    return { ref: arn, attributes }
  },
  async remove({ ref: arn, properties: { HttpUrlProperties } }, { services }) {
    if (HttpUrlProperties !== undefined) await services.iot.call('DeleteTopicRuleDestination', { arn }).catch(unlessGone)
  },
  // AWS IoT Core keeps it.
  restore: ({ properties: { HttpUrlProperties, VpcProperties } }, context) => {
    if (HttpUrlProperties === undefined) tell(VpcProperties === undefined ? 'influxdb' : 'vpc', context)
  },
})

type Named = keyof typeof NOT_THERE
const NOT_THERE = { vpc: 'A way into a VPC', influxdb: 'An InfluxDB' } as const

/** What has an ARN for rules, and nothing behind it: their actions fail, and say so. */
function named(kind: Named, context: ResourceContext): CreatedResource {
  tell(kind, context)
  const arn = context.arn('iot', `ruledestination/${kind}/${context.physicalName()}`)
  return { ref: arn, attributes: { Arn: arn, StatusReason: '' } }
}

function tell(kind: Named, { ground, constructPath }: ResourceContext): void {
  const message = `${NOT_THERE[kind]} is not emulated: this destination has an ARN and nothing behind it, and actions that name it fail.`
  ground.log({ level: 'warn', source: 'cloud', message, constructPath })
}
