import { describe, expect, it } from 'vitest'
import { parsePolicyDocument } from '../../../policy/policy-document.ts'
import { broadActions } from './broad-access.ts'
import { misconfigurations } from './misconfigured-policy.ts'

const account = { region: 'us-east-1', accountId: '123456789012' }
const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
type Statement = readonly [effect: 'Allow' | 'Deny', action: string, resource: string, condition?: object]
const documentOf = (statements: readonly Statement[]) => parsePolicyDocument(JSON.stringify({
  Version: '2012-10-17',
  Statement: statements.map(([Effect, Action, resource, Condition]) => ({
    Effect, Action, Resource: resource === '*' ? '*' : arn(resource), ...(Condition === undefined ? {} : { Condition }),
  })),
}))
const attached = { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } }
const own = '${iot:Connection.Thing.ThingName}'

// audit-chk-iot-policy-permissive.html
describe('broad access', () => {
  it.each<[string, readonly Statement[], readonly string[]]>([
    ['everything', [['Allow', 'iot:*', '*']], [
      'iot:Connect', 'iot:Subscribe', 'iot:GetThingShadow', 'iot:DeleteThingShadow', 'iot:UpdateThingShadow', 'iot:Publish',
    ]],
    ['any client', [['Allow', 'iot:Connect', 'client/*']], ['iot:Connect']],
    ['clients of a beginning', [['Allow', 'iot:Connect', 'client/keg-*']], ['iot:Connect']],
    ['whatever the client calls itself', [['Allow', 'iot:Connect', 'client/${iot:ClientId}']], ['iot:Connect']],
    ['the client of an attached thing', [['Allow', 'iot:Connect', 'client/${iot:ClientId}', attached]], []],
    ['the thing\'s own client', [['Allow', 'iot:Connect', `client/${own}`, attached]], []],
    ['one client', [['Allow', 'iot:Connect', 'client/keg-1']], []],
    ['shadows of all', [['Allow', 'iot:Publish', 'topic/$aws/things/*/shadow/update']], ['iot:Publish']],
    ['all of things', [['Allow', 'iot:Publish', 'topic/$aws/things/*']], ['iot:Publish']],
    ['its own shadow', [['Allow', 'iot:Publish', `topic/$aws/things/${own}/shadow/*`]], []],
    ['every reserved filter', [['Allow', 'iot:Subscribe', 'topicfilter/$aws/things/*']], ['iot:Subscribe']],
    ['a filter with a plus', [['Allow', 'iot:Subscribe', 'topicfilter/$aws/things/+/shadow/update/accepted']], ['iot:Subscribe']],
    ['its own filters', [['Allow', 'iot:Subscribe', `topicfilter/$aws/things/${own}/*`]], []],
    ['to receive anything', [['Allow', 'iot:Receive', 'topic/$aws/things/*']], []],
    ['any thing over HTTPS', [['Allow', 'iot:GetThingShadow', 'thing/*']], ['iot:GetThingShadow']],
    ['one thing over HTTPS', [['Allow', 'iot:GetThingShadow', 'thing/keg-1']], []],
    ['everything, and a Deny', [['Allow', 'iot:Publish', '*'], ['Deny', 'iot:Publish', 'topic/$aws/*']], []],
  ])('of a policy that allows %s', (_what, statements, actions) => expect(broadActions(documentOf(statements), account)).toEqual(actions))
})

// audit-chk-iot-misconfigured-policies.html
describe('a policy that is not what it looks like', () => {
  const building = [['Allow', 'iot:Subscribe', 'topicfilter/building/*'], ['Allow', 'iot:Receive', 'topic/building/*']] as const
  it.each<[string, readonly Statement[], readonly string[]]>([
    ['denies by a wildcard of MQTT', [...building, ['Deny', 'iot:Subscribe', 'topicfilter/building/control_room/#']],
      ['POLICY_CONTAINS_MQTT_WILDCARDS_IN_DENY_STATEMENT']],
    ['denies a filter, and not what a wider one brings', [...building, ['Deny', 'iot:Subscribe', 'topicfilter/building/control_room/*']],
      ['TOPIC_FILTERS_INTENDED_TO_DENY_ALLOWED_USING_WILDCARDS']],
    ['denies both', [
      ...building, ['Deny', 'iot:Subscribe', 'topicfilter/building/control_room/*'], ['Deny', 'iot:Receive', 'topic/building/control_room/*'],
    ], []],
    ['denies nothing', building, []],
  ])('as it %s', (_what, statements, codes) => {
    expect(misconfigurations(documentOf(statements), account).map(({ code }) => code)).toEqual(codes)
  })
})
