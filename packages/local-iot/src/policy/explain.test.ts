import { expect, it } from 'vitest'
import { LocalIotError } from '../errors/local-iot-error.ts'
import { explainPolicyRequest } from './explain.ts'
import type { PolicyPrincipal, PolicyRequest } from './policy-request.ts'

const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
const own = arn('topic/keg/${iot:Connection.Thing.ThingName}/*')
const allow = { Sid: 'Own', Effect: 'Allow', Action: 'iot:Publish', Resource: own }
const fromCellar = { Effect: 'Allow', Action: 'iot:*', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }
const keg: PolicyPrincipal = { clientId: 'keg-1', thingName: 'keg-1', attached: true, sourceIp: '192.168.0.1' }

it.each<[string, PolicyPrincipal, string, string, string, (string | undefined)[]]>([
  ['that it applies', keg, 'iot:Publish', 'topic/keg/keg-1/pours', 'allow', [
    undefined, 'The condition IpAddress of aws:SourceIp with 10.0.0.0/8 does not hold.',
  ]],
  ['the action', keg, 'iot:Receive', 'topic/keg/keg-1/pours', 'implicitDeny', ['It is for iot:Publish.', expect.any(String)]],
  ['the resource', keg, 'iot:Publish', 'topic/keg/keg-2/pours', 'implicitDeny', [
    `${arn('topic/keg/keg-2/pours')} is none of ${own}.`, expect.any(String),
  ]],
  ['the variable', { ...keg, clientId: 'other' }, 'iot:Publish', 'topic/keg/keg-1/pours', 'implicitDeny', [
    `${arn('topic/keg/keg-1/pours')} is none of ${own}. Nothing is known of iot:Connection.Thing.ThingName here.`, expect.any(String),
  ]],
])('says %s', (_, principal, action, resource, decision, whys) => {
  const policies = [{ Version: '2012-10-17', Statement: [allow, fromCellar] }]
  const explained = explainPolicyRequest({ policies, principal, action, resource })
  expect([explained.decision, explained.statements.map(({ why }) => why)]).toEqual([decision, whys])
  expect(explained.statements[0]).toMatchObject({
    policyName: 'p0', statement: 0, sid: 'Own', effect: 'Allow', applies: whys[0] === undefined,
  })
})

it('refuses a policy that is none', () => {
  expect(() => explainPolicyRequest({ policies: [undefined], principal: { clientId: 'a' }, action: 'iot:Connect', resource: 'client/a' }))
    .toThrow(LocalIotError)
})

const allowing = (Action: string | string[], Resource: string | string[], Condition?: object) => ({
  Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource, ...(Condition && { Condition }) }],
})
const ask = (request: object) => explainPolicyRequest({
  policies: [allowing('iot:*', '*')], principal: { clientId: 'a' }, action: 'iot:Publish', resource: 'topic/a', ...request,
} as PolicyRequest)

it.each<[string, object, string]>([
  // direct-messaging-policy-examples.html
  ['iot:Topic that is listed', {
    policies: [allowing('iot:SendDirectMessage', '*', { StringEquals: { 'iot:Topic': ['commands/reboot', 'commands/update'] } })],
    action: 'iot:SendDirectMessage', resource: 'client/k', topic: 'commands/update',
  }, 'allow'],
  ['iot:Topic that is not', {
    policies: [allowing('iot:SendDirectMessage', '*', { StringEquals: { 'iot:Topic': ['commands/reboot'] } })],
    action: 'iot:SendDirectMessage', resource: 'client/k', topic: 'commands/wipe',
  }, 'implicitDeny'],
  ['iot:Topic by wildcard', {
    policies: [allowing('iot:SendDirectMessage', '*', { StringLike: { 'iot:Topic': 'commands/*' } })], action: 'iot:SendDirectMessage',
    resource: 'client/k', principal: { topic: 'commands/a/b' },
  }, 'allow'],
  ['iot:Topic of a request that has none', {
    policies: [allowing('iot:SendDirectMessage', '*', { StringLike: { 'iot:Topic': '*' } })], action: 'iot:SendDirectMessage',
    resource: 'client/k',
  }, 'implicitDeny'],
  // device-connectivity-status.html
  ['iot:IncludeSocketInformation false', {
    policies: [allowing('iot:GetThingConnectivityData', '*', { Bool: { 'iot:IncludeSocketInformation': 'false' } })],
    action: 'iot:GetThingConnectivityData', resource: 'thing/k', includeSocketInformation: false,
  }, 'allow'],
  ['iot:IncludeSocketInformation true', {
    policies: [allowing('iot:GetThingConnectivityData', '*', { Bool: { 'iot:IncludeSocketInformation': 'false' } })],
    action: 'iot:GetThingConnectivityData', resource: 'thing/k', includeSocketInformation: true,
  }, 'implicitDeny'],
  // iot-policy-actions.html
  ['the actions of jobs', {
    policies: [allowing('iotjobsdata:*', arn('thing/keg-1'))], action: 'iotjobsdata:StartNextPendingJobExecution', resource: 'thing/keg-1',
  }, 'allow'],
  ['the actions of jobs are none of iot:*', { action: 'iotjobsdata:DescribeJobExecution', resource: 'thing/keg-1' }, 'implicitDeny'],
  ['a full ARN', { policies: [allowing('iot:Publish', arn('topic/a'))], resource: arn('topic/a') }, 'allow'],
  ['a full ARN of another account', {
    policies: [allowing('iot:Publish', arn('topic/a'))], resource: arn('topic/a').replace('123456789012', '210987654321'),
  }, 'implicitDeny'],
  // connect-policy.html: "allows clean connect by clients with or without LastWill, no other features will be allowed"
  ...([
    [[], 'allow'], [undefined, 'allow'], [['LastWill'], 'allow'], [['LastWill', 'PersistentConnect'], 'implicitDeny'],
    [['PersistentConnect', 'LastWill'], 'implicitDeny'],
  ] as const).map(
    ([connectAttributes, decision]): [string, object, string] => [
      `StringEquals of iot:ConnectAttributes with ${JSON.stringify(connectAttributes)}`,
      {
        policies: [allowing('iot:Connect', '*', { StringEquals: { 'iot:ConnectAttributes': 'LastWill' } })], action: 'iot:Connect',
        resource: 'client/a', principal: { clientId: 'a', connectAttributes },
      }, decision,
    ],
  ),
  ['iot:ConnectAttributes of a publish', {
    policies: [allowing('iot:*', '*', { StringEquals: { 'iot:ConnectAttributes': 'LastWill' } })],
    principal: { clientId: 'a', connectAttributes: ['LastWill'] },
  }, 'implicitDeny'],
  ['Null of iot:ConnectAttributes where nothing is asked', {
    policies: [allowing('iot:Connect', '*', { Null: { 'iot:ConnectAttributes': 'true' } })], action: 'iot:Connect', resource: 'client/a',
  }, 'allow'],
  ['a Will is a connect attribute', {
    policies: [allowing('iot:Connect', '*', { 'ForAllValues:StringEquals': { 'iot:ConnectAttributes': [] } })], action: 'iot:Connect',
    resource: 'client/a', principal: { clientId: 'a', lastWillTopic: 'gone' },
  }, 'implicitDeny'],
  // cert-policy-variables.html
  ['a subject alternative name', {
    policies: [allowing('iot:Publish', arn('topic/${iot:Certificate.Subject.AlternativeName.DNSName}'))],
    resource: 'topic/keg.example',
    principal: { certificate: { Subject: { AlternativeName: { DNSName: ['keg.example', 'b'] } } } },
  }, 'allow'],
  ['the available keys', {
    policies: [allowing('iot:Publish', '*', {
      'ForAnyValue:StringEquals': { 'iot:Certificate.AvailableKeys': 'iot:Certificate.Issuer.CommonName' },
    })],
    principal: { certificate: { Issuer: { CommonName: 'ca' } } },
  }, 'allow'],
  // thing-policy-variables.html: the thing name is taken as client id
  ['IsAttached of another client id', {
    policies: [allowing('iot:*', '*', { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } })],
    principal: { clientId: 'b', thingName: 'a', attached: true },
  }, 'implicitDeny'],
  ['IsAttached of an exclusive thing', {
    policies: [allowing('iot:*', '*', { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } })],
    principal: { clientId: 'b', thingName: 'a', attached: true, exclusiveThing: true },
  }, 'allow'],
  // authorizing-direct-aws.html: the thing is named by a header
  ['thing variables for a role alias', {
    policies: [allowing('iot:AssumeRoleWithCertificate', arn('rolealias/${iot:Connection.Thing.ThingName}'))],
    action: 'iot:AssumeRoleWithCertificate',
    resource: 'rolealias/a',
    principal: { thingName: 'a', attached: true, transport: 'https' },
  }, 'allow'],
  ['IsAttached over HTTPS', {
    policies: [allowing('iot:*', '*', { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } })],
    principal: { clientId: 'a', thingName: 'a', attached: true, transport: 'https' },
  }, 'implicitDeny'],
])('decides by %s', (_, request, decision) => {
  expect(ask(request).decision).toBe(decision)
})

it.each<[string, object, unknown[]]>([
  ['no policies', { policies: [] }, [{ why: 'No policy is attached.' }]],
  ['a policy without statements', { policies: [{ Statement: [] }] }, [{ policyName: 'p0', why: 'No statement of p0 allows anything.' }]],
  ['a policy that only denies', { policies: [{ Statement: [{ Effect: 'Deny', Action: 'iot:Connect', Resource: '*' }] }] }, [
    { policyName: 'p0', why: 'No statement of p0 allows anything.' },
  ]],
  ['another action', { policies: [allowing('iot:Connect', '*')] }, [
    { policyName: 'p0', statement: 0, effect: 'Allow', why: 'It is for iot:Connect.' },
  ]],
  ['the nearest first', { policies: [allowing('iot:Connect', '*'), allowing('iot:Publish', arn('topic/b')), fromNowhere()] }, [
    { policyName: 'p2', statement: 0, effect: 'Allow', why: 'The condition IpAddress of aws:SourceIp with 0.0.0.1 does not hold.' },
    { policyName: 'p1', statement: 0, effect: 'Allow', why: `${arn('topic/a')} is none of ${arn('topic/b')}.` },
    { policyName: 'p0', statement: 0, effect: 'Allow', why: 'It is for iot:Connect.' },
  ]],
  ['a resource of another type', {
    policies: [allowing('iot:Subscribe', arn('topic/a'))], action: 'iot:Subscribe', resource: 'topicfilter/a',
  }, [
    {
      policyName: 'p0', statement: 0, effect: 'Allow',
      why: `${arn('topicfilter/a')} is none of ${arn('topic/a')}. iot:Subscribe is asked of topicfilter/…, not of topic/….`,
    },
  ]],
])('says what misses with %s', (_, request, because) => {
  expect(ask(request).because).toEqual(because)
})
function fromNowhere() {
  return allowing('iot:Publish', '*', { IpAddress: { 'aws:SourceIp': '0.0.0.1' } })
}

it.each<[string, object, string[]]>([
  ['nothing', {}, []],
  ['annotations', { id: 1, expect: 'allow', note: 'x', source: 'x', confidence: 'x' }, []],
  ['unknown members', { ressource: 'x', principal: { clientid: 'a', certificate: { subject: {} } } }, [
    'ressource is no member', 'principal.clientid is no member', 'principal.certificate.subject is no member',
  ]],
  ['an unknown action', { action: 'iot:Publsh' }, ['iot:Publsh is no action of AWS IoT policies.']],
  ['an action by its old name', { action: 'iot:UpdateJobExecution', resource: 'thing/a' }, ['It is iotjobsdata:UpdateJobExecution.']],
  ['a resource of another type', { action: 'iot:Subscribe' }, ['iot:Subscribe is asked of topicfilter/…, not of topic/a.']],
  ['misspelt actions of a policy', { policies: [allowing(['iot:Get*', 'iot:GetThingSadow', 'iot:Describe*'], '*')] }, [
    'p0[0]: iot:GetThingSadow is no action', 'p0[0]: iot:Describe* is no action',
  ]],
  ['an unknown condition key', { policies: [allowing('iot:*', '*', { StringEquals: { 'iot:ClientID': 'a', 'iot:Client': 'b' } })] }, [
    'p0[0]: iot:Client is no condition key',
  ]],
  ['an unknown variable', { policies: [allowing('iot:*', [arn('topic/${iot:ThingName}'), arn('topic/${iot:ClientId}/${*}')])] }, [
    'p0[0]: ${iot:ThingName} is no policy variable.',
  ]],
  ['an unknown member of a policy', { policies: [{ ...allowing('iot:*', '*'), Comment: 'x', Id: 'y' }] }, [
    'p0: Comment is no member of a policy document.',
  ]],
])('remarks on %s', (_, request, remarks) => {
  const { remarks: said = [] } = ask(request)
  expect(said.map((one, index) => one.includes(remarks[index] ?? '\0'))).toEqual(remarks.map(() => true))
})

it.each<[string, unknown]>([
  ['no object', 7],
  ['no policies', { policies: undefined }],
  ['policies that are no list', { policies: {} }],
  ['a principal that is no object', { principal: [] }],
  ['a client id that is no text', { principal: { clientId: 7 } }],
  ['attached that is no boolean', { principal: { attached: 'true' } }],
  ['attributes that are no texts', { principal: { attributes: { a: 1 } } }],
  ['a transport that there is not', { principal: { transport: 'amqp' } }],
  ['a certificate of other names', { principal: { certificate: { Subject: { CommonName: 7 } } } }],
  ['an action that is no text', { action: ['iot:Publish'] }],
  ['a topic that is no text', { topic: 1 }],
])('refuses %s', (_, request) => {
  expect(() => (typeof request === 'object' && request !== null ? ask(request) : explainPolicyRequest(request as PolicyRequest)))
    .toThrow(expect.objectContaining({ code: 'REQUEST_MALFORMED' }))
})
