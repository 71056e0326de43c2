import { expect, it } from 'vitest'
import { LocalIotError } from '../local-iot-error.ts'
import { explainPolicyRequest, type PolicyPrincipal } from './explain.ts'

const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
const own = arn('topic/keg/${iot:Connection.Thing.ThingName}/*')
const allow = { Sid: 'Own', Effect: 'Allow', Action: 'iot:Publish', Resource: own }
const fromCellar = { Effect: 'Allow', Action: 'iot:*', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }
const keg: PolicyPrincipal = { clientId: 'keg-1', thingName: 'keg-1', attached: true, sourceIp: '192.168.0.1' }

it.each<[string, PolicyPrincipal, string, string, string, (string | undefined)[]]>([
  ['that it applies', keg, 'iot:Publish', 'topic/keg/keg-1/pours', 'allow', [undefined, 'The condition IpAddress of aws:SourceIp with 10.0.0.0/8 does not hold.']],
  ['the action', keg, 'iot:Receive', 'topic/keg/keg-1/pours', 'implicitDeny', ['It is for iot:Publish.', expect.any(String)]],
  ['the resource', keg, 'iot:Publish', 'topic/keg/keg-2/pours', 'implicitDeny', [`${arn('topic/keg/keg-2/pours')} is none of ${own}.`, expect.any(String)]],
  ['the variable', { ...keg, clientId: 'other' }, 'iot:Publish', 'topic/keg/keg-1/pours', 'implicitDeny', [
    `${arn('topic/keg/keg-1/pours')} is none of ${own}. Nothing is known of iot:Connection.Thing.ThingName here.`, expect.any(String),
  ]],
])('says %s', (_, principal, action, resource, decision, whys) => {
  const policies = [{ Version: '2012-10-17', Statement: [allow, fromCellar] }]
  const explained = explainPolicyRequest({ policies, principal, action, resource })
  expect([explained.decision, explained.statements.map(({ why }) => why)]).toEqual([decision, whys])
  expect(explained.statements[0]).toMatchObject({ policyName: 'p0', statement: 0, sid: 'Own', effect: 'Allow', applies: whys[0] === undefined })
})

it('refuses a policy that is none', () => {
  expect(() => explainPolicyRequest({ policies: [undefined], principal: { clientId: 'a' }, action: 'iot:Connect', resource: 'client/a' })).toThrow(LocalIotError)
})
