import * as iot from '@aws-cdk/aws-iot-alpha'
import * as actions from '@aws-cdk/aws-iot-actions-alpha'
import { Input } from '@aws-cdk/aws-iotevents-alpha'
import type { Stack } from 'aws-cdk-lib'
import { Alarm, AlarmState, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Table } from 'aws-cdk-lib/aws-dynamodb'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { DeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose'
import { Stream } from 'aws-cdk-lib/aws-kinesis'
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Domain, EngineVersion } from 'aws-cdk-lib/aws-opensearchservice'
import { Bucket, BucketAccessControl } from 'aws-cdk-lib/aws-s3'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { describe, expect, it } from 'vitest'
import { fromAlpha, TopicRule, type RuleAction } from '../index.ts'
import { synthesize } from '../testing/synthesize.ts'

const SQL = "SELECT *, topic(2) AS kegId FROM 'keg/+/pours'"
const functionOf = (scope: Construct) => new Function(scope, 'Func', {
  runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: Code.fromInline('exports.handler = async () => {}'),
})

/** Every action of the module that AWS still takes. */
const cases: readonly (readonly [what: string, make: (scope: Construct) => iot.IAction])[] = [
  ['CloudWatchLogsAction', (scope) => new actions.CloudWatchLogsAction(new LogGroup(scope, 'Logs'))],
  ['CloudWatchPutMetricAction', () => new actions.CloudWatchPutMetricAction({
    metricName: 'Poured', metricNamespace: 'Keg', metricUnit: 'None', metricValue: '${volumeMl}', metricTimestamp: '${timestamp()}',
  })],
  ['CloudWatchSetAlarmStateAction', (scope) => new actions.CloudWatchSetAlarmStateAction(
    new Alarm(scope, 'Alarm', { metric: new Metric({ namespace: 'Keg', metricName: 'Warm' }), threshold: 1, evaluationPeriods: 1 }),
    { alarmStateToSet: AlarmState.ALARM, reason: '${why}' },
  )],
  ['DynamoDBv2PutItemAction', (scope) => new actions.DynamoDBv2PutItemAction(Table.fromTableName(scope, 'Table', 'kegs'))],
  ['FirehosePutRecordAction', (scope) => new actions.FirehosePutRecordAction(
    DeliveryStream.fromDeliveryStreamArn(scope, 'Cold', 'arn:aws:firehose:eu-central-1:123456789012:deliverystream/cold'),
    { batchMode: true, recordSeparator: actions.FirehoseRecordSeparator.NEWLINE },
  )],
  ['HttpsAction', () => new actions.HttpsAction('https://bar.example/in', {
    confirmationUrl: 'https://bar.example', headers: [{ key: 'x-keg', value: '${topic(2)}' }],
    auth: { serviceName: 'execute-api', signingRegion: 'eu-central-1' },
  })],
  ['IotRepublishMqttAction', () =>
    new actions.IotRepublishMqttAction('bar/${topic(2)}', { qualityOfService: actions.MqttQualityOfService.AT_LEAST_ONCE })],
  ['KinesisPutRecordAction', (scope) => new actions.KinesisPutRecordAction(new Stream(scope, 'Stream'), { partitionKey: '${topic(2)}' })],
  ['LambdaFunctionAction', (scope) => new actions.LambdaFunctionAction(functionOf(scope))],
  ['OpenSearchAction', (scope) => new actions.OpenSearchAction(new Domain(scope, 'Domain', { version: EngineVersion.OPENSEARCH_2_3 }), {
    id: '${newuuid()}', index: 'pours', type: '_doc',
  })],
  ['S3PutObjectAction', (scope) => new actions.S3PutObjectAction(Bucket.fromBucketName(scope, 'Bucket', 'cold'), {
    key: '${topic()}', accessControl: BucketAccessControl.BUCKET_OWNER_READ,
  })],
  ['SnsTopicAction', (scope) =>
    new actions.SnsTopicAction(new Topic(scope, 'Topic'), { messageFormat: actions.SnsActionMessageFormat.JSON })],
  ['SqsQueueAction', (scope) => new actions.SqsQueueAction(new Queue(scope, 'Queue'), { useBase64: true })],
  ['StepFunctionsStateMachineAction', (scope) => new actions.StepFunctionsStateMachineAction(
    new StateMachine(scope, 'Machine', { definitionBody: DefinitionBody.fromChainable(new Pass(scope, 'Pass')) }),
    { executionNamePrefix: 'swap-' },
  )],
]

describe('an action of the alpha module comes to the same in a rule of either', () => {
  const { template, warnings } = synthesize((stack) => {
    for (const [what, make] of cases) {
      const scope = new Construct(stack, what)
      const action = make(scope)
      new iot.TopicRule(scope, 'Alpha', { topicRuleName: `alpha_${what}`, sql: iot.IotSql.fromStringAsVer20160323(SQL), actions: [action] })
      new TopicRule(scope, 'Keg', { topicRuleName: `keg_${what}`, sql: SQL, actions: [fromAlpha(action)] })
    }
  })
  /** With the role left out: either rule has its own. */
  const actionOf = (name: string): string => {
    const [rule] = Object.values(template.findResources('AWS::IoT::TopicRule', { Properties: { RuleName: name } }))
    return JSON.stringify(rule?.['Properties'].TopicRulePayload.Actions)
      .replaceAll(/"RoleArn":\{"Fn::GetAtt":\[[^\]]*\]\}/g, '"RoleArn":"…"')
  }
  const statementsOf = (id: string, deadLetters = false) => Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([logicalId]) => logicalId.startsWith(id))
    .flatMap(([, policy]) => policy['Properties'].PolicyDocument.Statement as object[])
    .filter((statement) => deadLetters || !JSON.stringify(statement).includes('DeadLetters'))

  it.each(cases.map(([what]) => what))('%s', (what) => {
    expect(actionOf(`keg_${what}`)).toBe(actionOf(`alpha_${what}`))
    expect(actionOf(`keg_${what}`)).not.toBe('undefined')
    expect(statementsOf(`${what}KegRole`)).toEqual(statementsOf(`${what}Alpha`))
  })
  it('which are all that there are, but for the one whose service has ended', () => {
    const names = Object.keys(actions).filter((name) => name.endsWith('Action'))
    expect([...cases.map(([what]) => what), 'IotEventsPutMessageAction'].sort()).toEqual(names.sort())
  })
  it('makes no role beside the rule\'s, and lets this rule alone invoke a function', () => {
    expect(Object.keys(template.findResources('AWS::IAM::Role')).filter((id) => id.includes('Keg') && id.includes('TopicRuleActionRole')))
      .toEqual([])
    template.resourceCountIs('AWS::Lambda::Permission', 2)
  })
  it('has nothing to warn of but a payload that may be no JSON', () =>
    expect(warnings.filter((text) => !text.includes('is no JSON'))).toEqual([]))
})

const rule = (make: (stack: Stack) => RuleAction, sql = SQL) => () =>
  synthesize((stack) => void new TopicRule(stack, 'Pours', { sql, actions: [make(stack)] }))

it('an action keeps the role that it was given', () => {
  const { template } = synthesize((stack) => {
    const role = new Role(stack, 'Own', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
    new TopicRule(stack, 'Pours', { sql: SQL, actions: [fromAlpha(new actions.SqsQueueAction(new Queue(stack, 'Queue'), { role }))] })
  })
  template.hasResourceProperties('AWS::IoT::TopicRule', {
    TopicRulePayload: { Actions: [{ Sqs: { RoleArn: { 'Fn::GetAtt': ['Own30425842', 'Arn'] } } }] },
  })
})

describe('an action of the alpha module is refused', () => {
  it.each<[string, (stack: Stack) => RuleAction, RegExp]>([
    ['of AWS IoT Events, which has ended', (stack) => fromAlpha(
      new actions.IotEventsPutMessageAction(new Input(stack, 'Input', { attributeJsonPaths: ['a'] })),
    ), /\[Stack\/Pours\] actions\[0\]\.iotEvents: AWS IoT Events ended on 2026-05-20; use toStepFunctions/],
    ['with a template that AWS refuses', () =>
      fromAlpha(new actions.IotRepublishMqttAction('bar/${topic(}')), /actions\[0\]\.republish\.topic "bar\/\$\{topic\(\}": /],
    ['that the rule gets itself', () =>
      fromAlpha(new actions.IotRepublishMqttAction('keg/k-1/pours')), /actions\[0\]\.republish\.topic .*own FROM/],
    ['with a bad header', () => fromAlpha(new actions.HttpsAction('https://bar.example', {
      headers: [{ key: 'x', value: '${@no}' }],
    })), /actions\[0\]\.http\.headers\[0\]\.value "\$\{@no\}": .*@no/],
    ['with a host that a device says', () => fromAlpha(new actions.HttpsAction('https://bar.example${topic(2)}', {
      confirmationUrl: 'https://bar.example',
    })), /actions\[0\]\.http\.url: .*has a template in its host/],
    ['with a metric that is no number', () => fromAlpha(new actions.CloudWatchPutMetricAction({
      metricName: 'a', metricNamespace: 'b', metricUnit: 'None', metricValue: 'volumeMl',
    })), /actions\[0\]\.cloudwatchMetric\.metricValue: "volumeMl" is no number/],
    ['with a function that may not be invoked', (stack) => fromAlpha(
      new actions.LambdaFunctionAction(Function.fromFunctionArn(stack, 'F', 'arn:aws:lambda:eu-central-1:123456789012:function:f')),
    ), /actions\[0\]\.lambda\.functionArn: .*sameEnvironment: true/],
  ])('%s', (_what, make, message) => {
    expect(rule(make)).toThrow(message)
  })
})

it('a function that may be invoked is no permission for another', () => {
  expect(() => synthesize((stack) => {
    const other = Function.fromFunctionArn(stack, 'Other', 'arn:aws:lambda:eu-central-1:999999999999:function:f')
    new TopicRule(stack, 'Pours', {
      sql: SQL,
      actions: [fromAlpha(new actions.LambdaFunctionAction(functionOf(stack))), fromAlpha(new actions.LambdaFunctionAction(other))],
    })
  })).toThrow(/\[Stack\/Pours\] actions\[1\]\.lambda\.functionArn: .*sameEnvironment: true\s*$/)
})
