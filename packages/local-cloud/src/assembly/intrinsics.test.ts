import { describe, expect, it } from 'vitest'
import { chooseBranches, resolve } from './intrinsics.ts'
import { stackScope } from './stack-scope.ts'
import { stackOf } from './testing.ts'

const stack = stackOf({
  Mappings: { Sizes: { prod: { batch: 100 } } },
  Conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    IsTest: { 'Fn::Not': [{ Condition: 'IsProd' }] },
    Both: { 'Fn::And': [{ Condition: 'IsProd' }, { Condition: 'IsTest' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsProd' }, { Condition: 'IsTest' }] },
    OneIsOne: { 'Fn::Equals': [1, '1'] },
  },
})
const scope = stackScope({
  stack,
  parameters: { Stage: 'prod', Zones: ['a', 'b'] },
  region: 'eu-central-1',
  accountId: '111122223333',
  created: new Map([['Queue', { ref: 'http://queue', attributes: { Arn: 'arn:queue', 'Nested.Name': 'deep' } }]]),
  exports: new Map([['other-table', 'ledger']]),
  text: (text) => text.replace('secret', '******'),
})

describe('resolve', () => {
  it.each([
    [{ Ref: 'Queue' }, 'http://queue'],
    [{ Ref: 'Stage' }, 'prod'],
    [{ Ref: 'AWS::Region' }, 'eu-central-1'],
    [{ Ref: 'AWS::AccountId' }, '111122223333'],
    [{ Ref: 'AWS::Partition' }, 'aws'],
    [{ Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
    [{ Ref: 'AWS::StackName' }, 'Test'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:queue'],
    [{ 'Fn::GetAtt': 'Queue.Arn' }, 'arn:queue'],
    [{ 'Fn::GetAtt': ['Queue', 'Nested.Name'] }, 'deep'],
    [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':sqs']] }, 'arn:aws:sqs'],
    [{ 'Fn::Join': [',', { Ref: 'Zones' }] }, 'a,b'],
    [{ 'Fn::Sub': '${AWS::Region}/${Queue}/${Queue.Arn}/${!literal}' }, 'eu-central-1/http://queue/arn:queue/${literal}'],
    [{ 'Fn::Sub': ['${name}-${Stage}', { name: { Ref: 'AWS::Region' } }] }, 'eu-central-1-prod'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    [{ 'Fn::Select': ['0', { Ref: 'Zones' }] }, 'a'],
    [{ 'Fn::If': ['IsProd', 'yes', 'no'] }, 'yes'],
    [{ 'Fn::If': ['IsTest', 'yes', { Ref: 'Stage' }] }, 'prod'],
    [{ 'Fn::If': ['Both', 1, 2] }, 2],
    [{ 'Fn::If': ['Either', 1, 2] }, 1],
    [{ 'Fn::If': ['OneIsOne', 1, 2] }, 1],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'batch'] }, 100],
    [{ 'Fn::ImportValue': { 'Fn::Sub': 'other-table' } }, 'ledger'],
    [{ 'Fn::Base64': 'keg' }, 'a2Vn'],
    [{ 'Fn::ToJsonString': { a: { Ref: 'Stage' }, b: [1, { Ref: 'AWS::NoValue' }] } }, '{"a":"prod","b":[1]}'],
    [{ 'Fn::Length': { Ref: 'Zones' } }, 2],
    [{ 'Fn::GetAZs': '' }, ['eu-central-1a', 'eu-central-1b', 'eu-central-1c']],
    [{ a: { Ref: 'AWS::NoValue' }, b: [1, { Ref: 'AWS::NoValue' }] }, { b: [1] }],
    [{ Ref: 'Queue', Other: 1 }, { Ref: 'Queue', Other: 1 }],
    ['a secret', 'a ******'],
    [{ 'Fn::Join': ['', ['a ', 'secret']] }, 'a ******'],
  ])('%j is %j', (value, expected) => {
    expect(resolve(value, scope)).toEqual(expected)
  })
  it.each([
    [{ Ref: 'Nobody' }, 'UNRESOLVED'],
    [{ 'Fn::GetAtt': ['Queue', 'Nothing'] }, 'UNRESOLVED'],
    [{ 'Fn::FindInMap': ['Sizes', 'dev', 'batch'] }, 'UNRESOLVED'],
    [{ 'Fn::ImportValue': 'nothing' }, 'UNRESOLVED'],
    [{ 'Fn::If': ['Unknown', 1, 2] }, 'UNRESOLVED'],
    [{ 'Fn::Select': [5, ['a']] }, 'UNRESOLVED'],
    [{ 'Fn::Join': 'text' }, 'UNRESOLVED'],
    [{ 'Fn::Cidr': ['10.0.0.0/16', 2, 8] }, 'UNSUPPORTED'],
  ])('%j is refused as %s', (value, code) => {
    expect(() => resolve(value, scope)).toThrow(expect.objectContaining({ name: 'CloudError', code }))
  })
})

it('takes the branches of conditions and resolves nothing else', () => {
  const value = {
    a: { 'Fn::If': ['IsTest', { Ref: 'Unused' }, { Ref: 'Queue' }] }, b: { 'Fn::If': ['IsProd', { Ref: 'AWS::NoValue' }, 1] },
  }
  expect(chooseBranches(value, scope.condition)).toEqual({ a: { Ref: 'Queue' } })
})
