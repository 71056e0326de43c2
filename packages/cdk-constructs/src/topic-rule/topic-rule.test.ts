import { parseRule } from '@keg/rule-dsl'
import { Annotations, type Stack } from 'aws-cdk-lib'
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { Stream } from 'aws-cdk-lib/aws-kinesis'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { describe, expect, it } from 'vitest'
import { toHttp, toKafka, toKinesis, TopicRule, toQueue, toTopic, type RuleAction, type TopicRuleProps } from '../index.ts'
import { synthesize } from '../testing/synthesize.ts'

const FIFO = (stack: Stack) => toQueue(new Queue(stack, 'Fifo', { fifo: true }))
const ended: RuleAction = {
  name: 'iotEvents', bind: () => ({ iotEvents: { inputName: 'i', roleArn: 'arn:aws:iam::123456789012:role/r' } }),
}
const timestream: RuleAction = {
  name: 'timestream',
  bind: () => ({ timestream: { databaseName: 'd', tableName: 't', dimensions: [], roleArn: 'arn:aws:iam::123456789012:role/r' } }),
}
const rule = (props: Partial<TopicRuleProps>, more: (stack: Stack, one: TopicRule) => void = () => undefined) => synthesize((stack) => {
  more(stack, new TopicRule(stack, 'Pours', { sql: "SELECT * FROM 'keg/+/pours'", ...props }))
})

describe('a rule is refused at synthesis, with its path, the property and the fix', () => {
  it.each<[string, Partial<TopicRuleProps>, RegExp]>([
    ['SQL that AWS refuses', { sql: "SELECT *\nFORM 'a'" }, /\[Stack\/Pours\] sql at line 2, column 1: /],
    ['a function that there is not', { sql: "SELECT nope(a) AS b FROM 'a'" }, /sql at line 1, column 8: .*nope/],
    ['a template that AWS refuses', { actions: [toTopic('a/${topic(}')] }, /actions\[0\]\.republish\.topic "a\/\$\{topic\(\}": /],
    ['a template with a variable that is not set', { actions: [toTopic('b/${@site}')] }, /actions\[0\]\.republish\.topic .*@site/],
    [
      'a rule that gets what it publishes', { actions: [toTopic('keg/k-1/pours')] },
      /actions\[0\]\.republish\.topic .*own FROM.*publish to another topic/,
    ],
    ['a name that AWS refuses', { topicRuleName: 'keg-pours' }, /topicRuleName: "keg-pours" is no name of a rule/],
    ['a service that has ended', { actions: [ended] }, /actions\[0\]\.iotEvents: AWS IoT Events ended on 2026-05-20; use toStepFunctions/],
    ['an endpoint without TLS', {
      actions: [toHttp('http://bar.example')],
    }, /actions\[0\]\.http\.url: "http:\/\/bar\.example" does not begin with https/],
    ['a batch that AWS does not take', {
      actions: [toHttp('https://bar.example', { batch: { maxBatchSize: 11 } })],
    }, /actions\[0\]\.http\.batchConfig\.maxBatchSize: 11 is none of 2 to 10/],
    ['an error action in batches', {
      errorAction: toHttp('https://bar.example', { batch: {} }),
    }, /errorAction\.http\.batchConfig: an error action sends no batches/],
    ['Kafka without brokers', {
      actions: [toKafka({ destinationArn: 'arn' }, { topic: 't', clientProperties: {} })],
    }, /kafka\.clientProperties: bootstrap\.servers is missing/],
    ['more actions than a rule has', {
      actions: Array.from({ length: 11 }, (_, index) => toTopic(`b/${index}`)),
    }, /actions\[10\]: a rule has at most 10 actions/],
  ])('%s', (_what, props, message) => {
    expect(() => rule(props)).toThrow(message)
  })
  it('a FIFO queue', () => {
    expect(() => rule({}, (stack, one) => one.addAction(FIFO(stack)))).toThrow(/actions\[0\]\.sqs\.queueUrl: .*standard/)
  })
  it('all at once', () => {
    expect(() => rule({ sql: "SELECT nope() FROM 'a'", topicRuleName: 'a-b', actions: [ended] }))
      .toThrow(/nope[^]*a-b[^]*IoT Events|a-b[^]*IoT Events[^]*nope/)
  })
})

describe('a rule is warned of', () => {
  it.each<[string, Partial<TopicRuleProps>, RegExp]>([
    ['that may get what it publishes', { actions: [toTopic('keg/${topic(2)}/${kind}')] }, /own FROM may get what it publishes/],
    ['that would, but for its WHERE', {
      sql: "SELECT * FROM 'keg/+/pours' WHERE volumeMl > 5", actions: [toTopic('keg/k-1/pours')],
    }, /may get what it publishes/],
    ['whose WHERE is never true', {
      actions: [toTopic('b')], sql: "SELECT * FROM 'keg/+/pours' WHERE topic(3) = 'alerts'",
    }, /sql at line 1, column \d+: WHERE is never true.*\[ack: @keg\/cdk-constructs:rule-never-true\]$/],
    ['that does nothing', {}, /actions: there are none.*\[ack: @keg\/cdk-constructs:rule-no-action\]$/],
    [
      'whose service some have, and nobody gets', { actions: [timestream] },
      /actions\[0\]\.timestream: .*no new customers.*toInfluxDb.*\[ack: @keg\/cdk-constructs:rule-closed-service\]$/,
    ],
    ['whose topic takes no republish', {
      actions: [toTopic('$$aws/things/${topic(2)}/defender/metrics/json')],
    }, /Device Defender.*\[ack: @keg\/cdk-constructs:rule-reserved-topic\]$/],
  ])('%s', (_what, props, message) => {
    expect(rule(props).warnings).toEqual([expect.stringMatching(message)])
  })
})

describe('a warning', () => {
  it('has a short id of its kind, and each of a kind is shown', () => {
    const { warnings } = rule({ sql: "SELECT topic(9) AS a, topic(8) AS b FROM 'keg/+/pours'", actions: [toTopic('b/[1]/${topic(7)}')] })
    expect(warnings.map((text) => text.replace(/^.* \[ack/, '[ack')))
      .toEqual(Array(3).fill('[ack: @keg/cdk-constructs:rule-always-undefined]'))
    expect(new Set(warnings).size).toBe(3)
  })
  it('is gone once its id is acknowledged', () => {
    const { warnings } = rule({ sql: "SELECT topic(9) AS a FROM 'keg/+/pours'" }, (_stack, one) => {
      Annotations.of(one).acknowledgeWarning('@keg/cdk-constructs:rule-always-undefined')
      Annotations.of(one).acknowledgeWarning('@keg/cdk-constructs:rule-no-action')
    })
    expect(warnings).toEqual([])
  })
  it('is of secrets that stand in the template, and does not tell them', () => {
    const properties = {
      'bootstrap.servers': 'b-1:9094', 'security.protocol': 'SASL_SSL', 'sasl.mechanism': 'PLAIN', 'sasl.plain.username': 'keg',
      'ssl.truststore.password': 'public', 'ssl.key.password': "${get_secret('k', 'SecretString', 'p', 'arn')}",
      'sasl.plain.password': 'hush-hush', 'ssl.keystore.password': 'hush-hush', 'ssl.keystore': 'hush-hush',
      'sasl.kerberos.keytab': 'hush-hush',
    }
    const { warnings } = rule({ actions: [toKafka({ destinationArn: 'arn' }, { topic: 't', clientProperties: properties })] })
    expect(warnings.map((text) => /clientProperties\["(.*?)"\]/.exec(text)?.[1])).toEqual([
      'sasl.plain.password', 'ssl.keystore.password', 'ssl.keystore', 'sasl.kerberos.keytab',
    ])
    expect(warnings.join()).not.toContain('hush-hush')
    expect(warnings[0]).toContain('[ack: @keg/cdk-constructs:rule-kafka-secret]')
  })
})

it('a template is told once', () => {
  expect(() => rule({ actions: [toTopic('b/${@site}')] })).toThrow(/republish\.topic "b\/\$\{@site\}": (?!In )/)
})

describe('a rule', () => {
  it('sends to a queue of its own what an action failed with', () => {
    const { template } = rule({ actions: [toTopic('b')] })
    template.hasResourceProperties('AWS::SQS::Queue', { MessageRetentionPeriod: 1_209_600, SqsManagedSseEnabled: true })
    template.hasResourceProperties('AWS::IoT::TopicRule', { TopicRulePayload: { ErrorAction: { Sqs: {} } } })
  })
  it('has no such queue where it has an error action', () => {
    rule({ errorAction: toTopic('errors') }).template.resourceCountIs('AWS::SQS::Queue', 0)
  })
  it('is made of what the DSL built, too, is off where it says so, and takes actions later', () => {
    const built = "SELECT topic(2) AS kegId FROM 'keg/+/pours'"
    const { template } = rule(
      { sql: { sql: built, rule: parseRule(built) }, enabled: false, description: 'Pours', sqlVersion: '2016-03-23' },
      (stack, one) => one.addAction(toKinesis(new Stream(stack, 'Stream'))),
    )
    template.hasResourceProperties('AWS::IoT::TopicRule', {
      TopicRulePayload: { Sql: built, RuleDisabled: true, Description: 'Pours', Actions: [{ Kinesis: { PartitionKey: '${newuuid()}' } }] },
    })
  })
  it('is found by its ARN', () => {
    synthesize((stack) => {
      const known = TopicRule.fromTopicRuleArn(stack, 'Known', 'arn:aws:iot:eu-central-1:123456789012:rule/keg_pours')
      expect([known.topicRuleName, known.topicRuleArn]).toEqual(['keg_pours', 'arn:aws:iot:eu-central-1:123456789012:rule/keg_pours'])
      expect(() => TopicRule.fromTopicRuleArn(stack, 'None', 'arn:aws:iot:eu-central-1:123456789012:rule'))
        .toThrow(/is not the ARN of a topic rule/)
    })
  })
  it('has an ARN and a name of its own for others', () => {
    const { template } = rule({}, (stack, { topicRuleArn, topicRuleName }) => {
      new CfnTopicRule(stack, 'Other', {
        topicRulePayload: { sql: "SELECT * FROM 'a'", actions: [], description: `${topicRuleName} ${topicRuleArn}` },
      })
    })
    expect(JSON.stringify(template.toJSON())).toMatch(/"Fn::GetAtt":\["PoursRule\w+","Arn"\]/)
  })
})
