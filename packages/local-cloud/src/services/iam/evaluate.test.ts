import { expect, it } from 'vitest'
import { evaluate, type Decision } from './evaluate.ts'
import { parsePolicy } from './policy.ts'

const table = 'arn:aws:dynamodb:us-east-1:123456789012:table/ledger'
const allow = { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: table }
const context = new Map([
  ['aws:requestedregion', ['us-east-1']], ['aws:principaltag/team', []], ['aws:securetransport', ['true']], ['dynamodb:select', ['A', 'B']],
  ['aws:sourceip', ['10.1.2.3']],
])
const withCondition = (Condition: object, Effect = 'Allow') => [{ ...allow, Effect, Condition }]
const region = (operator: string, value: unknown = 'us-east-1') => withCondition({ [operator]: { 'aws:RequestedRegion': value } })

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
it.each<[string, object[], Decision['kind']]>([
  ['no statement', [], 'implicitDeny'],
  ['the very action and resource', [allow], 'allow'],
  ['lists', [{
    ...allow, Action: ['dynamodb:GetItem', 'dynamodb:PutItem'], Resource: ['arn:aws:dynamodb:us-east-1:123456789012:table/other', table],
  }], 'allow'],
  ['another action', [{ ...allow, Action: 'dynamodb:PutItems' }], 'implicitDeny'],
  ['an action in other case', [{ ...allow, Action: 'DynamoDB:putitem' }], 'allow'],
  ['a resource in other case', [{ ...allow, Resource: table.toUpperCase() }], 'implicitDeny'],
  ['wildcards in the action', [{ ...allow, Action: 'dynamodb:P?t*' }], 'allow'],
  ['every action', [{ ...allow, Action: '*' }], 'allow'],
  ['wildcards in the resource', [{ ...allow, Resource: 'arn:aws:dynamodb:*:*:table/ledg??' }], 'allow'],
  ['a wildcard for one character too many', [{ ...allow, Resource: `${table}?` }], 'implicitDeny'],
  ['a wildcard for nothing', [{ ...allow, Resource: `${table}*` }], 'allow'],
  ['a dot that is no wildcard', [{ ...allow, Resource: table.replace('ledger', 'l.dger') }], 'implicitDeny'],
  ['an escaped star', [{ ...allow, Resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/${*}' }], 'implicitDeny'],
  ['a variable that the request lacks', [
    { ...allow, Resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/${aws:username}' },
  ], 'implicitDeny'],
  ['all but other actions', [{ Effect: 'Allow', NotAction: 'dynamodb:DeleteItem', Resource: '*' }], 'allow'],
  ['all but this action', [{ Effect: 'Allow', NotAction: 'dynamodb:*', Resource: '*' }], 'implicitDeny'],
  ['all but this resource', [{ Effect: 'Allow', Action: '*', NotResource: table }], 'implicitDeny'],
  ['a deny beside an allow', [allow, { ...allow, Effect: 'Deny', Resource: '*' }], 'explicitDeny'],
  ['a deny before an allow', [{ ...allow, Effect: 'Deny', Action: 'dynamodb:*' }, allow], 'explicitDeny'],
  ['a deny of something else', [allow, { ...allow, Effect: 'Deny', Action: 'dynamodb:DeleteItem' }], 'allow'],
  ['a condition that holds', region('StringEquals'), 'allow'],
  ['a condition with several values', region('StringEquals', ['eu-west-1', 'us-east-1']), 'allow'],
  ['a condition that does not hold', region('StringEquals', 'eu-west-1'), 'implicitDeny'],
  ['a negated condition', region('StringNotEquals', ['eu-west-1', 'us-east-1']), 'implicitDeny'],
  ['a negated condition that holds', region('StringNotEquals', ['eu-west-1']), 'allow'],
  ['a pattern in a condition', region('StringLike', 'us-*'), 'allow'],
  ['a pattern that is none', region('StringEquals', 'us-*'), 'implicitDeny'],
  ['other case', region('StringEqualsIgnoreCase', 'US-East-1'), 'allow'],
  ['a boolean', withCondition({ Bool: { 'aws:SecureTransport': true } }), 'allow'],
  [
    'two conditions of which one fails',
    withCondition({ StringEquals: { 'aws:RequestedRegion': 'us-east-1' }, Bool: { 'aws:SecureTransport': 'false' } }), 'implicitDeny',
  ],
  ['a key that the request lacks', withCondition({ StringEquals: { 'aws:PrincipalTag/team': 'bar' } }), 'implicitDeny'],
  ['a key that the request lacks, negated', withCondition({ StringNotEquals: { 'aws:PrincipalTag/team': 'bar' } }), 'allow'],
  ['a key that the request lacks, if it exists', withCondition({ StringEqualsIfExists: { 'aws:PrincipalTag/team': 'bar' } }), 'allow'],
  ['Null of a key that the request lacks', withCondition({ Null: { 'aws:PrincipalTag/team': 'true' } }), 'allow'],
  ['Null of a key that it has', withCondition({ Null: { 'aws:RequestedRegion': 'true' } }), 'implicitDeny'],
  ['any of the values', withCondition({ 'ForAnyValue:StringEquals': { 'dynamodb:Select': ['B', 'C'] } }), 'allow'],
  ['all of the values', withCondition({ 'ForAllValues:StringEquals': { 'dynamodb:Select': ['B', 'C'] } }), 'implicitDeny'],
  ['a key that nobody here knows', withCondition({ StringEquals: { 'aws:ResourceTag/team': 'bar' } }), 'undecided'],
  ['an operator that nobody here knows', region('StringNear'), 'undecided'],
  ['a date that is none', region('DateGreaterThan', '2026-01-01T00:00:00Z'), 'implicitDeny'],
  ['an address in a range', withCondition({ IpAddress: { 'aws:SourceIp': ['192.168.0.0/16', '10.0.0.0/8'] } }), 'allow'],
  ['an address outside of one', withCondition({ NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }), 'implicitDeny'],
  ['a variable in the resource', [{ ...allow, Resource: 'arn:aws:dynamodb:${aws:RequestedRegion}:123456789012:table/ledger' }], 'allow'],
  ['a variable with another value', [{ ...allow, Resource: 'arn:aws:dynamodb:${aws:SourceIp}:123456789012:table/ledger' }], 'implicitDeny'],
  ['a variable in a condition', region('StringEquals', '${aws:RequestedRegion}'), 'allow'],
  ['a variable of several values', region('StringEquals', '${dynamodb:Select}'), 'implicitDeny'],
  ['an allow beside one that is undecided', [...withCondition({ StringEquals: { 'aws:ResourceTag/team': 'bar' } }), allow], 'allow'],
  ['a deny that is undecided beside an allow', [
    ...withCondition({ StringEquals: { 'aws:ResourceTag/team': 'bar' } }, 'Deny'), allow,
  ], 'undecided'],
  [
    'a failing condition beside an unknown one',
    withCondition({ StringEquals: { 'aws:ResourceTag/team': 'bar', 'aws:RequestedRegion': 'eu-west-1' } }), 'implicitDeny',
  ],
])('%s', (_, Statement, kind) => {
  expect(evaluate(
    parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement })), { action: 'dynamodb:PutItem', resource: table }, context,
  ).kind).toBe(kind)
})

it('takes a policy of one statement', () => {
  expect(evaluate(
    parsePolicy(JSON.stringify({ Statement: { Effect: 'Allow', Action: 'sqs:*', Resource: '*' } })),
    { action: 'sqs:ListQueues', resource: '*' },
    context,
  ).kind).toBe('allow')
})

it('lets an action that takes no resource be allowed for all resources alone', () => {
  const listing = { action: 'dynamodb:ListTables', resource: '*' }
  expect(evaluate(
    parsePolicy(JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: 'arn:aws:dynamodb:*' } })), listing, context,
  ).kind).toBe('implicitDeny')
})
