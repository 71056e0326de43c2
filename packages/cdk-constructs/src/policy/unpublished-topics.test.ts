import type { Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnPolicy, CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { describe, expect, it } from 'vitest'
import { DeviceAuthorizer, DomainConfiguration, ThingPolicy, TopicRule, toQueue, toTopic } from '../index.ts'
import { synthesize } from '../testing/synthesize.ts'

/** The constructs that are warned of, and the filter that is told. */
const warnedOf = (build: (stack: Stack, rule: (id: string, from: string) => TopicRule) => void) => {
  const { warnings } = synthesize((stack) => {
    const queue = new Queue(stack, 'Queue')
    const errorAction = toQueue(queue)
    build(stack, (id, from) =>
      new TopicRule(stack, id, { sql: `SELECT * FROM '${from}'`, topicRuleName: id, actions: [errorAction], errorAction }))
  })
  return warnings.flatMap((warning) => /no policy of the app lets anybody publish what FROM '(.*?)' matches/.exec(warning)?.[1] ?? [])
}

describe('a rule that gets messages from nobody is warned of', () => {
  it('by the filter, among rules that get some', () => {
    const warned = warnedOf((stack, rule) => {
      new ThingPolicy(stack, 'Policy', { publish: ['keg/${iot:Connection.Thing.ThingName}/pours'], shadow: true })
      const role = new Role(stack, 'Function', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
      role.addToPolicy(new PolicyStatement({ actions: ['iot:Publish'], resources: [ThingPolicy.arnOf(stack, 'topic', 'said/by/role')] }))
      new CfnTopicRule(stack, 'Raw', { topicRulePayload: {
        sql: "SELECT * FROM 'x'",
        actions: [
          { republish: { topic: '$$aws/things/${topic(2)}/shadow/name/state/update', roleArn: 'arn:aws:iam::123456789012:role/r' } },
        ],
      } })
      rule('published', 'keg/+/pours')
      rule('another', 'keg/+/alerts')
      rule('deeper', 'keg/+/+/pours')
      rule('by_role', 'said/by/+')
      rule('events', '$aws/events/presence/connected/#')
      rule('documents', '$aws/things/+/shadow/update/documents')
      rule('shadow', '$aws/things/+/shadow/update')
      rule('named', '$aws/things/+/shadow/name/+/update')
      rule('reserved', '$aws/things/+/shadow/name/+/get')
      rule('own', 'own/+').addAction(toTopic('own/${topic(2)}/x'))
    })
    expect(warned.sort()).toEqual(['$aws/things/+/shadow/name/+/get', 'keg/+/+/pours', 'keg/+/alerts', 'own/+'])
  })
  it('not where messages are sent right to it, by Basic Ingest', () => {
    const warned = warnedOf((stack, rule) => {
      new ThingPolicy(stack, 'Policy', { publish: ['$aws/rules/direct/*'] })
      rule('direct', 'keg/+/pours')
      rule('other', 'keg/+/alerts')
    })
    expect(warned).toEqual(['keg/+/alerts'])
  })
  it('not where what a policy allows is known at deployment alone, and not without a policy', () => {
    expect(warnedOf((stack, rule) => {
      new CfnPolicy(stack, 'Policy', {
        policyDocument: { Statement: [{ Effect: 'Allow', Action: 'iot:Publish', Resource: { Ref: 'AWS::NoValue' } }] },
      })
      rule('any', 'keg/+/pours')
    })).toEqual([])
    expect(warnedOf((_stack, rule) => void rule('any', 'keg/+/pours'))).toEqual([])
  })
  it.each<[string, (stack: Stack) => void]>([
    ['an authorizer', (stack) => {
      const handler = new LambdaFunction(stack, 'Handler', {
        runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode('exports.handler = async () => ({})'),
      })
      new DeviceAuthorizer(stack, 'Authorizer', { handler, signing: { disabledBecause: 'the function verifies a JWT' } })
    }],
    ['an authorizer that is there', (stack) =>
      void new DomainConfiguration(stack, 'Domain', { defaultAuthorizer: DeviceAuthorizer.fromAuthorizerName(stack, 'There', 'a') })],
    ['a policy that is there', (stack) => void ThingPolicy.fromPolicyName(stack, 'There', 'sensors')],
  ])('not with %s, which may let others publish', (_what, add) => {
    expect(warnedOf((stack, rule) => {
      new ThingPolicy(stack, 'Policy', { publish: ['keg/x'] })
      rule('any', 'sensors/+')
      add(stack)
    })).toEqual([])
  })
})
