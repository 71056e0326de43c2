import { expect, it } from 'vitest'
import { policyWords } from './policy-words.ts'

const arn = (name: string) => `arn:aws:iot:eu-central-1:123456789012:${name}`
const allow = (Action: unknown, Resource: unknown, more = {}) => ({ Effect: 'Allow', Action, Resource, ...more })

it.each<[string, unknown, object[]]>([
  ['a topic', [allow('iot:Publish', arn('topic/keg/berlin/k-1/pours'))], [{ allows: true, does: 'publish to', what: ['keg/berlin/k-1/pours'] }]],
  [
    'variables of the thing', allow(['iot:Connect'], [arn('client/${iot:Connection.Thing.ThingName}'), arn('client/claim-x')]),
    [{ allows: true, does: 'connect as', what: ['k-1', 'claim-x'] }],
  ],
  [
    'another variable', allow('iot:Receive', arn('topic/keg/${iot:Connection.Thing.Attributes[siteId]}/${iot:ClientId}/#')),
    [{ allows: true, does: 'receive from', what: ['keg/berlin/${iot:ClientId}/#'] }],
  ],
  [
    'several actions', allow(['iot:Publish', 'iot:GetThingShadow'], '*'),
    [{ allows: true, does: 'publish to', what: ['*'] }, { allows: true, does: 'iot:GetThingShadow', what: ['*'] }],
  ],
  ['a refusal', [{ Effect: 'Deny', Action: 'iot:*', Resource: '*' }], [{ allows: false, does: 'do anything with', what: ['*'] }]],
  [
    'a condition', [allow('iot:Publish', '*', { Condition: { Bool: { 'iot:Connection.Thing.IsAttached': ['true'] } } })],
    [{ allows: true, does: 'publish to', what: ['*'], onlyIf: ['iot:Connection.Thing.IsAttached Bool true'] }],
  ],
  [
    'several conditions', [allow('iot:Publish', '*', { Condition: { Null: { a: [1, 2], b: 'x' }, Odd: 'c' } })],
    [{ allows: true, does: 'publish to', what: ['*'], onlyIf: ['a Null 1 or 2', 'b Null x', '{"Odd":"c"}'] }],
  ],
  [
    'what is no condition', [allow('iot:Publish', '*', { Condition: 'never' })],
    [{ allows: true, does: 'publish to', what: ['*'], onlyIf: ['"never"'] }],
  ],
  ['no statements', undefined, []],
  ['what is none', ['Allow', 7, null], []],
  ['a statement without actions', [allow(undefined, 7)], []],
])('says %s', (_, Statement, words) => {
  expect(policyWords({ Version: '2012-10-17', Statement }, { kegId: 'k-1', siteId: 'berlin' })).toMatchObject(words)
})

it('leaves the site’s variable where no site is known', () => {
  const text = 'keg/${iot:Connection.Thing.Attributes[siteId]}/#'
  expect(policyWords({ Statement: allow('iot:Subscribe', arn(`topicfilter/${text}`)) }, { kegId: 'k-1' })).toMatchObject([{ what: [text] }])
})
