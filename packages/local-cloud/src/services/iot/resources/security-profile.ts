import { answered, type Iot } from '../iot.ts'
import { flag, list, map, number, object, oneOf, required, text } from '../../../ground/property.ts'
import { memberNames } from '../member-names.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

const dimension = object({ DimensionName: required(text), Operator: oneOf('IN', 'NOT_IN') })
const behavior = object({
  Name: required(text),
  Metric: text,
  MetricDimension: dimension,
  Criteria: object({
    ComparisonOperator: text,
    ConsecutiveDatapointsToAlarm: number,
    ConsecutiveDatapointsToClear: number,
    DurationSeconds: number,
    MlDetectionConfig: object({ ConfidenceLevel: text }),
    StatisticalThreshold: object({ Statistic: text }),
    Value: object({
      Cidrs: list(text), Count: number, Number: number, Numbers: list(number), Ports: list(number), Strings: list(text),
    }),
  }),
  SuppressAlerts: flag,
  ExportMetric: flag,
})

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-securityprofile.html */
export const iotSecurityProfile = resource('AWS::IoT::SecurityProfile', {
  uses: { iot },
  properties: {
    SecurityProfileName: text,
    SecurityProfileDescription: text,
    Behaviors: list(behavior),
    AlertTargets: map(object({ AlertTargetArn: required(text), RoleArn: required(text) })),
    AdditionalMetricsToRetainV2: list(object({ Metric: required(text), MetricDimension: dimension, ExportMetric: flag })),
    MetricsExportConfig: object({ MqttTopic: required(text), RoleArn: required(text) }),
    TargetArns: list(text),
    Tags: tags,
  },
  async create({ SecurityProfileName, TargetArns = [], ...settings }, { services, physicalName }) {
    const securityProfileName = SecurityProfileName ?? physicalName(128)
    const created = await services.iot.call('CreateSecurityProfile', { securityProfileName, ...membersOf(settings) })
    for (const securityProfileTargetArn of TargetArns)
      await services.iot.call('AttachSecurityProfile', { securityProfileName, securityProfileTargetArn })
    return { ref: securityProfileName, attributes: { SecurityProfileArn: answered(created, 'securityProfileArn') } }
  },
  async update({ SecurityProfileName, TargetArns = [], ...settings }, { ref, attributes = {}, properties: before }, { services }) {
    if (SecurityProfileName !== before.SecurityProfileName) return replacement
    await services.iot.call('UpdateSecurityProfile', { securityProfileName: ref, ...membersOf(settings), ...deletions(settings) })
    await retarget(services.iot, ref, before.TargetArns ?? [], TargetArns)
    return { ref, attributes }
  },
  remove: async ({ ref: securityProfileName }, { services }) =>
    void await services.iot.call('DeleteSecurityProfile', { securityProfileName }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})

type Settings = Readonly<Record<
  'SecurityProfileDescription' | 'Behaviors' | 'AlertTargets' | 'AdditionalMetricsToRetainV2' | 'MetricsExportConfig', unknown
>>

function membersOf({ AlertTargets, ...settings }: Settings): object {
  // The keys of targets are AWS IoT's own: `SNS`.
  const alertTargets = AlertTargets === undefined ? undefined : Object.entries(AlertTargets as Readonly<Record<string, unknown>>)
  return {
    // An object's members are an object's.
    ...memberNames(present(settings)) as object,
    ...(alertTargets && { alertTargets: Object.fromEntries(alertTargets.map(([name, target]) => [name, memberNames(target)])) }),
  }
}

/** What a template leaves out is gone; AWS IoT wants to be told so. */
const deletions = ({ Behaviors, AlertTargets, AdditionalMetricsToRetainV2, MetricsExportConfig }: Settings): object => ({
  deleteBehaviors: Behaviors === undefined, deleteAlertTargets: AlertTargets === undefined,
  deleteAdditionalMetricsToRetain: AdditionalMetricsToRetainV2 === undefined, deleteMetricsExportConfig: MetricsExportConfig === undefined,
})

async function retarget(core: Iot, securityProfileName: string, before: readonly string[], now: readonly string[]): Promise<void> {
  for (const securityProfileTargetArn of before.filter((arn) => !now.includes(arn)))
    await core.call('DetachSecurityProfile', { securityProfileName, securityProfileTargetArn }).catch(unlessGone)
  for (const securityProfileTargetArn of now.filter((arn) => !before.includes(arn)))
    await core.call('AttachSecurityProfile', { securityProfileName, securityProfileTargetArn })
}
