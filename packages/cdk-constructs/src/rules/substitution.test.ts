import { CfnParameter, type Stack } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Stream, StreamEncryption } from 'aws-cdk-lib/aws-kinesis'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { describe, expect, it } from 'vitest'
import {
  HttpDestination, InfluxDbDestination, toHttp, toKinesis, toMetric, TopicRule, toSalesforce, toSiteWise, toTopic, type RuleAction,
  type TopicRuleProps,
} from '../index.ts'
import { refusalsOf, synthesize } from '../testing/synthesize.ts'

const build = (make: (token: string, stack: Stack) => Partial<TopicRuleProps>) => (stack: Stack) =>
  void new TopicRule(stack, 'Rule', { sql: "SELECT * FROM 'keg/+/pours'", ...make(new CfnParameter(stack, 'P').valueAsString, stack) })

/** The statements of the rule's role, but for the error queue's. */
function statementsOf(make: (token: string, stack: Stack) => RuleAction): unknown[] {
  const { template } = synthesize(build((token, stack) => ({ actions: [make(token, stack)] })))
  const policies = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([id]) => id.startsWith('RuleRole'))
  return policies.flatMap(([, policy]) => policy['Properties'].PolicyDocument.Statement as object[]).filter((statement) =>
    !JSON.stringify(statement).includes('DeadLetters'))
}
const flat = (value: unknown): string => JSON.stringify(value)
  .replaceAll('{"Ref":"P"}', 'PARAMETER')
  .replaceAll(/","|",PARAMETER,"|",PARAMETER/g, (text) => (text.includes('PARAMETER') ? 'PARAMETER' : ''))

describe('a token of CDK is no template, and grants no more than its value', () => {
  it.each<[string, (token: string) => RuleAction, string]>([
    ['a topic', (token) => toTopic(token), ':topic/PARAMETER'],
    ['a part of a topic', (token) => toTopic(`out/${token}/state`), ':topic/out/PARAMETER/state'],
    ['beside a template', (token) => toTopic(`out/${token}/\${topic(2)}`), ':topic/out/PARAMETER/*'],
    ['a template with a brace in a text', () => toTopic("out/${concat('}', topic(2))}/x"), ':topic/out/*/x"'],
    ['wildcards of IAM in a topic', () => toTopic('out/*/${topic(2)}/a?'), ':topic/out/${*}/*/a${?}"'],
    ['an asset', (token) => toSiteWise([{ assetId: token, propertyId: 'x', values: [] }]), ':asset/PARAMETER'],
    ['a namespace', (token) =>
      toMetric({ metricNamespace: token, metricName: 'x', metricValue: '1', metricUnit: 'None' }), '"cloudwatch:namespace":PARAMETER'],
  ])('%s', (_what, make, expected) => {
    expect(flat(statementsOf(make))).toContain(expected)
  })
  it('and what is granted is accepted, whatever stands in the topic', () => {
    const topics = ['out/*/${topic(2)}', 'out/[1]/${topic(2)}', "out/${concat('}', topic(2))}/x"]
    expect(synthesize(build(() => ({ actions: topics.map((topic) => toTopic(topic)) }))).findings()).toEqual([])
  })
})

describe('a token of CDK leaves the rest checked', () => {
  it.each<[string, (token: string, stack: Stack) => Partial<TopicRuleProps>, string[]]>([
    ['a template', (token) => ({ actions: [toTopic(`x/${token}/\${nonsense(}`)] }), [
      '[Stack/Rule] actions[0].republish.topic "x/CDK_TOKEN/${nonsense(}": Expected an expression, found "}".',
    ]],
    ['a topic', (token) => ({ actions: [toTopic(`x/${token}/#`)] }), [
      '[Stack/Rule] actions[0].republish.topic "x/CDK_TOKEN/#": a topic that is published to has no wildcards; write + or # in FROM alone',
    ]],
    ['SQL', (token) => ({ sql: `SELECT nope(1) AS n FROM 'keg/${token}/pours'`, actions: [toTopic('b')] }), [
      '[Stack/Rule] sql at line 1, column 8: AWS IoT SQL has no function nope().',
    ]],
    ['a URL', (token) => ({ actions: [toHttp(`https://bar.example\${topic(2)}/${token}`, { confirmationUrl: 'https://bar.example' })] }), [
      '[Stack/Rule] actions[0].http.url: "https://bar.example${topic(2)}/CDK_TOKEN" has a template in its host, so that a device says where messages go; put templates behind the first / of the path',
    ]],
  ])('%s', (_what, make, refusals) => {
    expect(refusalsOf(build(make))).toEqual(refusals)
  })
  it.each<[string, (token: string, stack: Stack) => Partial<TopicRuleProps>]>([
    ['SQL as a whole', (token) => ({ sql: token, actions: [toTopic('b/${topic(2)}')] })],
    ['a part of SQL', (token) => ({ sql: `SELECT ${token} FROM 'keg/+/pours'`, actions: [toTopic('b')] })],
    ['a part of a filter', (token) => ({
      sql: `SELECT * FROM 'keg/${token}/pours' WHERE topic(2) = '${token}'`, actions: [toTopic('keg/k-1/pours')],
    })],
    ['a topic', (token) => ({ actions: [toTopic(token)] })],
    ['a text in a template', (token) => ({ actions: [toTopic(`b/\${get_thing_shadow(topic(2), '${token}').a}`)] })],
    ['a URL', (token) => ({ actions: [toHttp(`${token}pours/\${topic(2)}`, { confirmationUrl: token })] })],
    ['a host', (token) => ({ actions: [toHttp(`https://${token}/pours/\${topic(2)}`, { confirmationUrl: `https://${token}` })] })],
    ['a number', (token) => ({ actions: [toMetric({ metricNamespace: 'Keg', metricName: 'x', metricValue: token, metricUnit: token })] })],
    ['an endpoint', (token, stack) => (new InfluxDbDestination(stack, 'Influx', {
      endpoint: token, version: 'V3', secret: new Secret(stack, 'S'), secretType: 'SecretString',
    }), { actions: [toTopic('b')] })],
    ['a confirmation URL', (token, stack) =>
      (new HttpDestination(stack, 'Out', { confirmationUrl: `https://${token}/iot` }), { actions: [toTopic('b')] })],
  ])('%s: nothing is said', (_what, make) => {
    expect(refusalsOf(build(make))).toEqual([])
    expect(synthesize(build(make)).warnings).toEqual([])
  })
})

it('toKinesis may use the key of a stream that has one', () => {
  const statements = statementsOf((_token, stack) =>
    toKinesis(new Stream(stack, 'Stream', { encryption: StreamEncryption.KMS, encryptionKey: new Key(stack, 'Key') })))
  expect(statements).toContainEqual({
    Effect: 'Allow', Action: 'kms:GenerateDataKey', Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] },
  })
  expect(JSON.stringify(statementsOf((_token, stack) => toKinesis(new Stream(stack, 'Stream', { encryption: StreamEncryption.MANAGED })))))
    .not.toContain('kms')
})

it('toSalesforce leaves cdk-nag nothing to find, and keeps its logs for a month', () => {
  const { template, findings } = synthesize(build((_token, stack) => ({
    sql: "SELECT alertId, what FROM 'keg/+/alerts'",
    actions: [toSalesforce({
      secret: Secret.fromSecretNameV2(stack, 'Secret', 'salesforce'), externalId: { field: 'AlertId__c', from: 'alertId' },
      fields: { Subject: 'what' },
    })],
  })))
  expect(findings()).toEqual([])
  template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 })
})
