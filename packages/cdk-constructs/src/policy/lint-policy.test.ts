import { App, Stack } from 'aws-cdk-lib'
import { CfnPolicy } from 'aws-cdk-lib/aws-iot'
import { describe, expect, it } from 'vitest'
import { synthesize } from '../testing/synthesize.ts'
import { lintPoliciesOf, lintPolicy } from './lint-policy.ts'
import { POLICY_RULES } from './policy-rules.ts'

const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
const allow = (Action: string | string[] | object, resources: string | string[], more: object = {}) => ({
  Effect: 'Allow', Action, Resource: [resources].flat().map((each) => (each === '*' ? each : arn(each))), ...more,
})
const deny = (Action: string | string[], resources: string | string[]) => ({ ...allow(Action, resources), Effect: 'Deny' })
const CONNECT = allow('iot:Connect', 'client/${iot:Connection.Thing.ThingName}', {
  Condition: { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } },
})
const lint = (...Statement: object[]) =>
  lintPolicy({ Version: '2012-10-17', Statement }).map(({ rule, statement, resource }) => `${rule} ${statement} ${resource}`)

/** What a row is of, its statements, and what is found: the rule, the statement's index, the resource. */
const FOUND: readonly (readonly [string, object[], string[]])[] = [
  ['everything', [allow('iot:*', '*')], ['all-on-all 0 *']],
  ['everything of an account', [{ Effect: 'Allow', Action: '*', Resource: arn('*') }], ['all-on-all 0 *']],
  ...[['iot:**', '*'], ['IOT:*', '*'], ['iot*', '*'], ['*:*', '*'], ['iot:*', '**']]
    .map(([Action = '', Resource = '']): [string, object[], string[]] =>
      [`everything, as ${Action} on ${Resource}`, [{ Effect: 'Allow', Action, Resource }], [`all-on-all 0 ${Resource}`]]),
  ...['arn:aws:iot:*', 'arn:*', 'arn:aws:iot:*:123456789012:*', 'arn:aws:*:*:*'].map((Resource): [string, object[], string[]] =>
    [
      `everything on ${Resource}`, [{ Effect: 'Allow', Action: 'iot:*', Resource }],
      [`all-on-all 0 ${Resource === 'arn:aws:iot:*:123456789012:*' ? '*' : Resource}`],
    ]),
  ['everything of an account by **', [allow('iot:*', '**')], ['all-on-all 0 **']],
  ['everything but one action', [{ Effect: 'Allow', NotAction: 'iot:DeleteThingShadow', Resource: '*' }], ['all-on-all 0 *']],
  ['everything but one topic', [{ Effect: 'Allow', Action: 'iot:*', NotResource: arn('topic/x') }], ['all-on-all 0 undefined']],
  ['everything, type by type', [allow('iot:*', ['client/*', 'topic/*', 'topicfilter/*', 'thing/*'])], ['all-on-all 0 undefined']],
  [
    'everything, in a branch', [{ Effect: 'Allow', Action: 'iot:*', Resource: { 'Fn::If': ['Wide', '*', arn('topic/x')] } }],
    ['all-on-all 0 *'],
  ],
  ['everything, by a statement in a branch', [{ 'Fn::If': ['Wide', allow('iot:*', '*'), { Ref: 'AWS::NoValue' }] }], ['all-on-all 0 *']],
  ['everything, by a branch of a branch', [
    { 'Fn::If': ['A', { Ref: 'AWS::NoValue' }, { 'Fn::If': ['B', CONNECT, allow({ 'Fn::If': ['C', 'iot:*', 'iot:Connect'] }, '*')] }] },
  ], ['all-on-all 0 *']],
  [
    'everything, by an effect in a branch', [{ ...allow('iot:*', '*'), Effect: { 'Fn::If': ['Wide', 'Allow', 'Deny'] } }],
    ['all-on-all 0 *'],
  ],
  ['everything, by a part of an ARN in a branch', [{
    Effect: 'Allow', Action: 'iot:*',
    Resource: { 'Fn::Join': ['', ['arn:aws:iot:', { Ref: 'AWS::Region' }, ':1:', { 'Fn::If': ['Wide', '*', 'topic/x'] }]] },
  }], ['all-on-all 0 *']],
  ['any client by the beginning of its type', [allow('iot:Connect', 'c*')], ['connect-as-anyone 0 c*']],
  ['any client but one', [{ Effect: 'Allow', Action: 'iot:Connect', NotResource: arn('topic/x') }], ['connect-as-anyone 0 undefined']],
  ...([
    ['not attached', { Bool: { 'iot:Connection.Thing.IsAttached': 'false' } }],
    ['attached or not', { Bool: { 'iot:Connection.Thing.IsAttached': ['true', 'false'] } }],
    ['attached if it exists', { BoolIfExists: { 'iot:Connection.Thing.IsAttached': 'true' } }],
    ['attached, exclusively as well', { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } }],
  ] as const).map(([what, Condition]): [string, object[], string[]] => [
    `any client, ${what}`, [allow('iot:Connect', 'client/*', { Condition })], ['connect-as-anyone 0 client/*'],
  ]),
  ['clients by the beginning of their ids', [allow('iot:Connect', 'client/keg-*')], ['name-then-wildcard 0 client/keg-*']],
  ['clients by the end of their ids', [allow('iot:Connect', 'client/*${iot:ClientId}')], [
    'variable-then-wildcard 0 client/*${iot:ClientId}',
  ]],
  ...['topic/*', 'topic/$aws/*', 'topic/$aws/things/*', 'topic/$aws/things/*/shadow/update', 'topic/$aws/things/*/jobs/*', 't*']
    .map((topic): [string, object[], string[]] =>
      [`publishing as anybody, to ${topic}`, [CONNECT, allow('iot:Publish', topic)], [`publish-as-anyone 1 ${topic}`]]),
  [
    'publishing as anybody but to one topic', [CONNECT, { Effect: 'Allow', Action: 'iot:Publish', NotResource: arn('client/x') }],
    ['publish-as-anyone 1 undefined'],
  ],
  ['a wildcard before a variable', [CONNECT, allow('iot:Publish', 'topic/keg/*${iot:Connection.Thing.ThingName}/x')], [
    'variable-then-wildcard 1 topic/keg/*${iot:Connection.Thing.ThingName}/x',
  ]],
  ['a component of Greengrass under an action of AWS IoT', [
    CONNECT, { Effect: 'Allow', Action: 'iot:Publish', Resource: 'arn:aws:greengrass:us-east-1:123456789012:components:a:versions:1' },
  ], ['malformed-arn 1 arn:aws:greengrass:us-east-1:123456789012:components:a:versions:1']],
  ['a thing variable for Greengrass', [CONNECT, allow('greengrass:Discover', 'thing/${iot:Connection.Thing.ThingName}')], [
    'thing-variable-for-greengrass 1 thing/${iot:Connection.Thing.ThingName}',
  ]],
  ['any client', [allow('iot:Connect', 'client/*')], ['connect-as-anyone 0 client/*']],
  ['any client by *', [allow('iot:Connect', '*')], ['connect-as-anyone 0 *']],
  ['any client by its variable', [allow('iot:Connect', 'client/${iot:ClientId}')], ['connect-as-anyone 0 client/${iot:ClientId}']],
  [
    'any client by the other actions', [{ Effect: 'Allow', NotAction: 'iot:Publish', Resource: arn('client/*') }],
    ['connect-as-anyone 0 client/*'],
  ],
  ['a doubled service', [CONNECT, { Effect: 'Allow', Action: 'iot:Publish', Resource: 'arn:aws:iot:iot:us-east-1:123456789012:topic/a' }], [
    'malformed-arn 1 123456789012:topic/a',
  ]],
  ['no ARN', [CONNECT, { Effect: 'Allow', Action: 'iot:Publish', Resource: 'keg/pours' }], ['malformed-arn 1 keg/pours']],
  ['a misspelt type', [CONNECT, allow('iot:Publish', 'topics/a')], ['malformed-arn 1 topics/a']],
  ['a filter under Publish', [CONNECT, allow('iot:Publish', 'topicfilter/a')], ['wrong-resource-type 1 topicfilter/a']],
  ['a filter under Receive', [CONNECT, allow('iot:Receive', 'topicfilter/a')], ['wrong-resource-type 1 topicfilter/a']],
  ['a topic under Subscribe', [CONNECT, allow('iot:Subscribe', 'topic/a')], ['wrong-resource-type 1 topic/a']],
  [
    'a topic under Publish and Subscribe', [CONNECT, allow(['iot:Publish', 'iot:Subscribe'], 'topic/a')],
    ['wrong-resource-type 1 undefined'],
  ],
  ['a misspelt action', [CONNECT, allow('iot:GetThingSadow', 'thing/keg-1')], ['unknown-action 1 undefined']],
  ['an action of another prefix', [CONNECT, allow('iot:UpdateJobExecution', 'thing/keg-1')], ['unknown-action 1 undefined']],
  ['an unknown variable', [CONNECT, allow('iot:Publish', 'topic/${iot:ThingName}/a')], ['unknown-variable 1 topic/${iot:ThingName}/a']],
  ['an unknown variable in a condition', [
    CONNECT, allow('iot:Publish', 'topic/a', { Condition: { StringEquals: { 'iot:ClientId': '${iot:ThingName}' } } }),
  ], ['unknown-variable 1 undefined']],
  [
    'an unknown condition key', [CONNECT, allow('iot:Publish', 'topic/a', { Condition: { Bool: { 'iot:IsAttached': 'true' } } })],
    ['unknown-condition-key 1 undefined'],
  ],
  ['a + in a topic', [CONNECT, allow('iot:Receive', 'topic/some/+/topic')], ['mqtt-wildcard-in-topic 1 topic/some/+/topic']],
  ['a # in a topic', [CONNECT, allow('iot:Publish', 'topic/some/#')], ['mqtt-wildcard-in-topic 1 topic/some/#']],
  ['a ?', [CONNECT, allow('iot:Publish', 'topic/keg-?/a')], ['question-mark 1 topic/keg-?/a']],
  ['a wildcard behind a variable', [CONNECT, allow('iot:Publish', 'topic/keg/${iot:Connection.Thing.ThingName}*')], [
    'variable-then-wildcard 1 topic/keg/${iot:Connection.Thing.ThingName}*',
  ]],
  ['a wildcard behind a variable, as a client', [allow('iot:Connect', 'client/${iot:CertificateId}*')], [
    'variable-then-wildcard 0 client/${iot:CertificateId}*',
  ]],
  ['a wildcard behind a name', [CONNECT, allow('iot:Publish', 'topic/things/lamp*')], ['name-then-wildcard 1 topic/things/lamp*']],
  ['a wildcard behind a variable and some text', [CONNECT, allow('iot:Publish', 'topic/${iot:ClientId}-*')], [
    'name-then-wildcard 1 topic/${iot:ClientId}-*',
  ]],
  ['a Deny that # goes round', [
    CONNECT, allow('iot:Subscribe', 'topicfilter/bar/#'), allow('iot:Receive', 'topic/bar/*'),
    deny('iot:Subscribe', 'topicfilter/bar/till'),
  ], ['deny-goes-round 3 topicfilter/bar/till']],
  ['a Deny that * goes round', [
    CONNECT, allow('iot:Subscribe', 'topicfilter/*'), allow('iot:Receive', 'topic/*'), deny('iot:Subscribe', 'topicfilter/bar/till'),
  ], ['deny-goes-round 3 topicfilter/bar/till']],
  ['Subscribe without Receive', [CONNECT, allow('iot:Subscribe', 'topicfilter/keg/+/state')], [
    'subscribe-without-receive 1 topicfilter/keg/+/state',
  ]],
  ['Subscribe with Receive of another topic', [
    CONNECT, allow('iot:Subscribe', 'topicfilter/keg/+/state'), allow('iot:Receive', 'topic/keg/pours'),
  ], ['subscribe-without-receive 1 topicfilter/keg/+/state']],
  ['a thing variable for HTTPS alone', [allow('iot:Publish', 'topic/keg/${iot:Connection.Thing.ThingName}/pours')], [
    'thing-variable-over-https 0 topic/keg/${iot:Connection.Thing.ThingName}/pours',
  ]],
  ['a thing variable for shadows over HTTPS', [CONNECT, allow('iot:GetThingShadow', 'thing/${iot:Connection.Thing.ThingName}')], [
    'thing-variable-over-https 1 thing/${iot:Connection.Thing.ThingName}',
  ]],
]

/** Documents about which nothing is to be said. */
const FINE: readonly (readonly [string, object[]])[] = [
  ['what a thing needs', [
    CONNECT, allow('iot:Publish', 'topic/keg/${iot:Connection.Thing.ThingName}/pours'), allow('iot:Subscribe', 'topicfilter/keg/*'),
    allow('iot:Receive', 'topic/keg/*'),
  ]],
  ['several types for several actions', [
    CONNECT, allow(['iot:Publish', 'iot:Subscribe', 'iot:Receive'], ['topic/keg/a', 'topicfilter/keg/a']),
  ]],
  ['wildcards in filters', [CONNECT, allow('iot:Subscribe', ['topicfilter/keg/+/state', 'topicfilter/bar/#']), allow('iot:Receive', [
    'topic/keg/*/state', 'topic/bar/*',
  ])]],
  ['a shared subscription', [
    CONNECT, allow('iot:Subscribe', 'topicfilter/$share/workers/keg/+/state'), allow('iot:Receive', 'topic/keg/*/state'),
  ]],
  ['a Deny with Receive', [
    CONNECT, allow('iot:Subscribe', 'topicfilter/bar/#'), allow('iot:Receive', 'topic/bar/*'),
    deny('iot:Subscribe', 'topicfilter/bar/till'), deny('iot:Receive', 'topic/bar/till'),
  ]],
  ['a Deny of all filters that are allowed', [
    CONNECT, allow('iot:Subscribe', 'topicfilter/bar/#'), allow('iot:Receive', 'topic/bar/*'), deny('iot:Subscribe', 'topicfilter/bar/*'),
  ]],
  ['a Deny of another branch', [
    CONNECT, allow('iot:Subscribe', 'topicfilter/bar/#'), allow('iot:Receive', 'topic/bar/*'), deny('iot:Subscribe', 'topicfilter/till/#'),
  ]],
  ['HTTPS by names', [allow('iot:Publish', 'topic/keg/keg-1/pours'), allow('iot:GetThingShadow', 'thing/keg-1')]],
  ['escapes', [CONNECT, allow('iot:Publish', 'topic/a${*}/${?}/${$}aws')]],
  ['variables of the certificate', [
    CONNECT, allow('iot:Publish', ['topic/${iot:Certificate.Subject.CommonName}/a', 'topic/${iot:Certificate.Subject.Organization.1}/a']),
  ]],
  ['a component of Greengrass', [{
    Effect: 'Allow', Action: 'greengrass:GetComponentVersionArtifact',
    Resource: 'arn:aws:greengrass:eu-central-1:123456789012:components:a:versions:1.0.0',
  }]],
  ['Greengrass beside MQTT', [{ ...allow(['iot:Connect', 'greengrass:Discover'], ['client/keg-1', 'thing/keg-1']) }]],
  ['actions of the own thing', [CONNECT, allow('iot:Publish', [
    'topic/$aws/things/${iot:Connection.Thing.ThingName}/shadow/*', 'topic/$aws/rules/pours/*', 'topic/keg/*/pours',
  ])]],
  ['a condition in a branch', [CONNECT, allow('iot:Publish', 'topic/a', {
    Condition: { 'Fn::If': ['X', { StringEquals: { 'iot:ClientId': 'a' } }, { Ref: 'AWS::NoValue' }] },
  })]],
  ['actions and resources that are known at deployment alone', [{ Effect: 'Allow', Action: { Ref: 'Action' }, Resource: { Ref: 'Arn' } }]],
  ['jobs over HTTPS', [allow('iotjobsdata:*', 'thing/keg-1')]],
  ['what is not denied', [CONNECT, { Effect: 'Deny', Action: 'iot:Publish', NotResource: arn('topic/keg/*') }]],
  ['credentials', [CONNECT, allow('iot:AssumeRoleWithCertificate', 'rolealias/kegs')]],
]

describe('a policy is linted', () => {
  it.each(FOUND)('%s', (_what, statements, found) => {
    expect(lint(...statements)).toEqual(found)
  })
  it.each(FINE)('nothing is said of %s', (_what, statements) => {
    expect(lint(...statements)).toEqual([])
  })
  it('each rule has a row', () => {
    const seen = new Set(FOUND.flatMap(([, , found]) => found.map((text) => text.split(' ')[0])))
    expect([...seen].sort()).toEqual(Object.keys(POLICY_RULES).sort())
  })
  it('a document that is longer than AWS takes, white space apart', () => {
    const topics = Array.from({ length: 50 }, (_, index) => `topic/keg/${index}`)
    expect(lint(allow('iot:Publish', topics))).toEqual(['too-long undefined undefined'])
    expect(lint(allow('iot:Publish', topics.slice(0, 30)))).toEqual([])
    expect(lintPolicy(JSON.stringify({ Statement: allow('iot:Publish', topics.slice(0, 30)) }, undefined, 100))).toEqual([])
  })
  it('a resource of 30,000 characters', () => {
    const long = 'a'.repeat(30_000)
    expect(lint(CONNECT, allow('iot:Subscribe', `topicfilter/${long}`), allow('iot:Receive', `topic/${long}`)))
      .toEqual(['too-long undefined undefined'])
  })
  it('each finding says the place, the fix and the page', () => {
    expect(lintPolicy({ Statement: [CONNECT, allow('iot:Receive', 'topic/some/+/topic')] })).toEqual([{
      rule: 'mqtt-wildcard-in-topic', severity: 'error', statement: 1, resource: 'topic/some/+/topic',
      message: expect.stringContaining('matches nothing'), fix: 'write topic/some/*/topic',
      see: 'https://docs.aws.amazon.com/iot/latest/developerguide/pub-sub-policy.html',
    }])
  })
  it.each([
    '', 'no JSON', '{}', undefined, null, 7, { Statement: 'a' }, { Statement: [null, { Action: 7 }] },
  ])('of what is no policy nothing is thrown: %j', (document) => {
    expect(() => lintPolicy(document)).not.toThrow()
  })
  it('takes what is known at deployment alone for right', () => {
    const stack = new Stack(new App(), 'Stack')
    const resource = (text: string) => stack.resolve(stack.formatArn({ service: 'iot', resource: text }))
    expect(lintPolicy({ Statement: [{
      Effect: 'Allow',
      Action: 'iot:Publish',
      Resource: [resource('topic/a'), { Ref: 'Arn' }, { 'Fn::Sub': 'arn:aws:iot:${AWS::Region}:1:topic/${!iot:ClientId}/${Topic}' }],
    }] })).toEqual([])
    expect(lintPolicy({ Statement: [{ Effect: 'Allow', Action: 'iot:Publish', Resource: resource('topicfilter/a') }] })).toMatchObject([
      { rule: 'wrong-resource-type', resource: 'topicfilter/a' },
    ])
  })
})

it('lintPoliciesOf refuses what is wrong in any policy of an app, all at once, and warns of the rest', () => {
  const build = (...statements: object[]) => synthesize((stack) => {
    new CfnPolicy(stack, 'One', { policyDocument: { Statement: statements } })
    lintPoliciesOf(stack)
  })
  expect(() => build(allow('iot:*', '*'), allow('iot:Publish', 'topic/#')))
    .toThrow(/Stack\/One: Statement\[0\] "\*": .*all-on-all[^]*Stack\/One: Statement\[1\] "topic\/#": .*write topic\/\*/)
  expect(build(allow('iot:Connect', '*')).warnings).toEqual([
    expect.stringMatching(/^Statement\[0\] "\*": a device may connect under any client id.*connect-policy\.html/),
  ])
})
