import { Duration, type Stack } from 'aws-cdk-lib'
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  Behavior, CustomMetric, DefenseTopics, FleetDefense, HandlerFunction, Mitigation, MitigationAction, Quarantine, SecurityProfile,
  startsMitigation, ThingGroup, ThingGroupPolicy, ThingPolicy, type CustomMetricType,
  type SecurityProfileProps,
} from '../index.ts'
import { refusalsOf, synthesize, type Synthesized } from '../testing/synthesize.ts'

const entry = fileURLToPath(new URL('../testing/handler.ts', import.meta.url))
const within = Duration.minutes(5)
const own = DefenseTopics.otherThan('keg/+/${iot:ClientId}/#')

/** One stack with everything. */
function build(stack: Stack): void {
  const kegs = new ThingGroup(stack, 'Kegs', { thingGroupName: 'kegs' })
  const { alarms } = new FleetDefense(stack, 'Defense', {
    securityProfileName: 'kegs', description: 'kegs as they should be', targets: [kegs], handler: { entry },
    quarantine: { thingGroupName: 'quarantine' },
    behaviors: [
      Behavior.messagesSent({ name: 'own-topics', atMost: 0, within, topics: own }),
      Behavior.messageBytes({ atMost: 2_048, topics: own }),
      Behavior.authorizationFailures({ atMost: 5, within: Duration.hours(1), alarmAfter: 2, clearAfter: 3, silent: true }),
    ],
  })
  const battery = new CustomMetric(stack, 'Battery', { metricName: 'battery', type: 'number', displayName: 'charge' })
  new SecurityProfile(stack, 'Watched', {
    targets: ['all/registered-things'], behaviors: [Behavior.number(battery, { atLeast: 10.5 })], alarmTopic: alarms,
  })
  const role = new Role(stack, 'LogRole', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
  for (const [id, mitigation] of Object.entries({
    Certificates: Mitigation.deactivateCertificates(), Cas: Mitigation.deactivateCaCertificates(), Policies: Mitigation.blankPolicies(),
    Log: Mitigation.enableLogging(role, 'INFO'), Tell: Mitigation.tell(alarms),
  })) new MitigationAction(stack, id, { actionName: id.toLowerCase(), mitigation })
}

let built: Synthesized
let template: Template
beforeAll(() => {
  built = synthesize(build)
  template = built.template
})

const refTo = (start: string) => ({ Ref: Match.stringLikeRegexp(`^${start}`) })
const arnOf = (start: string, attribute: string) => ({ 'Fn::GetAtt': [Match.stringLikeRegexp(`^${start}`), attribute] })
const ending = (end: string) => ({ 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp(`${end}$`)])] })
const policyOf = (...statements: object[]) => ({ PolicyDocument: { Statement: statements } })
const assumedFor = (source: string) => ({
  AssumeRolePolicyDocument: { Statement: [{ Condition: { ArnLike: { 'aws:SourceArn': ending(source) } } }] },
})

it.each<[string, string, object]>([
  ['a profile', 'AWS::IoT::SecurityProfile', {
    SecurityProfileName: 'kegs', SecurityProfileDescription: 'kegs as they should be', TargetArns: [arnOf('Kegs', 'Arn')],
    AlertTargets: { SNS: { AlertTargetArn: refTo('DefenseAlarms'), RoleArn: arnOf('DefenseProfileAlarmRole', 'Arn') } },
    Behaviors: [
      {
        Name: 'own-topics', Metric: 'aws:num-messages-sent', SuppressAlerts: Match.absent(),
        MetricDimension: { DimensionName: refTo('DefenseProfileTopics1'), Operator: 'NOT_IN' },
        Criteria: {
          ComparisonOperator: 'less-than-equals', Value: { Count: '0' }, DurationSeconds: 300, ConsecutiveDatapointsToAlarm: 1,
          ConsecutiveDatapointsToClear: 1,
        },
      },
      {
        Name: 'message-bytes', Metric: 'aws:message-byte-size',
        MetricDimension: { DimensionName: refTo('DefenseProfileTopics1'), Operator: 'NOT_IN' },
        Criteria: { ComparisonOperator: 'less-than-equals', Value: { Count: '2048' }, DurationSeconds: Match.absent() },
      },
      {
        Name: 'authorization-failures', Metric: 'aws:num-authorization-failures', SuppressAlerts: true, MetricDimension: Match.absent(),
        Criteria: { DurationSeconds: 3600, ConsecutiveDatapointsToAlarm: 2, ConsecutiveDatapointsToClear: 3 },
      },
    ],
  }],
  ['the topics of both behaviors, once', 'AWS::IoT::Dimension', { Type: 'TOPIC_FILTER', StringValues: ['keg/+/${iot:ClientId}/#'] }],
  ['who tells of violations', 'AWS::IAM::Role', assumedFor(':securityprofile/kegs')],
  ['a metric of your own', 'AWS::IoT::CustomMetric', { MetricName: 'battery', MetricType: 'number', DisplayName: 'charge' }],
  ['a profile of it', 'AWS::IoT::SecurityProfile', {
    TargetArns: [ending(':all/registered-things')],
    Behaviors: [{ Name: 'Battery', Metric: refTo('Battery'), Criteria: { ComparisonOperator: 'greater-than-equals', Value: { Number: 10.5 } } }],
  }],
  ['what puts things into quarantine', 'AWS::IoT::MitigationAction', {
    ActionName: Match.stringLikeRegexp('^StackDefenseIsolate[0-9A-F]{8}$'),
    ActionParams: { AddThingsToThingGroupParams: { ThingGroupNames: [refTo('DefenseQuarantineGroup')] } },
  }],
  ['who may put things into it, and into no other group', 'AWS::IAM::Policy', policyOf(
    { Action: 'iot:ListPrincipalThings', Effect: 'Allow', Resource: '*' },
    { Action: 'iot:AddThingToThingGroup', Effect: 'Allow', Resource: ending(':thing/\\*') },
    { Action: 'iot:AddThingToThingGroup', Effect: 'Allow', Resource: arnOf('DefenseQuarantineGroup', 'Arn') },
  )],
  ['the policy of quarantine', 'AWS::IoT::Policy', policyOf({ Effect: 'Deny', Action: 'iot:*', Resource: '*' })],
  ['what attaches it', 'Custom::KegIoTThingGroupPolicy', {
    Create: { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('"action":"attachPolicy"')])] },
    Delete: { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('"action":"detachPolicy"')])] },
  }],
  ['who may attach it, to that group', 'AWS::IAM::Policy', policyOf(...['iot:AttachPolicy', 'iot:DetachPolicy'].map((Action) =>
    ({ Action, Effect: 'Allow', Resource: arnOf('DefenseQuarantineGroup', 'Arn') })))],
  ['who hears of alarms', 'AWS::SNS::Subscription', { Protocol: 'lambda', Endpoint: arnOf('DefenseHandler', 'Arn'), TopicArn: refTo('DefenseAlarms') }],
  ['what the handler may do', 'AWS::IAM::Policy', policyOf(
    Match.objectLike({ Action: ['logs:CreateLogStream', 'logs:PutLogEvents'] }),
    { Action: 'iot:StartDetectMitigationActionsTask', Effect: 'Allow', Resource: arnOf('DefenseProfile', 'SecurityProfileArn') },
  )],
  ['what the handler is told', 'AWS::Lambda::Function', {
    Environment: { Variables: Match.objectLike({ MITIGATION_ACTION: refTo('DefenseIsolate') }) },
  }],
  ['who makes certificates inactive', 'AWS::IAM::Policy', policyOf({ Action: 'iot:UpdateCertificate', Effect: 'Allow', Resource: ending(':cert/\\*') })],
  ['for which action', 'AWS::IAM::Role', assumedFor(':mitigationaction/certificates')],
  ['who makes CAs inactive', 'AWS::IAM::Policy', policyOf({ Action: 'iot:UpdateCACertificate', Effect: 'Allow', Resource: ending(':cacert/\\*') })],
  ['who blanks policies', 'AWS::IAM::Policy', policyOf({ Action: 'iot:CreatePolicyVersion', Effect: 'Allow', Resource: ending(':policy/\\*') })],
  ['who turns the log on', 'AWS::IAM::Policy', policyOf(
    { Action: 'iot:SetV2LoggingOptions', Effect: 'Allow', Resource: '*' },
    { Action: 'iam:PassRole', Effect: 'Allow', Resource: arnOf('LogRole', 'Arn') },
  )],
  ['who tells of findings', 'AWS::IAM::Policy', policyOf({ Action: 'sns:Publish', Effect: 'Allow', Resource: refTo('DefenseAlarms') })],
])('%s', (_what, type, properties) => {
  template.hasResourceProperties(type, properties)
})

it('has one dimension of topics that two behaviors are on', () => template.resourceCountIs('AWS::IoT::Dimension', 1))

it('has no finding of cdk-nag, and no warning', () => expect([built.findings(), built.warnings]).toEqual([[], []]))

describe('a behavior', () => {
  const criteriaOf = (behavior: Behavior) => {
    const { template: one } = synthesize((stack) => new SecurityProfile(stack, 'It', { behaviors: [behavior] }))
    const [profile] = Object.values(one.findResources('AWS::IoT::SecurityProfile'))
    const [{ Name, Metric, Criteria }]: readonly [{ Name: string; Metric: string; Criteria: Record<string, unknown> }] =
      profile?.['Properties'].Behaviors ?? expect.fail('there is no profile')
    return [Name, Metric, Criteria['ComparisonOperator'], Criteria['Value'], Criteria['DurationSeconds']]
  }

  it.each<[string, Behavior, unknown[]]>([
    ['messages received', Behavior.messagesReceived({ atMost: 9, within }),
      ['messages-received', 'aws:num-messages-received', 'less-than-equals', { Count: '9' }, 300]],
    ['connection attempts', Behavior.connectionAttempts({ atMost: 9, within }),
      ['connection-attempts', 'aws:num-connection-attempts', 'less-than-equals', { Count: '9' }, 300]],
    ['disconnects', Behavior.disconnects({ atMost: 9, within }),
      ['disconnects', 'aws:num-disconnects', 'less-than-equals', { Count: '9' }, 300]],
    ['how long it is away', Behavior.awayFor({ atMost: Duration.hours(2) }),
      ['away-for', 'aws:disconnect-duration', 'less-than-equals', { Count: '120' }, undefined]],
    ['where it connects from', Behavior.connectsFrom({ only: ['10.0.0.0/8'] }),
      ['connects-from', 'aws:source-ip-address', 'in-cidr-set', { Cidrs: ['10.0.0.0/8'] }, undefined]],
    ['bytes out', Behavior.bytesOut({ atMost: 9, within }), ['bytes-out', 'aws:all-bytes-out', 'less-than-equals', { Count: '9' }, 300]],
    ['bytes in', Behavior.bytesIn({ atMost: 9, within }), ['bytes-in', 'aws:all-bytes-in', 'less-than-equals', { Count: '9' }, 300]],
    ['packets out', Behavior.packetsOut({ atLeast: 1, within }),
      ['packets-out', 'aws:all-packets-out', 'greater-than-equals', { Count: '1' }, 300]],
    ['packets in', Behavior.packetsIn({ atLeast: 1, within }),
      ['packets-in', 'aws:all-packets-in', 'greater-than-equals', { Count: '1' }, 300]],
    ['connections', Behavior.establishedConnections({ atMost: 3 }),
      ['established-connections', 'aws:num-established-tcp-connections', 'less-than-equals', { Count: '3' }, undefined]],
    ['TCP ports', Behavior.listensOnTcp({ only: [22] }),
      ['listens-on-tcp', 'aws:listening-tcp-ports', 'in-port-set', { Ports: [22] }, undefined]],
    ['UDP ports', Behavior.listensOnUdp({ never: [53] }),
      ['listens-on-udp', 'aws:listening-udp-ports', 'not-in-port-set', { Ports: [53] }, undefined]],
    ['destinations', Behavior.talksTo({ never: ['0.0.0.0/0'] }),
      ['talks-to', 'aws:destination-ip-addresses', 'not-in-cidr-set', { Cidrs: ['0.0.0.0/0'] }, undefined]],
  ])('of %s', (_what, behavior, expected) => expect(criteriaOf(behavior)).toEqual(expected))

  it('of a metric of your own is of its kind', () => {
    const { template: one } = synthesize((stack) => {
      const metric = (type: CustomMetricType) =>
        new CustomMetric(stack, type, { metricName: type, type })
      new SecurityProfile(stack, 'It', { behaviors: [
        Behavior.numbers(metric('number-list'), { only: [1, 2] }), Behavior.texts(metric('string-list'), { never: ['root'] }),
        Behavior.addresses(metric('ip-address-list'), { only: ['10.0.0.0/8'] }),
      ] })
    })
    one.hasResourceProperties('AWS::IoT::SecurityProfile', { Behaviors: [
      { Criteria: { ComparisonOperator: 'in-set', Value: { Numbers: [1, 2] } } },
      { Criteria: { ComparisonOperator: 'not-in-set', Value: { Strings: ['root'] } } },
      { Criteria: { ComparisonOperator: 'in-cidr-set', Value: { Cidrs: ['10.0.0.0/8'] } } },
    ] })
  })
})

it('takes a function, a profile and a group that are there', () => {
  const { template: one } = synthesize((stack) => {
    const handler = new HandlerFunction(stack, 'Mine', { entry })
    new FleetDefense(stack, 'Defense', { behaviors: [Behavior.disconnects({ atMost: 1, within })], handler })
    const action = new MitigationAction(stack, 'Other', {
      mitigation: Mitigation.intoGroups(ThingGroup.fromThingGroupName(stack, 'There', 'there')),
    })
    startsMitigation(SecurityProfile.fromSecurityProfileName(stack, 'Profile', 'theirs'), action, 'OTHER_ACTION')(handler)
    new ThingGroupPolicy(stack, 'Attached', {
      policy: ThingPolicy.fromPolicyName(stack, 'Policy', 'theirs'), thingGroup: new Quarantine(stack, 'Quarantine').thingGroup,
    })
    new SecurityProfile(stack, 'Of', { behaviors: [Behavior.number(CustomMetric.fromMetricName(stack, 'Weight', 'weight'), { atMost: 1 })] })
  })
  one.hasResourceProperties('AWS::Lambda::Function', { Environment: { Variables: Match.objectLike({ OTHER_ACTION: refTo('OtherAction') }) } })
  one.hasResourceProperties('AWS::IAM::Policy', policyOf(
    Match.anyValue(), Match.objectLike({ Action: 'iot:StartDetectMitigationActionsTask', Resource: arnOf('DefenseProfile', 'SecurityProfileArn') }),
    Match.objectLike({ Resource: ending(':securityprofile/theirs') }),
  ))
  one.hasResourceProperties('AWS::IoT::SecurityProfile', { Behaviors: [{ Name: 'Weight', Metric: 'weight' }] })
})

describe('refuses at synthesis', () => {
  const profile = (props: Partial<SecurityProfileProps>) => (stack: Stack) =>
    new SecurityProfile(stack, 'It', { behaviors: [Behavior.disconnects({ atMost: 1, within })], ...props })
  const behaviors = (...those: Behavior[]) => profile({ behaviors: those })
  const many = Array.from({ length: 101 }, (_, index) => Behavior.messageBytes({ name: `b${index}`, atMost: 1 }))

  it.each<[string, (stack: Stack) => unknown, string]>([
    ['a name', profile({ securityProfileName: 'a b' }), 'securityProfileName: "a b" is not what AWS IoT takes'],
    ['a long description', profile({ description: 'x'.repeat(1_001) }), 'take one line of at most 1,000 characters'],
    ['no behavior', behaviors(), 'behaviors: there is none'],
    ['two behaviors of one name', behaviors(Behavior.disconnects({ atMost: 1, within }), Behavior.disconnects({ atMost: 2, within })), 'behaviors[1]: behaviors[0] is called disconnects, too'],
    ['many behaviors', behaviors(...many), 'behaviors: 101 behaviors are more than'],
    ['a window', behaviors(Behavior.disconnects({ atMost: 1, within: Duration.minutes(7) })), 'behaviors[0].within: 420 s are not what AWS IoT takes'],
    ['a behavior\'s name', behaviors(Behavior.messageBytes({ name: 'a b', atMost: 1 })), 'behaviors[0].name: "a b"'],
    ['datapoints', behaviors(Behavior.messageBytes({ atMost: 1, alarmAfter: 11 })), 'behaviors[0].alarmAfter: 11 datapoints'],
    ['a metric\'s name', (stack) => new CustomMetric(stack, 'It', { metricName: 'aws:mine', type: 'number' }), 'metricName: "aws:mine"'],
    ['an action\'s name', (stack) => new MitigationAction(stack, 'It', {
      actionName: 'a b', mitigation: Mitigation.tell(new Topic(stack, 'T')),
    }), 'actionName: "a b"'],
  ])('%s', (_what, make, message) => {
    expect(refusalsOf((stack) => void make(stack))).toEqual([expect.stringContaining(message)])
  })
})
