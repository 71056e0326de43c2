import { expect, it } from 'vitest'
import type { PolicyContext } from './policy-context.ts'
import { parsePolicyDocument } from './policy-document.ts'
import { nearestReason } from './statement-verdict.ts'

const context: PolicyContext = { region: 'us-east-1', accountId: '123456789012', clientId: 'k-1', sourceIp: '10.0.0.1' }
const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
const allow = (Action: string, Resource: string | string[], more: object = {}) => ({ Effect: 'Allow', Action, Resource, ...more })
const named = (statements: object[], policyName = 'keg') =>
  ({ policyName, document: parsePolicyDocument(JSON.stringify({ Version: '2012-10-17', Statement: statements })) })

it.each<[string, ReturnType<typeof named>[], string]>([
  ['no policy', [], 'No policy is attached.'],
  ['none for the action', [
    named([allow('iot:Subscribe', '*')]), named([allow('iot:Receive', '*')], 'more'),
  ], 'No statement of keg, more is for iot:Publish.'],
  ['another resource', [
    named([allow('iot:Publish', arn('topic/keg/b'), { Sid: 'Own' })]),
  ], `keg[Own]: ${arn('topic/keg/a')} is none of ${arn('topic/keg/b')}.`],
  [
    'a variable that stays as text',
    [named([allow('iot:Connect', '*'), allow('iot:Publish', arn('topic/keg/${iot:Connection.Thing.ThingName}'))])],
    `keg[1]: ${arn('topic/keg/a')} is none of ${arn('topic/keg/${iot:Connection.Thing.ThingName}')}. Nothing is known of iot:Connection.Thing.ThingName here.`,
  ],
  [
    'a condition', [named([allow('iot:*', '*', { Condition: { IpAddress: { 'aws:SourceIp': '192.168.0.0/16' } } })])],
    'keg[0]: The condition IpAddress of aws:SourceIp with 192.168.0.0/16 does not hold.',
  ],
  ['statements that deny are left out', [
    named([{ ...allow('iot:Publish', arn('topic/b')), Effect: 'Deny' }]),
  ], 'No statement of keg is for iot:Publish.'],
  ['three of many', [named(['b', 'c', 'd', 'e', 'f'].map((name) => allow('iot:Publish', arn(`topic/${name}`))))], `… and 2 more.`],
])('%s', (_, policies, reason) => {
  const said = nearestReason(policies, context, 'iot:Publish', 'topic/keg/a')
  if (reason.startsWith('…')) expect(said).toMatch(/^keg\[0\].* keg\[1\].* keg\[2\].* … and 2 more\.$/)
  else expect(said).toBe(reason)
})

it('is clipped', () => {
  const long = Array.from({ length: 20 }, (__, index) => arn(`topic/some/long/topic/${index}`))
  expect(nearestReason([named([allow('iot:Publish', long)])], context, 'iot:Publish', 'topic/keg/a').length).toBeLessThan(520)
})
