import {
  HttpDestination, InfluxDbDestination, toAlarmState, toDynamoDb, toDynamoDbV2, toFirehose, toHttp, toInfluxDb, toKafka, toKinesis,
  toLambda, toLocation, toLogs, toMetric, toOpenSearch, TopicRule, toQueue, toS3, toSalesforce, toSiteWise, toSns, toStepFunctions, toTopic,
  VpcDestination, type RuleAction,
} from '@keg/cdk-constructs'
import { CfnOutput, Duration, SecretValue, type Stack } from 'aws-cdk-lib'
import { Alarm, AlarmState, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Vpc } from 'aws-cdk-lib/aws-ec2'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Stream } from 'aws-cdk-lib/aws-kinesis'
import { DeliveryStream, DisableLogging, S3Bucket } from 'aws-cdk-lib/aws-kinesisfirehose'
import { Function, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { CfnTracker } from 'aws-cdk-lib/aws-location'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Domain } from 'aws-cdk-lib/aws-opensearchservice'
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'

/** Where the rules post to; each is found at a server of this machine. */
export const BAR = 'https://bar.example'
export const SEARCH = 'https://search-alerts-abc.us-east-1.es.amazonaws.com'

export interface Salesforce {
  readonly instanceUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

/** A rule for each action: it gets what is published to `do/{name}`. */
export function actionsStack(stack: Stack, salesforce: Salesforce): void {
  const output = (name: string, value: string) => void new CfnOutput(stack, name, { value })
  const rule = (name: string, action: RuleAction, select = '*') =>
    new TopicRule(stack, `Rule_${name}`, { topicRuleName: name, sql: `SELECT ${select} FROM 'do/${name}'`, actions: [action] })
  const queue = (name: string) => {
    const made = new Queue(stack, `${name}Queue`)
    output(name, made.queueUrl)
    return made
  }
  rule('queue', toQueue(queue('Queued'), { useBase64: true }))
  rule('topic', toTopic('heard/${kegId}', {
    headers: {
      contentType: 'text/${kind}', correlationData: "${encode('c-1', 'base64')}", messageExpiry: '60', payloadFormatIndicator: 'UTF8_DATA',
      responseTopic: 'answers/${kegId}', userProperties: [{ key: 'site', value: '${site}' }, { key: 'site', value: 'x' }],
    },
  }))
  rule('lambda', toLambda(new Function(stack, 'Func', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode('exports.handler = async (event) => ({ got: event })'),
    onSuccess: new SqsDestination(queue('Invoked')),
  })))
  rule('kinesis', toKinesis(new Stream(stack, 'Stream', { streamName: 'pours', shardCount: 1 }), { partitionKey: '${kegId}' }))
  const topic = new Topic(stack, 'News')
  topic.addSubscription(new SqsSubscription(queue('Noticed'), { rawMessageDelivery: true }))
  rule('sns', toSns(topic))
  rule('metric', toMetric({ metricName: 'Poured', metricNamespace: 'Keg', metricUnit: 'None', metricValue: '${ml}' }))
  const alarm = new Alarm(stack, 'Alarm', {
    metric: new Metric({ namespace: 'Keg', metricName: 'Warm' }), threshold: 1, evaluationPeriods: 1,
  })
  output('AlarmName', alarm.alarmName)
  rule('alarm', toAlarmState(alarm, { state: AlarmState.ALARM, reason: 'keg ${kegId} is warm' }))
  rule('logs', toLogs(new LogGroup(stack, 'Logs', { logGroupName: 'pours' }), { batchMode: true }), 'VALUE lines')
  const machine = new StateMachine(stack, 'Machine', { definitionBody: DefinitionBody.fromChainable(new Pass(stack, 'Pass')) })
  output('MachineArn', machine.stateMachineArn)
  rule('steps', toStepFunctions(machine, { executionNamePrefix: 'swap-' }))
  stores(stack, rule, output)
  endpoints(stack, rule, salesforce)
  notEmulated(stack, rule)
}

type AddRule = (name: string, action: RuleAction, select?: string) => void

function stores(stack: Stack, rule: AddRule, output: (name: string, value: string) => void): void {
  // CDK's own class does not fit CDK's interface under exactOptionalPropertyTypes.
  const bucket = new Bucket(stack, 'Cold') as IBucket
  output('BucketName', bucket.bucketName)
  rule('s3', toS3(bucket, { key: 's3/${kegId}.json' }))
  const cold = new DeliveryStream(stack, 'Firehose', {
    destination: new S3Bucket(bucket, {
      loggingConfig: new DisableLogging(), dataOutputPrefix: 'firehose/', bufferingInterval: Duration.seconds(0),
    }),
  })
  rule('firehose', toFirehose(cold, { batchMode: true, separator: '\n' }), 'VALUE pours')
  const keys = { partitionKey: { name: 'kegId', type: AttributeType.STRING }, sortKey: { name: 'at', type: AttributeType.NUMBER } }
  const [whole, apart] = [new Table(stack, 'Whole', keys), new Table(stack, 'Apart', keys)]
  rule('dynamo', toDynamoDb(whole, {
    hashKey: { field: 'kegId', value: '${kegId}' }, rangeKey: { field: 'at', value: '${at}' }, payloadField: 'pour',
  }))
  rule('dynamov2', toDynamoDbV2(apart), 'kegId, at, ml')
  output('WholeName', whole.tableName)
  output('ApartName', apart.tableName)
}

function endpoints(stack: Stack, rule: AddRule, { instanceUrl, clientId, clientSecret }: Salesforce): void {
  const destination = new HttpDestination(stack, 'Bar', { confirmationUrl: `${BAR}/iot` })
  const grants = [new PolicyStatement({
    actions: ['execute-api:Invoke'], resources: [stack.formatArn({ service: 'execute-api', resource: 'bar', resourceName: '*' })],
  })]
  rule('http', toHttp(`${BAR}/iot/one/\${kegId}`, {
    destination, headers: [{ key: 'x-site', value: '${site}' }], auth: { serviceName: 'execute-api', grants },
  }))
  rule('batch', toHttp(`${BAR}/iot/many`, { destination, batch: { maxBatchSize: 2, maxBatchOpen: Duration.millis(200) } }))
  rule('search', toOpenSearch(Domain.fromDomainEndpoint(stack, 'Domain', SEARCH), { index: 'alerts', id: '${alertId}' }))
  const text = (value: string) => SecretValue.unsafePlainText(value)
  const secret = new Secret(stack, 'Salesforce', {
    secretObjectValue: { instanceUrl: text(instanceUrl), clientId: text(clientId), clientSecret: text(clientSecret) },
  })
  rule('salesforce', toSalesforce({
    secret, externalId: { field: 'AlertId__c', from: 'alertId' },
    fields: { Subject: 'what', Celsius__c: 'at.celsius', Origin: { value: 'Keg' } },
  }))
}

function notEmulated(stack: Stack, rule: AddRule): void {
  const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-12345678', availabilityZones: ['a'], privateSubnetIds: ['subnet-12345678'], privateSubnetRouteTableIds: ['rtb-12345678'],
  })
  rule(
    'kafka', toKafka(new VpcDestination(stack, 'Way', { vpc }), { topic: 'pours', clientProperties: { 'bootstrap.servers': 'b-1:9094' } }),
  )
  rule('influx', toInfluxDb(
    new InfluxDbDestination(stack, 'Influx', {
      endpoint: 'https://influx.example:8086', version: 'V3', secret: new Secret(stack, 'Token'),
    }),
    { databaseName: 'kegs', tableName: 'pours' },
  ))
  rule('location', toLocation(new CfnTracker(stack, 'Tracker', { trackerName: 'trucks' }), {
    deviceId: '${kegId}', latitude: '${lat}', longitude: '${lon}',
  }))
  rule('sitewise', toSiteWise([
    { propertyAlias: '/bar/${kegId}', values: [{ value: { double: '${celsius}' }, timeInSeconds: '${floor(timestamp() / 1E3)}' }] },
  ]))
}
