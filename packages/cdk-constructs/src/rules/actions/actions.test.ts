import { Duration, type Stack } from 'aws-cdk-lib'
import { Match } from 'aws-cdk-lib/assertions'
import { Alarm, AlarmState, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Vpc } from 'aws-cdk-lib/aws-ec2'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { DeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose'
import { Stream } from 'aws-cdk-lib/aws-kinesis'
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda'
import { CfnTracker } from 'aws-cdk-lib/aws-location'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Domain, EngineVersion } from 'aws-cdk-lib/aws-opensearchservice'
import { Bucket, BucketAccessControl } from 'aws-cdk-lib/aws-s3'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { describe, expect, it } from 'vitest'
import {
  HttpDestination, InfluxDbDestination, toAlarmState, toDynamoDb, toDynamoDbV2, toFirehose, toHttp, toInfluxDb, toKafka, toKinesis,
  toLambda, toLocation, toLogs, toMetric, toOpenSearch, TopicRule, toQueue, toS3, toSalesforce, toSiteWise, toSns, toStepFunctions, toTopic,
  VpcDestination, type RuleAction,
} from '../../index.ts'
import { synthesize } from '../../testing/synthesize.ts'

const SQL = "SELECT * FROM 'keg/+/+/pours'"
const table = (stack: Construct, sorted = false) =>
  new Table(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING }, ...(sorted && { sortKey: { name: 'sk', type: AttributeType.NUMBER } }),
  })
const importedStream = (stack: Construct) =>
  DeliveryStream.fromDeliveryStreamArn(stack, 'Stream', 'arn:aws:firehose:eu-central-1:123456789012:deliverystream/cold')

interface Expected {
  /** What the template has under the action's name. */
  readonly action: object
  /** All that the rule's role may do for it: each action, and what its resource ends with. */
  readonly may: readonly (readonly [action: string, resource: RegExp])[]
}

/** The error queue's rights, which every rule's role has. */
const OF_THE_DEAD_LETTERS = /DeadLetters/

const cases: readonly (readonly [what: string, make: (stack: Construct) => RuleAction, expected: Expected])[] = [
  ['toQueue', (stack) => toQueue(new Queue(stack, 'Queue'), { useBase64: true }), {
    action: { Sqs: expect.objectContaining({ UseBase64: true }) },
    may: [['sqs:SendMessage', /Queue/], ['sqs:GetQueueAttributes', /Queue/], ['sqs:GetQueueUrl', /Queue/]],
  }],
  ['toTopic', () => toTopic('bar/${topic(2)}', {
    qos: 0, headers: { contentType: 'text/plain', userProperties: [{ key: 'site', value: '${topic(2)}' }] },
  }), {
    action: {
      Republish: expect.objectContaining({
        Topic: 'bar/${topic(2)}', Qos: 0, Headers: { ContentType: 'text/plain', UserProperties: [{ Key: 'site', Value: '${topic(2)}' }] },
      }),
    },
    may: [['iot:Publish', /:topic\/bar\/\*/]],
  }],
  ['toTopic, reserved', () => toTopic('$$aws/things/${topic(3)}/shadow/update'), {
    action: { Republish: expect.objectContaining({ Topic: '$$aws/things/${topic(3)}/shadow/update', Qos: 1 }) },
    may: [['iot:Publish', /:topic\/\$aws\/things\/\*\/shadow\/update/]],
  }],
  ['toKinesis', (stack) => toKinesis(new Stream(stack, 'Kinesis'), { partitionKey: '${topic(3)}' }), {
    action: { Kinesis: expect.objectContaining({ PartitionKey: '${topic(3)}' }) }, may: [['kinesis:PutRecord', /Kinesis/]],
  }],
  ['toFirehose', (stack) => toFirehose(importedStream(stack), { batchMode: true, separator: '\n' }), {
    action: { Firehose: expect.objectContaining({ DeliveryStreamName: 'cold', BatchMode: true, Separator: '\n' }) },
    may: [['firehose:PutRecord', /deliverystream\/cold/], ['firehose:PutRecordBatch', /deliverystream\/cold/]],
  }],
  ['toS3', (stack) =>
    toS3(new Bucket(stack, 'Bucket'), { key: '${topic()}', accessControl: BucketAccessControl.BUCKET_OWNER_FULL_CONTROL }), {
      action: { S3: expect.objectContaining({ Key: '${topic()}', CannedAcl: 'bucket-owner-full-control' }) },
      may: [['s3:PutObject', /\/\*/], ['s3:PutObjectAcl', /\/\*/]],
    }],
  ['toSns', (stack) => toSns(new Topic(stack, 'Sns'), { messageFormat: 'JSON' }), {
    action: { Sns: expect.objectContaining({ MessageFormat: 'JSON' }) }, may: [['sns:Publish', /Sns/]],
  }],
  ['toDynamoDb', (stack) => toDynamoDb(table(stack, true), {
    hashKey: { field: 'pk', value: '${topic(3)}' }, rangeKey: { field: 'sk', value: '${timestamp()}', type: 'NUMBER' },
    payloadField: 'body',
  }), {
    action: {
      DynamoDB: expect.objectContaining({
        HashKeyField: 'pk', HashKeyType: 'STRING', HashKeyValue: '${topic(3)}', RangeKeyField: 'sk', RangeKeyType: 'NUMBER',
        PayloadField: 'body',
      }),
    },
    may: [['dynamodb:PutItem', /Table/]],
  }],
  ['toDynamoDbV2', (stack) => toDynamoDbV2(table(stack)), {
    action: { DynamoDBv2: expect.objectContaining({ PutItem: expect.anything() }) }, may: [['dynamodb:PutItem', /Table/]],
  }],
  ['toMetric', () => toMetric({ metricName: 'Poured', metricNamespace: 'Keg', metricUnit: 'None', metricValue: '${volumeMl}' }), {
    action: { CloudwatchMetric: expect.objectContaining({ MetricName: 'Poured', MetricValue: '${volumeMl}' }) },
    may: [['cloudwatch:PutMetricData', /\*/]],
  }],
  ['toAlarmState', (stack) => toAlarmState(
    new Alarm(stack, 'Alarm', { metric: new Metric({ namespace: 'Keg', metricName: 'Warm' }), threshold: 1, evaluationPeriods: 1 }),
    { state: AlarmState.ALARM },
  ), {
    action: { CloudwatchAlarm: expect.objectContaining({ StateValue: 'ALARM' }) }, may: [['cloudwatch:SetAlarmState', /Alarm/]],
  }],
  ['toLogs', (stack) => toLogs(new LogGroup(stack, 'Logs'), { batchMode: true }), {
    action: { CloudwatchLogs: expect.objectContaining({ BatchMode: true }) },
    may: [['logs:CreateLogStream', /Logs/], ['logs:DescribeLogStreams', /Logs/], ['logs:PutLogEvents', /Logs/]],
  }],
  ['toStepFunctions', (stack) => toStepFunctions(
    new StateMachine(stack, 'Machine', { definitionBody: DefinitionBody.fromChainable(new Pass(stack, 'Pass')) }),
    { executionNamePrefix: 'swap-' },
  ), {
    action: { StepFunctions: expect.objectContaining({ ExecutionNamePrefix: 'swap-' }) }, may: [['states:StartExecution', /Machine/]],
  }],
  ['toOpenSearch', (stack) => toOpenSearch(
    Domain.fromDomainEndpoint(stack, 'Domain', 'https://search-alerts-abc.eu-central-1.es.amazonaws.com'),
    { index: 'alerts', id: '${newuuid()}' },
  ), {
    action: {
      OpenSearch: expect.objectContaining({
        Endpoint: 'https://search-alerts-abc.eu-central-1.es.amazonaws.com', Index: 'alerts', Id: '${newuuid()}', Type: '_doc',
      }),
    },
    may: [['es:ESHttpPut', /domain\/search-alerts\/\*/]],
  }],
  ['toHttp', () => toHttp('https://bar.example/in/${topic(2)}', {
    confirmationUrl: 'https://bar.example/in', headers: [{ key: 'x-site', value: '${topic(2)}' }],
    batch: { maxBatchOpen: Duration.millis(50), maxBatchSize: 5, acrossTopics: true },
    auth: {
      serviceName: 'execute-api',
      grants: [new PolicyStatement({ actions: ['execute-api:Invoke'], resources: ['arn:aws:execute-api:*:*:abc/*'] })],
    },
  }), {
    action: { Http: {
      Url: 'https://bar.example/in/${topic(2)}', ConfirmationUrl: 'https://bar.example/in',
      Headers: [{ Key: 'x-site', Value: '${topic(2)}' }],
      Auth: { Sigv4: expect.objectContaining({ ServiceName: 'execute-api', SigningRegion: { Ref: 'AWS::Region' } }) }, EnableBatching: true,
      BatchConfig: { MaxBatchOpenMs: 50, MaxBatchSize: 5, BatchAcrossTopics: true },
    } },
    may: [['execute-api:Invoke', /abc/]],
  }],
  ['toInfluxDb', (scope) => toInfluxDb(new InfluxDbDestination(scope, 'Influx', {
    endpoint: 'https://influx.example:8086', version: 'V2', secret: new Secret(scope, 'Token'),
  }), {
    databaseName: 'kegs', tableName: '@{kind}', organization: 'bars', tags: { site: '${topic(2)}' }, batch: { maxBatchSize: 500 },
  }), {
    action: {
      InfluxDB: expect.objectContaining({
        DatabaseName: 'kegs', TableName: '@{kind}', Organization: 'bars', Tags: { site: '${topic(2)}' }, TimestampUnit: 'ms',
        BatchConfig: { MaxBatchSize: 500 },
      }),
    },
    may: [['secretsmanager:DescribeSecret', /Token/], ['secretsmanager:GetSecretValue', /Token/]],
  }],
  ['toKafka', (scope) => toKafka(new VpcDestination(scope, 'Way', {
    vpc: Vpc.fromVpcAttributes(scope, 'Vpc', {
      vpcId: 'vpc-1', availabilityZones: ['a'], privateSubnetIds: ['subnet-1'], privateSubnetRouteTableIds: ['rtb-1'],
    }),
  }), {
    topic: 'pours', clientProperties: { 'bootstrap.servers': 'b-1:9094' }, key: '${topic(3)}',
    headers: [{ key: 'site', value: '${topic(2)}' }],
  }), {
    action: {
      Kafka: expect.objectContaining({
        Topic: 'pours', ClientProperties: { 'bootstrap.servers': 'b-1:9094' }, Key: '${topic(3)}',
        Headers: [{ Key: 'site', Value: '${topic(2)}' }],
      }),
    }, may: [],
  }],
  ['toLocation', (scope) => toLocation(new CfnTracker(scope, 'Tracker', { trackerName: 'trucks' }), {
    deviceId: '${topic(3)}', latitude: '${lat}', longitude: '${lon}', timestamp: { value: '${timestamp()}' },
  }), {
    action: {
      Location: expect.objectContaining({
        TrackerName: 'trucks', DeviceId: '${topic(3)}', Latitude: '${lat}', Timestamp: { Value: '${timestamp()}', Unit: 'MILLISECONDS' },
      }),
    },
    may: [['geo:BatchUpdateDevicePosition', /Tracker/]],
  }],
  ['toSiteWise', () => toSiteWise([{
    assetId: 'a-1', propertyId: 'p-1',
    values: [{ value: { double: '${celsius}' }, timeInSeconds: '${floor(timestamp() / 1E3)}', quality: 'GOOD' }],
  }]), {
    action: { IotSiteWise: expect.objectContaining({ PutAssetPropertyValueEntries: [{
      AssetId: 'a-1', PropertyId: 'p-1',
      PropertyValues: [
        { Value: { DoubleValue: '${celsius}' }, Timestamp: { TimeInSeconds: '${floor(timestamp() / 1E3)}' }, Quality: 'GOOD' },
      ],
    }] }) },
    may: [['iotsitewise:BatchPutAssetPropertyValue', /:asset\/a-1/]],
  }],
]

describe('each action has its configuration, and its rule\'s role rights on exactly its resource', () => {
  // One synthesis for all: each takes a second.
  const synthesized = synthesize((stack) => {
    cases.forEach(([, make], index) => {
      const scope = new Construct(stack, `Case${index}`)
      new TopicRule(scope, 'Rule', { topicRuleName: `case_${index}`, sql: SQL, actions: [make(scope)] })
    })
  })

  it.each(cases.map(([what, , expected], index) => [what, index, expected] as const))('%s', (_what, index, { action, may }) => {
    const { template } = synthesized
    const [rule] = Object.values(template.findResources('AWS::IoT::TopicRule', { Properties: { RuleName: `case_${index}` } }))
    expect(rule?.['Properties'].TopicRulePayload.Actions).toEqual([action])
    const statements = Object.entries(template.findResources('AWS::IAM::Policy'))
      .filter(([id]) => id.startsWith(`Case${index}RuleRole`))
      .flatMap(([, policy]) => policy['Properties'].PolicyDocument.Statement as { Action: string | string[]; Resource: unknown }[])
      .filter(({ Resource }) => !OF_THE_DEAD_LETTERS.test(JSON.stringify(Resource)))
    const given = statements.flatMap(({ Action, Resource }) => [Action].flat().map((one) => [one, JSON.stringify(Resource)] as const))
    expect(given.map(([one]) => one).sort()).toEqual(may.map(([one]) => one).sort())
    for (const [one, resource] of may) expect(given.find(([name]) => name === one)?.[1]).toMatch(resource)
  })
  it('and nothing to warn of', () => expect(synthesized.warnings).toEqual([]))
  it('and nothing for cdk-nag in its rule, but what is granted there by hand', () => {
    expect(synthesized.findings().filter((finding) => finding.includes('/Rule/'))).toEqual([expect.stringContaining('execute-api')])
  })
})

it('toHttp has its destination made before the rule, and takes its confirmation URL from it', () => {
  const { template } = synthesize((stack) => {
    const destination = new HttpDestination(stack, 'Bar', { confirmationUrl: 'https://bar.example/iot', status: 'ENABLED' })
    new TopicRule(stack, 'Rule', { sql: SQL, actions: [toHttp('https://bar.example/iot/${topic(2)}', { destination })] })
  })
  const [destination = ''] = Object.keys(template.findResources('AWS::IoT::TopicRuleDestination', {
    Properties: { Status: 'ENABLED', HttpUrlProperties: { ConfirmationUrl: 'https://bar.example/iot' } },
  }))
  template.hasResource('AWS::IoT::TopicRule', {
    DependsOn: Match.arrayWith([destination]),
    Properties: { TopicRulePayload: { Actions: [{ Http: { ConfirmationUrl: 'https://bar.example/iot' } }] } },
  })
})

describe('toSalesforce', () => {
  const props = { externalId: { field: 'AlertId__c', from: 'alertId' }, fields: { Subject: 'what', Origin: { value: 'Keg' } } }
  it('is a function that reads its secret, tries three times, and leaves what failed in a queue', () => {
    const { template } = synthesize((stack) => {
      const secret = new Secret(stack, 'Salesforce')
      new TopicRule(stack, 'Rule', { sql: "SELECT alertId, what FROM 'keg/+/alerts'", actions: [toSalesforce({ secret, ...props })] })
    })
    const [name = ''] = Object.keys(template.findResources('AWS::Lambda::Function'))
    template.hasResourceProperties('AWS::IoT::TopicRule', {
      TopicRulePayload: { Actions: [{ Lambda: { FunctionArn: { 'Fn::GetAtt': [name, 'Arn'] } } }] },
    })
    template.hasResourceProperties('AWS::Lambda::Permission', { Principal: 'iot.amazonaws.com' })
    template.hasResourceProperties('AWS::Lambda::Function', { Handler: 'index.handler', Environment: { Variables: {
      API_VERSION: 'v66.0',
      MAPPING: JSON.stringify({ object: 'Case', externalIdField: 'AlertId__c', externalIdFrom: 'alertId', fields: props.fields }),
    } } })
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 2, DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': Match.anyValue() } } },
    })
    template.hasResourceProperties('AWS::IAM::Policy', { PolicyDocument: {
      Statement: Match.arrayWith([Match.objectLike({ Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'] })]),
    } })
  })
})

describe('toLambda', () => {
  it('lets this rule alone invoke the function', () => {
    const { template } = synthesize((stack) => {
      const func = new Function(stack, 'Func', {
        runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: Code.fromInline('exports.handler = async () => {}'),
      })
      new TopicRule(stack, 'Rule', { sql: SQL, actions: [toLambda(func)] })
      new TopicRule(stack, 'Other', { sql: SQL, actions: [toLambda(func)] })
    })
    template.resourceCountIs('AWS::Lambda::Permission', 2)
    const [rule = ''] = Object.keys(template.findResources('AWS::IoT::TopicRule'))
    template.hasResourceProperties('AWS::Lambda::Permission', {
      Principal: 'iot.amazonaws.com', SourceArn: { 'Fn::GetAtt': [rule, 'Arn'] },
    })
  })
  it('is refused where the permission can not be given', () => {
    const build = (stack: Stack) => void new TopicRule(stack, 'Rule', {
      sql: SQL,
      actions: [toLambda(Function.fromFunctionArn(stack, 'Func', 'arn:aws:lambda:eu-central-1:123456789012:function:elsewhere'))],
    })
    expect(() => synthesize(build)).toThrow(/\[Stack\/Rule\] actions\[0\]\.lambda\.functionArn: .*sameEnvironment: true/)
  })
})

it('takes CDK\'s own classes, by their types', () => {
  const { template } = synthesize((stack) => {
    const domain = new Domain(stack, 'Domain', { version: EngineVersion.OPENSEARCH_2_19 })
    const way = new VpcDestination(stack, 'Way', { vpc: new Vpc(stack, 'Vpc', { maxAzs: 1 }) })
    new TopicRule(stack, 'Rule', {
      sql: SQL,
      actions: [
        toOpenSearch(domain, { index: 'alerts', id: '${newuuid()}' }),
        toKafka(way, { topic: 't', clientProperties: { 'bootstrap.servers': 'b-1:9094' } }),
      ],
    })
  })
  template.hasResourceProperties('AWS::IAM::Policy', { PolicyDocument: {
    Statement: Match.arrayWith([Match.objectLike({
      Action: 'es:ESHttpPut', Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [Match.stringLikeRegexp('^Domain'), 'Arn'] }, '/*']] },
    })]),
  } })
  template.hasResourceProperties('AWS::IoT::TopicRuleDestination', {
    VpcProperties: { VpcId: { Ref: Match.stringLikeRegexp('^Vpc') }, SubnetIds: [{ Ref: Match.stringLikeRegexp('PrivateSubnet1') }] },
  })
})

it('a role of its own takes the place of the rule\'s', () => {
  const { template } = synthesize((stack) => {
    const queue = new Queue(stack, 'Queue')
    const other = new TopicRule(stack, 'Other', { sql: SQL }).role
    new TopicRule(stack, 'Rule', { sql: SQL, actions: [toQueue(queue, { role: other })] })
  })
  const rules = template.findResources('AWS::IoT::TopicRule')
  const rule = Object.entries(rules).find(([id]) => id.startsWith('Rule'))?.[1]
  expect(JSON.stringify(rule?.['Properties'].TopicRulePayload.Actions)).toContain('OtherRole')
})
