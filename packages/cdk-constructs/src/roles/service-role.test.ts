import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Stack } from 'aws-cdk-lib'
import { beforeAll, expect, it } from 'vitest'
import {
  AccountAuditConfiguration, IotLogging, JobDocument, JobTemplate, ProvisioningTemplate, RoleAlias, RuleLookups, ThingPolicy, TopicRule,
} from '../index.ts'
import { synthesize } from '../testing/synthesize.ts'

const provision = (stack: Stack, id: string, templateName: string) =>
  new ProvisioningTemplate(stack, id, {
    templateName, parameters: ['N'], thingName: '${N}', policy: ThingPolicy.fromPolicyName(stack, `${id}Policy`, 'p'),
  })

let roles: Readonly<Record<string, unknown>>
beforeAll(() => {
  const { template } = synthesize((stack) => {
    new TopicRule(stack, 'Named', { topicRuleName: 'pours', sql: "SELECT * FROM 'a'" })
    new TopicRule(stack, 'Unnamed', { sql: "SELECT * FROM 'a'" })
    new RoleAlias(stack, 'NamedAlias', { roleAliasName: 'uploads' })
    new RoleAlias(stack, 'UnnamedAlias')
    provision(stack, 'Fleet', 'kegs')
    new AccountAuditConfiguration(stack, 'Audit', { targetTopic: new Topic(stack, 'Findings') })
    new IotLogging(stack, 'Logging')
    const buckets = [new Bucket(stack, 'Firmware')]
    new JobTemplate(stack, 'Job', { description: 'a', document: JobDocument.fromObject({}), presignedUrls: { buckets } })
    new RuleLookups(stack, 'Lookups', { lookups: ['thing'] })
  })
  roles = Object.fromEntries(Object.entries(template.findResources('AWS::IAM::Role')).map(([id, { Properties }]) => [
    id.replace(/Role[0-9A-F]{8}$/, ''), Properties.AssumeRolePolicyDocument.Statement[0],
  ]))
})

it.each<[string, string, string | undefined]>([
  ['Named', 'iot', 'rule/pours'],
  ['Unnamed', 'iot', 'rule/*'],
  ['NamedAlias', 'credentials.iot', 'rolealias/uploads'],
  ['UnnamedAlias', 'credentials.iot', 'rolealias/*'],
  ['Fleet', 'iot', 'provisioningtemplate/kegs'],
  ['JobPresign', 'iot', 'job/*'],
  ['Audit', 'iot', ''],
  ['AuditNotification', 'iot', ''],
  ['Logging', 'iot', undefined],
  ['Lookups', 'iot', undefined],
])('the role of %s is assumed by %s for %s', (id, service, source) => {
  const account = { Ref: 'AWS::AccountId' }
  expect(roles[id]).toEqual({
    Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: `${service}.amazonaws.com` },
    ...(source !== undefined && { Condition: {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': {
        'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iot:', { Ref: 'AWS::Region' }, ':', account, `:${source}`]],
      } },
    } }),
  })
})
