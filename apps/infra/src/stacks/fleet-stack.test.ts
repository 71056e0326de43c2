import { jobDocument } from '@keg/message-schemas/keg'
import { App } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, it } from 'vitest'
import { StateStack } from '../state-stack.ts'
import { AccountStack } from './account-stack.ts'
import { FleetStack } from './fleet-stack.ts'

let template: Template
/** What outlives the fleet's stack. */
let kept: Template
beforeAll(() => {
  const app = new App({
    analyticsReporting: false, builtinCloudFormationValidation: false,
    context: { 'aws:cdk:bundling-stacks': [], '@aws-cdk/core:defaultCrossStackReferences': 'strong' },
  })
  const stage = 'test'
  const state = new StateStack(app, 'State', { stage })
  const { index } = new AccountStack(app, 'Account')
  template = Template.fromStack(new FleetStack(app, 'Fleet', { stage, state, index }))
  kept = Template.fromStack(state)
})
const resourceOf = (type: string, start: string) => {
  const [, resource] = Object.entries(template.findResources(type)).find(([id]) => id.startsWith(start)) ?? []
  return resource?.['Properties']
}
/** What a text is of which CloudFormation fills in a part. */
const whole = (value: unknown): string => {
  const { 'Fn::Join': [, parts] = ['', [value]] } = (typeof value === 'object' ? value : {}) as { 'Fn::Join'?: [string, unknown[]] }
  return parts.map((part) => (typeof part === 'string' ? part : 'REF')).join('')
}

it('tells who provisions, and who starts jobs, by outputs', () => {
  expect(Object.keys(template.toJSON()['Outputs']).sort()).toEqual([
    'ClaimPolicyName', 'ConnectedGroupName', 'FirmwareBucketName', 'FirmwareJobTemplateArn', 'KegAlarmsTopicArn', 'KegGroupName',
    'KegPolicyNames', 'PresignRoleArn', 'ProvisioningTemplateName', 'QuarantineGroupName', 'QuarantinedAlarmName',
    'QuarantinedMetricName', 'RebootCommandArn', 'RenewalTemplateName',
    'RotationJobTemplateArn', 'SecurityProfileName', 'SerialsTableName', 'SettingsJobTemplateArn',
  ])
  for (const { Value } of Object.values<{ Value: unknown }>(template.toJSON()['Outputs'])) expect(whole(Value)).not.toBe('')
})

it('has a list by serial number, which stays where the stack goes', () => {
  template.hasResource('AWS::DynamoDB::Table', {
    DeletionPolicy: 'Retain', Properties: { KeySchema: [{ AttributeName: 'serial', KeyType: 'HASH' }] },
  })
})

describe('a template of provisioning', () => {
  const bodyOf = (start: string) => {
    const { TemplateBody, ...properties } = resourceOf('AWS::IoT::ProvisioningTemplate', start)
    return { ...properties, ...JSON.parse(whole(TemplateBody)) }
  }

  it('makes kegs of those that come: their name is their serial number, their site is the list\'s, by both policies', () => {
    expect(bodyOf('Kegs')).toMatchObject({
      TemplateName: 'Keg-test-kegs', PreProvisioningHook: { TargetArn: { 'Fn::GetAtt': [expect.stringMatching(/^AdmitKeg/), 'Arn'] } },
      Parameters: { SerialNumber: {}, SiteId: {} },
      Resources: {
        thing: { Properties: { ThingName: { Ref: 'SerialNumber' }, AttributePayload: { siteId: { Ref: 'SiteId' } }, ThingGroups: ['REF'] } },
        policy: { Properties: { PolicyName: 'REF' } }, policy2: { Properties: { PolicyName: 'REF' } },
      },
    })
  })

  it('renews certificates, and changes nothing of the keg', () => {
    const { Resources, ...renewal } = bodyOf('Renewal')
    expect(renewal).toMatchObject({
      TemplateName: 'Keg-test-renewal', PreProvisioningHook: { TargetArn: { 'Fn::GetAtt': [expect.stringMatching(/^RenewKeg/), 'Arn'] } },
    })
    expect(Resources.thing.Properties).toEqual({ ThingName: { Ref: 'SerialNumber' } })
  })
})

it('lets a claim become a keg and nothing else, and a keg renew its own certificate', () => {
  const topicsOf = (start: string) => {
    const found = JSON.stringify(resourceOf('AWS::IoT::Policy', start)).matchAll(/:topic\/(\$aws\/(?:certificates|provisioning)[^"]*)"/g)
    return [...new Set([...found].map(([, topic]) => topic))]
  }
  const claims = ['$aws/certificates/create-from-csr', '$aws/provisioning-templates/Keg-test-kegs/provision']
    .flatMap((topic) => [`${topic}/json`, `${topic}/cbor`])
  expect(topicsOf('Kegs')).toEqual([...claims, ...claims.map((topic) => `${topic}/*`)])
  const renewal = ['$aws/certificates/create-from-csr/json', '$aws/provisioning-templates/Keg-test-renewal/provision/json']
  expect(topicsOf('KegJobs')).toEqual([...renewal, '$aws/certificates/*', '$aws/provisioning-templates/*'])
})

it.each<[string, string, boolean]>([
  ['JobsSettings', '{"kind":"settings","settings":{"targetCelsius":5,"valve":"open","intervalSec":10}}', true],
  ['JobsRotation', '{"kind":"rotateCertificate","template":"Keg-test-renewal"}', true],
  ['JobsFirmware', `{"kind":"firmware","version":"0.0.0","url":"\${aws:iot:s3-presigned-url:https://s3.REF.REF/REF/0.0.0}","sha256":"${'0'.repeat(64)}","signature":""}`, false],
])('%s tells a few kegs first, and ends where a fifth fails', (start, document, isTaken) => {
  const job = resourceOf('AWS::IoT::JobTemplate', start)
  expect(whole(job.Document)).toBe(document)
  expect(jobDocument.safeParse(JSON.parse(document)).success).toBe(isTaken)
  expect(job).toMatchObject({
    JobExecutionsRolloutConfig: { ExponentialRolloutRate: { BaseRatePerMinute: 20, IncrementFactor: 2 } },
    AbortConfig: { CriteriaList: [{ Action: 'CANCEL', FailureType: 'ALL', ThresholdPercentage: 20, MinNumberOfExecutedThings: 2 }] },
    TimeoutConfig: { InProgressTimeoutInMinutes: expect.any(Number) },
  })
})

it('has events of jobs published, by which former certificates are taken away', () => {
  const [properties] = Object.values(template.findResources('Custom::KegIoTEventConfigurations'))
  expect(properties?.['Properties'].Create).toContain('"JOB":{"Enabled":true},"JOB_EXECUTION":{"Enabled":true}')
})

it('watches the kegs of its group, and shuts out one that speaks as another', () => {
  template.hasResourceProperties('AWS::IoT::SecurityProfile', {
    SecurityProfileName: 'Keg-test-kegs', TargetArns: [{ 'Fn::GetAtt': [Match.stringLikeRegexp('^KegsGroup'), 'Arn'] }],
    Behaviors: [
      { Name: 'own-topics', MetricDimension: { Operator: 'NOT_IN' }, Criteria: { Value: { Count: '0' } } },
      { Name: 'few-refusals', Metric: 'aws:num-authorization-failures' },
      { Name: 'no-flood', Metric: 'aws:all-bytes-out' },
    ],
  })
})

it('takes nothing for foreign that a keg may say', () => {
  const [dimension] = Object.values(template.findResources('AWS::IoT::Dimension'))
  const filters: readonly string[] = dimension?.['Properties'].StringValues
  const own = filters.map((filter) =>
    new RegExp(`^${filter.replace('${iot:ClientId}', 'k-1').replaceAll('$', String.raw`\$`).replace('+', '[^/]+').replace('#', '.+')}$`))
  const policies = [
    ...Object.entries(template.findResources('AWS::IoT::Policy')).filter(([id]) => id.startsWith('KegJobs')),
    ...Object.entries(kept.findResources('AWS::IoT::Policy')).filter(([id]) => id.startsWith('KegPolicy')),
  ]
  const statements = policies.flatMap(([, { Properties: { PolicyDocument } }]) => PolicyDocument.Statement)
    .filter(({ Action }: { Action: string }) => Action === 'iot:Publish')
  const topics = [...JSON.stringify(statements).matchAll(/:topic\/([^"]*)"/g)].map(([, topic = '']) => topic
    .replace('${iot:Connection.Thing.ThingName}', 'k-1').replace('${iot:Connection.Thing.Attributes[siteId]}', 'berlin').replaceAll('*', 'x'))
  expect(topics.length).toBeGreaterThan(10)
  expect(topics.filter((topic) => !own.some((filter) => filter.test(topic)))).toEqual([])
  expect(own.some((filter) => filter.test('keg/berlin/k-2/pours'))).toBe(false)
})

it('counts kegs that are connected, and those in quarantine, of which one is an alarm', () => {
  const query = 'thingGroupNames:"Keg-test-kegs" AND connectivity.connected:true'
  template.hasResourceProperties('AWS::IoT::ThingGroup', { ThingGroupName: 'Keg-test-kegs-connected', QueryString: query })
  template.hasResourceProperties('AWS::IoT::FleetMetric', { MetricName: 'Keg-test-kegs-connected', QueryString: query, Period: 60 })
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/IoTFleetMetrics', Threshold: 0, ComparisonOperator: 'GreaterThanThreshold', TreatMissingData: 'notBreaching',
    Dimensions: [{ Name: 'AggregationType', Value: 'count' }], MetricName: { Ref: Match.stringLikeRegexp('^CensusQuarantined') },
  })
})
