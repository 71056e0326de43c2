import { expect, it } from 'vitest'
import { ResourcePolicies, type Principal } from './resource-policies.ts'

const queue = 'arn:aws:sqs:us-east-1:123456789012:pours'
const topic = 'arn:aws:sns:us-east-1:123456789012:alerts'
const sns: Principal = { service: 'sns.amazonaws.com' }
const role: Principal = { arns: ['arn:aws:iam::123456789012:role/pours', 'arn:aws:sts::123456789012:assumed-role/pours/f'] }
const context = new Map([['aws:sourcearn', [topic]], ['aws:securetransport', ['true']]])

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
it.each<[string, object, Principal, string]>([
  ['a service', { Principal: { Service: 'sns.amazonaws.com' } }, sns, 'allow'],
  ['a service among others', { Principal: { Service: ['s3.amazonaws.com', 'sns.amazonaws.com'] } }, sns, 'allow'],
  ['another service', { Principal: { Service: 's3.amazonaws.com' } }, sns, 'implicitDeny'],
  ['everybody', { Principal: '*' }, sns, 'allow'],
  ['everybody from this source', { Principal: { AWS: '*' }, Condition: { ArnEquals: { 'aws:SourceArn': topic } } }, sns, 'allow'],
  ['everybody from another source', { Principal: '*', Condition: { ArnEquals: { 'aws:SourceArn': `${topic}-2` } } }, sns, 'implicitDeny'],
  ['a role', { Principal: { AWS: 'arn:aws:iam::123456789012:role/pours' } }, role, 'allow'],
  ['a role in a session', { Principal: { AWS: 'arn:aws:sts::123456789012:assumed-role/pours/f' } }, role, 'allow'],
  ['another role', { Principal: { AWS: 'arn:aws:iam::123456789012:role/other' } }, role, 'implicitDeny'],
  ['the account as a whole', { Principal: { AWS: 'arn:aws:iam::123456789012:root' } }, role, 'implicitDeny'],
  ['a service, not a role', { Principal: { Service: 'sns.amazonaws.com' } }, role, 'implicitDeny'],
  ['nobody without TLS', { Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }, sns, 'implicitDeny'],
  ['nobody', { Effect: 'Deny', Principal: '*' }, sns, 'explicitDeny'],
  ['another action', { Principal: '*', Action: 'sqs:ReceiveMessage' }, sns, 'implicitDeny'],
])('lets in %s', (_, statement, principal, kind) => {
  const policies = new ResourcePolicies()
  policies.set(queue, JSON.stringify({ Statement: { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queue, ...statement } }))
  expect(policies.decide({ action: 'sqs:SendMessage', resource: queue }, principal, context).kind).toBe(kind)
})

it('holds an object against its bucket\'s policy', () => {
  const policies = new ResourcePolicies()
  policies.set('arn:aws:s3:::bar', JSON.stringify({
    Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::bar/in/*', Principal: '*' },
  }))
  expect(
    ['in/a', 'out/a'].map((key) => policies.decide({ action: 's3:GetObject', resource: `arn:aws:s3:::bar/${key}` }, role, new Map()).kind),
  ).toEqual(['allow', 'implicitDeny'])
})
