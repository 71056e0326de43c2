import {
  DescribeAccountAuditConfigurationCommand, DescribeCustomMetricCommand, DescribeDimensionCommand, DescribeMitigationActionCommand,
  DescribeScheduledAuditCommand, DescribeSecurityProfileCommand, IoTClient, ListAttachedPoliciesCommand, ListSecurityProfilesCommand,
  ListTargetsForSecurityProfileCommand,
} from '@aws-sdk/client-iot'
import { CfnOutput, CustomResource, type Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  CfnAccountAuditConfiguration, CfnCustomMetric, CfnDimension, CfnMitigationAction, CfnPolicy, CfnScheduledAudit, CfnSecurityProfile,
  CfnThingGroup, type CfnAccountAuditConfigurationProps, type CfnCustomMetricProps, type CfnDimensionProps, type CfnMitigationActionProps,
  type CfnScheduledAuditProps, type CfnSecurityProfileProps,
} from 'aws-cdk-lib/aws-iot'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

interface Changes {
  readonly profile?: Partial<CfnSecurityProfileProps>
  readonly metric?: Partial<CfnCustomMetricProps>
  readonly dimension?: Partial<CfnDimensionProps>
  readonly action?: Partial<CfnMitigationActionProps>
  readonly audit?: Partial<CfnAccountAuditConfigurationProps>
  readonly weekly?: Partial<CfnScheduledAuditProps>
  /** The policy of the group of quarantine; `undefined`: none. */
  readonly denied?: 'Nothing' | 'NoTopic' | undefined
  /** What the profile is attached to. */
  readonly target?: 'kegs' | 'all/things'
}

/** As ThingGroupPolicy of @keg/cdk-constructs makes it; nobody is asked for the token. */
function groupPolicy(stack: Stack, id: string, target: string): void {
  const Action = id === 'Nothing' ? 'iot:*' : 'iot:Publish'
  const { ref: policyName } = new CfnPolicy(stack, id, {
    policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action, Resource: '*' }] },
  })
  const call = (action: string) => stack.toJsonString({
    service: 'IoT', action, parameters: { policyName, target }, physicalResourceId: { id: `${policyName}|${target}` },
  })
  new CustomResource(stack, 'Denied', {
    resourceType: 'Custom::KegIoTThingGroupPolicy', serviceToken: 'arn:aws:lambda:us-east-1:123456789012:function:none',
    properties: { Create: call('attachPolicy'), Update: call('attachPolicy'), Delete: call('detachPolicy'), InstallLatestAwsSdk: false },
  })
}

function build(stack: Stack, changes: Changes = {}): void {
  const { profile, metric, dimension, action, audit, weekly, target = 'kegs' } = changes
  const { denied } = { denied: 'Nothing', ...changes } satisfies Changes
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
  const topic = new Topic(stack, 'Alarms')
  const kegs = new CfnThingGroup(stack, 'Kegs', { thingGroupName: 'kegs' })
  const quarantine = new CfnThingGroup(stack, 'Quarantine', { thingGroupName: 'quarantine' })
  const battery = new CfnCustomMetric(stack, 'Battery', { metricName: 'battery', metricType: 'number', displayName: 'charge', ...metric })
  const own = new CfnDimension(stack, 'Own', { name: 'own', type: 'TOPIC_FILTER', stringValues: ['keg/#'], ...dimension })
  const everything = `arn:aws:iot:${stack.region}:${stack.account}:all/things`
  const watched = new CfnSecurityProfile(stack, 'Profile', {
    securityProfileName: 'watched', securityProfileDescription: 'kegs as they should be',
    behaviors: [
      { name: 'quiet', metric: 'aws:num-messages-sent', metricDimension: { dimensionName: own.ref, operator: 'NOT_IN' }, criteria: {
        comparisonOperator: 'less-than-equals', value: { count: '0' }, durationSeconds: 300, consecutiveDatapointsToAlarm: 1,
      } },
      { name: 'charged', metric: battery.ref, criteria: { comparisonOperator: 'greater-than', value: { number: 10.5 } }, suppressAlerts: true },
    ],
    alertTargets: { SNS: { alertTargetArn: topic.topicArn, roleArn: role.roleArn } },
    additionalMetricsToRetainV2: [{ metric: 'aws:num-disconnects' }],
    targetArns: [target === 'kegs' ? kegs.attrArn : everything], ...profile,
  })
  const isolate = new CfnMitigationAction(stack, 'Isolate', {
    actionName: 'isolate', roleArn: role.roleArn, actionParams: { addThingsToThingGroupParams: { thingGroupNames: [quarantine.ref] } }, ...action,
  })
  const settings = new CfnAccountAuditConfiguration(stack, 'Audit', {
    accountId: stack.account, roleArn: role.roleArn,
    auditCheckConfigurations: {
      deviceCertificateSharedCheck: { enabled: true }, ioTPolicyPotentialMisConfigurationCheck: { enabled: true },
      deviceCertificateAgeCheck: { enabled: true, configuration: { certAgeThresholdInDays: '400' } },
    },
    auditNotificationTargetConfigurations: { sns: { enabled: true, roleArn: role.roleArn, targetArn: topic.topicArn } }, ...audit,
  })
  const mondays = new CfnScheduledAudit(stack, 'Weekly', {
    scheduledAuditName: 'weekly', frequency: 'WEEKLY', dayOfWeek: 'MON', targetCheckNames: ['DEVICE_CERTIFICATE_SHARED_CHECK'], ...weekly,
  })
  mondays.addResourceDependency(settings)
  if (denied !== undefined) groupPolicy(stack, denied, quarantine.attrArn)
  const outputs = {
    ProfileName: watched.ref, ProfileArn: watched.attrSecurityProfileArn, MetricName: battery.ref, MetricArn: battery.attrMetricArn,
    DimensionName: own.ref, DimensionArn: own.attrArn, ActionName: isolate.ref, ActionArn: isolate.attrMitigationActionArn,
    ActionId: isolate.attrMitigationActionId,
    AuditId: settings.ref, WeeklyName: mondays.ref, WeeklyArn: mondays.attrScheduledAuditArn,
  }
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value })
}

let running: TestCloud
let iot: IoTClient
beforeAll(async () => {
  running = await run((stack) => build(stack))
  iot = new IoTClient(running.client)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const profileOf = () => iot.send(new DescribeSecurityProfileCommand({ securityProfileName: 'watched' }))
const targetsOf = async () =>
  (await iot.send(new ListTargetsForSecurityProfileCommand({ securityProfileName: 'watched' }))).securityProfileTargets?.map(({ arn }) => arn)
const checkOf = async (name: string) =>
  (await iot.send(new DescribeAccountAuditConfigurationCommand({}))).auditCheckConfigurations?.[name]

it('answers for each resource what the template reference says', () => {
  const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
  expect(running.outputs).toMatchObject({
    ProfileName: 'watched', ProfileArn: arn('securityprofile/watched'), MetricName: 'battery', MetricArn: arn('custommetric/battery'),
    DimensionName: 'own', DimensionArn: arn('dimension/own'), ActionName: 'isolate', ActionArn: arn('mitigationaction/isolate'),
    ActionId: expect.stringMatching(/./), AuditId: '123456789012', WeeklyName: 'weekly', WeeklyArn: arn('scheduledaudit/weekly'),
  })
})

it('creates a security profile with its metrics, and attaches it', async () => {
  expect(await profileOf()).toMatchObject({
    securityProfileDescription: 'kegs as they should be', additionalMetricsToRetainV2: [{ metric: 'aws:num-disconnects' }],
    behaviors: [
      { name: 'quiet', metric: 'aws:num-messages-sent', metricDimension: { dimensionName: 'own', operator: 'NOT_IN' }, criteria: {
        comparisonOperator: 'less-than-equals', value: { count: 0 }, durationSeconds: 300, consecutiveDatapointsToAlarm: 1,
      } },
      { name: 'charged', metric: 'battery', criteria: { comparisonOperator: 'greater-than', value: { number: 10.5 } }, suppressAlerts: true },
    ],
    alertTargets: { SNS: { alertTargetArn: expect.stringMatching(/^arn:aws:sns:/), roleArn: expect.stringContaining(':role/') } },
  })
  expect(await targetsOf()).toEqual(['arn:aws:iot:us-east-1:123456789012:thinggroup/kegs'])
  expect(await iot.send(new DescribeCustomMetricCommand({ metricName: 'battery' }))).toMatchObject({
    metricType: 'number', displayName: 'charge',
  })
  expect(await iot.send(new DescribeDimensionCommand({ name: 'own' }))).toMatchObject({ type: 'TOPIC_FILTER', stringValues: ['keg/#'] })
})

it('creates a mitigation action', async () => {
  expect(await iot.send(new DescribeMitigationActionCommand({ actionName: 'isolate' }))).toMatchObject({
    actionType: 'ADD_THINGS_TO_THING_GROUP', actionParams: { addThingsToThingGroupParams: { thingGroupNames: ['quarantine'] } },
  })
})

it('turns checks of audits on by the template alone, and runs them on their days', async () => {
  const configuration = await iot.send(new DescribeAccountAuditConfigurationCommand({}))
  const { auditCheckConfigurations, auditNotificationTargetConfigurations } = configuration
  const on = Object.entries(auditCheckConfigurations ?? {}).flatMap(([name, { enabled }]) => (enabled === true ? name : [])).sort()
  expect(on).toEqual(['DEVICE_CERTIFICATE_AGE_CHECK', 'DEVICE_CERTIFICATE_SHARED_CHECK', 'IOT_POLICY_POTENTIAL_MISCONFIGURATION_CHECK'])
  expect(await checkOf('DEVICE_CERTIFICATE_AGE_CHECK')).toMatchObject({ configuration: { CERT_AGE_THRESHOLD_IN_DAYS: '400' } })
  expect(auditNotificationTargetConfigurations?.SNS).toMatchObject({ enabled: true, targetArn: expect.stringMatching(/^arn:aws:sns:/) })
  expect(await iot.send(new DescribeScheduledAuditCommand({ scheduledAuditName: 'weekly' }))).toMatchObject({
    frequency: 'WEEKLY', dayOfWeek: 'MON', targetCheckNames: ['DEVICE_CERTIFICATE_SHARED_CHECK'],
  })
})

describe('an update', () => {
  it('changes what AWS IoT changes in place, and takes away what the template leaves out', async () => {
    const additionalMetricsToRetainV2 = [{ metric: 'aws:num-messages-sent' }]
    const behaviors = [{ name: 'charged', metric: 'battery', criteria: { comparisonOperator: 'greater-than', value: { number: 20 } } }]
    const checks = { deviceCertificateSharedCheck: { enabled: true }, loggingDisabledCheck: { enabled: true } }
    const changes = await running.update((stack) => build(stack, {
      target: 'all/things', profile: { behaviors, additionalMetricsToRetainV2 }, metric: { displayName: 'battery' },
      dimension: { stringValues: ['keg/+/+/#'] },
      audit: { auditCheckConfigurations: checks }, weekly: { dayOfWeek: 'FRI' },
    }))
    expect(changes.sort()).toEqual(['Audit', 'Battery', 'Own', 'Profile', 'Weekly'].map((name) => `updated Test/${name}`))
    expect(await profileOf()).toMatchObject({ behaviors, additionalMetricsToRetainV2 })
    expect(await targetsOf()).toEqual(['arn:aws:iot:us-east-1:123456789012:all/things'])
    expect(await iot.send(new DescribeCustomMetricCommand({ metricName: 'battery' }))).toMatchObject({ displayName: 'battery' })
    expect(await iot.send(new DescribeDimensionCommand({ name: 'own' }))).toMatchObject({ stringValues: ['keg/+/+/#'] })
    expect([await checkOf('LOGGING_DISABLED_CHECK'), await checkOf('DEVICE_CERTIFICATE_AGE_CHECK')]).toMatchObject([
      { enabled: true }, { enabled: false },
    ])
    expect(await iot.send(new DescribeScheduledAuditCommand({ scheduledAuditName: 'weekly' }))).toMatchObject({ dayOfWeek: 'FRI' })
    await running.update((stack) => build(stack))
  })

  it('attaches another policy to a group, and takes the former away', async () => {
    const attached = async () => (await iot.send(new ListAttachedPoliciesCommand({
      target: 'arn:aws:iot:us-east-1:123456789012:thinggroup/quarantine',
    }))).policies?.map(({ policyName }) => policyName)
    expect(await attached()).toEqual([expect.stringContaining('Nothing')])
    await running.update((stack) => build(stack, { denied: 'NoTopic' }))
    expect(await attached()).toEqual([expect.stringContaining('NoTopic')])
    await running.update((stack) => build(stack, { denied: undefined }))
    expect(await attached()).toEqual([])
    await running.update((stack) => build(stack))
  })

  it('replaces a profile by another name, and takes the former away', async () => {
    expect(await running.update((stack) => build(stack, { profile: { securityProfileName: 'other' } }))).toContain('replaced Test/Profile')
    expect((await iot.send(new ListSecurityProfilesCommand({}))).securityProfileIdentifiers).toMatchObject([{ name: 'other' }])
    await running.update((stack) => build(stack))
  })
})

it.each<[string, Changes, RegExp]>([
  ['a behavior without a metric of the account', { profile: { behaviors: [{ name: 'odd', metric: 'weight' }] } }, /metric weight is not a metric/],
  ['a dimension of another type', { dimension: { type: 'CLIENT' } }, /Type: takes "TOPIC_FILTER"/],
  ['an action of two types', { action: { actionParams: {
    updateDeviceCertificateParams: { action: 'DEACTIVATE' }, publishFindingToSnsParams: { topicArn: 'arn:aws:sns:us-east-1:123456789012:alarms' },
  } } }, /parameters of one type/],
  ['an audit of a check that is off', { weekly: { targetCheckNames: ['LOGGING_DISABLED_CHECK'] } }, /LOGGING_DISABLED_CHECK is not enabled/],
])('refuses %s at the start', async (_what, changes, message) => {
  await expect(run((stack) => build(stack, changes))).rejects.toThrow(message)
})
