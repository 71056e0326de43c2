import {
  CloudWatchClient, DeleteAlarmsCommand, DescribeAlarmHistoryCommand, DescribeAlarmsCommand, DescribeAlarmsForMetricCommand,
  DisableAlarmActionsCommand, GetMetricDataCommand, GetMetricStatisticsCommand, ListMetricsCommand, PutAnomalyDetectorCommand,
  PutCompositeAlarmCommand, PutMetricAlarmCommand, PutMetricDataCommand, SetAlarmStateCommand, type CloudWatchClientConfig,
  type MetricDatum,
} from '@aws-sdk/client-cloudwatch'
import { CloudWatchLogsClient, DescribeLogGroupsCommand, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { SendMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { AwsQueryProtocol } from '@aws-sdk/core/protocols'
import { SmithyRpcV2CborProtocol } from '@smithy/core/cbor'
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import {
  Alarm, AlarmRule, AlarmState, ComparisonOperator, CompositeAlarm, Dashboard, MathExpression, Metric, TextWidget, TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { LambdaAction, SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { DefinitionBody, Fail, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let cloudWatch: CloudWatchClient
const named = (name: string) => expect.objectContaining({ name })

function build(stack: Stack): void {
  const told = new Queue(stack, 'Told')
  const seen = new Queue(stack, 'Seen')
  const topic = new Topic(stack, 'Topic')
  topic.addSubscription(new SqsSubscription(told, { rawMessageDelivery: true }))
  new Rule(stack, 'Changes', {
    eventPattern: { source: ['aws.cloudwatch'], detailType: ['CloudWatch Alarm State Change'], detail: { alarmName: ['warm'] } },
    targets: [new SqsQueue(seen)],
  })
  const keeper = new LambdaFunction(stack, 'Keeper', {
    functionName: 'keeper', runtime: Runtime.NODEJS_24_X, handler: 'index.handler',
    code: new InlineCode('exports.handler = async (event) => console.log(JSON.stringify(event))'),
  })
  const warm = new Alarm(stack, 'Warm', {
    alarmName: 'warm', alarmDescription: 'beer is too warm',
    metric: new Metric({
      namespace: 'Bar', metricName: 'celsius', dimensionsMap: { keg: 'k-1' }, statistic: 'Maximum', period: Duration.minutes(1),
    }),
    threshold: 8, comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD, evaluationPeriods: 1,
    treatMissingData: TreatMissingData.IGNORE,
  })
  warm.addAlarmAction(new SnsAction(topic), new LambdaAction(keeper))
  const faulty = new LambdaFunction(stack, 'Faulty', {
    functionName: 'faulty', runtime: Runtime.NODEJS_24_X, handler: 'index.handler',
    code: new InlineCode('exports.handler = async () => { console.log(JSON.stringify({ _aws: { Timestamp: Date.now(), CloudWatchMetrics: [{ Namespace: "Emf", Dimensions: [["keg"]], Metrics: [{ Name: "pours", Unit: "Count" }] }] }, keg: "k-1", pours: 3 })); throw new Error("no") }'),
  })
  // Its custom resource is done here, too.
  new LambdaFunction(stack, 'Retained', {
    functionName: 'retained', runtime: Runtime.NODEJS_24_X, handler: 'index.handler',
    code: new InlineCode('exports.handler = async () => 1'), logRetention: RetentionDays.ONE_DAY,
  })
  const ratio = new MathExpression({
    expression: '100 * errors / calls', usingMetrics: { errors: faulty.metricErrors(), calls: faulty.metricInvocations() },
    period: Duration.minutes(1),
  })
  const failing = new Alarm(stack, 'Failing', {
    alarmName: 'failing', metric: ratio, threshold: 50, evaluationPeriods: 3, datapointsToAlarm: 2,
  })
  new CompositeAlarm(stack, 'Either', {
    compositeAlarmName: 'either',
    alarmRule: AlarmRule.anyOf(AlarmRule.fromAlarm(warm, AlarmState.ALARM), AlarmRule.fromAlarm(failing, AlarmState.ALARM)),
  }).addAlarmAction(new SnsAction(topic))
  new Alarm(stack, 'Errors', {
    alarmName: 'errors', metric: faulty.metricErrors({ period: Duration.minutes(1) }), threshold: 1, evaluationPeriods: 1,
  })
  const manual = new Alarm(stack, 'Manual', {
    alarmName: 'manual', metric: new Metric({ namespace: 'Bar', metricName: 'nothing' }), threshold: 1, evaluationPeriods: 1,
    treatMissingData: TreatMissingData.IGNORE,
  })
  new Dashboard(stack, 'Dashboard', { widgets: [[new TextWidget({ markdown: '# Bar' })]] })
  const group = new LogGroup(stack, 'Group', { logGroupName: 'bar' })
  group.addStream('Stream', { logStreamName: 's' })
  group.addMetricFilter('Pours', {
    filterPattern: FilterPattern.exists('$.volumeMl'), metricNamespace: 'Filtered', metricName: 'volume', metricValue: '$.volumeMl',
    dimensions: { keg: '$.keg' },
  })
  const role = new Role(stack, 'RuleRole', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
  const { roleArn } = role
  new CfnTopicRule(stack, 'Rule', { topicRulePayload: {
    sql: 'SELECT * FROM \'keg/+/telemetry\'',
    actions: [
      { cloudwatchMetric: { roleArn, metricNamespace: 'Kegs', metricName: 'celsius', metricUnit: 'None', metricValue: '${celsius}' } },
    ],
  } })
  new CfnTopicRule(stack, 'AlarmRule', { topicRulePayload: {
    sql: 'SELECT * FROM \'keg/+/alerts\'',
    actions: [{ cloudwatchAlarm: { roleArn, alarmName: manual.alarmName, stateReason: '${reason}', stateValue: 'ALARM' } }],
  } })
  for (const [name, { queueUrl }] of Object.entries({ Told: told, Seen: seen })) new CfnOutput(stack, `${name}Url`, { value: queueUrl })
  const api = new HttpApi(stack, 'Api')
  api.addRoutes({ path: '/fails', methods: [HttpMethod.GET], integration: new HttpLambdaIntegration('Fails', faulty) })
  const machine = new StateMachine(stack, 'Machine', { definitionBody: DefinitionBody.fromChainable(new Fail(stack, 'Fail')) })
  new CfnOutput(stack, 'MachineArn', { value: machine.stateMachineArn })
  new CfnOutput(stack, 'ApiId', { value: api.apiId })
  new CfnOutput(stack, 'ApiUrl', { value: api.apiEndpoint })
  new CfnOutput(stack, 'SeenName', { value: seen.queueName })
}

beforeAll(async () => {
  running = await run(build)
  cloudWatch = new CloudWatchClient(running.client)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const minute = 60_000
const lastMinute = () => new Date(Math.floor(Date.now() / minute) * minute - minute)
const put = (Namespace: string, ...MetricData: MetricDatum[]) => cloudWatch.send(new PutMetricDataCommand({ Namespace, MetricData }))
const around = () => ({ StartTime: new Date(Date.now() - 10 * minute), EndTime: new Date(Date.now() + minute) })
const stateOf = async (name: string) => (await cloudWatch.send(new DescribeAlarmsCommand({
  AlarmNames: [name], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
}))).MetricAlarms?.[0]?.StateValue
const received = async (url: string | undefined) =>
  (await new SQSClient(running.client)
    .send(new ReceiveMessageCommand({ QueueUrl: url, WaitTimeSeconds: 10, MaxNumberOfMessages: 1 }))).Messages?.[0]?.Body
  ?? ''
const sum = async (Namespace: string, MetricName: string, dimensions: Record<string, string>, Stat = 'Sum') => {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }))
  const { MetricDataResults } = await cloudWatch.send(new GetMetricDataCommand({
    ...around(), MetricDataQueries: [{ Id: 'm', MetricStat: { Metric: { Namespace, MetricName, Dimensions }, Period: 3600, Stat } }],
  }))
  return MetricDataResults?.[0]?.Values?.[0]
}

describe('alarms', () => {
  it('tell topics, functions and the event bus', async () => {
    expect(await stateOf('warm')).toBe('INSUFFICIENT_DATA')
    await put('Bar', { MetricName: 'celsius', Value: 9.5, Dimensions: [{ Name: 'keg', Value: 'k-1' }] })
    const message = JSON.parse(await received(running.outputs['ToldUrl']))
    expect(message).toMatchObject({
      AlarmName: 'warm', AlarmDescription: 'beer is too warm', AWSAccountId: '123456789012', NewStateValue: 'ALARM',
      OldStateValue: 'INSUFFICIENT_DATA', Region: 'US East (N. Virginia)',
      NewStateReason: expect.stringMatching(
        /^Threshold Crossed: 1 out of the last 1 datapoints \[9\.5 \(\d\d\/\d\d\/\d\d \d\d:\d\d:00\)\] was greater than the threshold \(8\.0\) \(minimum 1 datapoint for OK -> ALARM transition\)\.$/,
      ),
      StateChangeTime: expect.stringMatching(/^[\dT:.-]+\+0000$/), AlarmArn: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:warm',
      Trigger: {
        MetricName: 'celsius', Namespace: 'Bar', StatisticType: 'Statistic', Statistic: 'MAXIMUM', Unit: null,
        Dimensions: [{ value: 'k-1', name: 'keg' }], Period: 60, EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanThreshold',
        Threshold: 8, TreatMissingData: 'ignore',
      },
    })
    const event = JSON.parse(
      await eventually(() => running.log.find(({ functionName, source }) => functionName === 'keeper' && source === 'function')?.message),
    )
    const metricStat = { metric: { namespace: 'Bar', name: 'celsius', dimensions: { keg: 'k-1' } }, period: 60, stat: 'Maximum' }
    const detail = {
      alarmName: 'warm', previousState: expect.objectContaining({ value: 'INSUFFICIENT_DATA' }),
      state: {
        value: 'ALARM', reason: message.NewStateReason, reasonData: expect.stringContaining('"recentDatapoints":[9.5]'),
        timestamp: message.StateChangeTime,
      },
      configuration: { description: 'beer is too warm', metrics: [{ id: 'm1', metricStat, returnData: true }] },
    }
    expect(event).toEqual({
      source: 'aws.cloudwatch', alarmArn: message.AlarmArn, accountId: '123456789012', time: message.StateChangeTime, region: 'us-east-1',
      alarmData: detail,
    })
    expect(JSON.parse(await received(running.outputs['SeenUrl']))).toMatchObject({
      source: 'aws.cloudwatch', 'detail-type': 'CloudWatch Alarm State Change', resources: [message.AlarmArn], detail,
    })
    // The composite alarm has gone with it.
    expect(JSON.parse(await received(running.outputs['ToldUrl']))).toMatchObject({
      AlarmName: 'either',
      NewStateValue: 'ALARM',
      AlarmRule: expect.stringContaining('ALARM('),
      TriggeringChildren: expect.arrayContaining([
        { Arn: message.AlarmArn, State: { Value: 'ALARM', Timestamp: message.StateChangeTime } },
      ]),
    })
    expect(running.log.filter(({ source, level }) => level === 'warn' && source === 'lambda')).toEqual([])
  })

  it('can be set, described, kept from acting, and have a history', async () => {
    await cloudWatch.send(new DisableAlarmActionsCommand({ AlarmNames: ['warm'] }))
    await cloudWatch.send(new SetAlarmStateCommand({
      AlarmName: 'warm', StateValue: 'OK', StateReason: 'it was cooled', StateReasonData: '{"by":"hand"}',
    }))
    const { MetricAlarms } = await cloudWatch.send(new DescribeAlarmsForMetricCommand({
      Namespace: 'Bar', MetricName: 'celsius', Dimensions: [{ Name: 'keg', Value: 'k-1' }],
    }))
    expect(MetricAlarms).toEqual([expect.objectContaining({
      AlarmName: 'warm', ActionsEnabled: false, StateValue: 'OK', StateReason: 'it was cooled', Statistic: 'Maximum', Period: 60,
      Threshold: 8, TreatMissingData: 'ignore', StateUpdatedTimestamp: expect.any(Date),
    })])
    const { AlarmHistoryItems = [] } = await cloudWatch.send(new DescribeAlarmHistoryCommand({ AlarmName: 'warm' }))
    expect(
      AlarmHistoryItems.map(({ HistoryItemType, HistorySummary }) => `${HistoryItemType}: ${HistorySummary?.replace(/arn:\S+/, 'ARN')}`)
        .sort(),
    ).toEqual([
      'Action: Successfully executed action ARN', 'Action: Successfully executed action ARN', 'ConfigurationUpdate: Alarm "warm" created',
      'StateUpdate: Alarm updated from ALARM to OK', 'StateUpdate: Alarm updated from INSUFFICIENT_DATA to ALARM',
    ])
    const { CompositeAlarms } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmTypes: ['CompositeAlarm'] }))
    expect(CompositeAlarms?.map(({ AlarmName, StateValue }) => [AlarmName, StateValue])).toEqual([['either', 'OK']])
  })

  it('follow a function\'s errors, at once where nothing can undo them', async () => {
    await new LambdaClient(running.client).send(new InvokeCommand({ FunctionName: 'faulty' }))
    await eventually(async () => await stateOf('errors') === 'ALARM')
    expect(await sum('AWS/Lambda', 'Errors', { FunctionName: 'faulty' })).toBe(1)
    expect(await sum('AWS/Lambda', 'Invocations', { FunctionName: 'faulty' })).toBe(1)
  })

  it('are set by a rule', async () => {
    await running.cloud.iot.publish('keg/k-1/alerts', '{"reason":"the keg says so"}', { qos: 1 })
    const { MetricAlarms } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: ['manual'] }))
    expect(MetricAlarms?.[0]).toMatchObject({ StateValue: 'ALARM', StateReason: 'the keg says so' })
  })

  it('are made by calls, on expressions and with missing data', async () => {
    const base = { EvaluationPeriods: 3, DatapointsToAlarm: 2, Threshold: 10, ComparisonOperator: 'LessThanThreshold' as const }
    const metric = (MetricName: string) => ({ Metric: { Namespace: 'Math', MetricName }, Period: 60, Stat: 'Average' })
    await cloudWatch.send(new PutMetricAlarmCommand({ ...base, AlarmName: 'math', Metrics: [
      { Id: 'e', Expression: 'a / b' }, { Id: 'a', MetricStat: metric('a'), ReturnData: false },
      { Id: 'b', MetricStat: metric('b'), ReturnData: false },
    ] }))
    const at = (minutesAgo: number) => new Date(lastMinute().getTime() - minutesAgo * minute)
    await put(
      'Math',
      ...[0, 1].flatMap((ago) => [{ MetricName: 'a', Value: 30, Timestamp: at(ago) }, { MetricName: 'b', Value: 10, Timestamp: at(ago) }]),
    )
    await eventually(async () => await stateOf('math') === 'ALARM')
    await put('Math', ...[0, 1].map((ago) => ({ MetricName: 'a', Value: 3000, Timestamp: at(ago) })))
    await eventually(async () => await stateOf('math') === 'OK')
    await cloudWatch.send(new PutMetricAlarmCommand({
      ...base, AlarmName: 'math', Threshold: 20, Metrics: [{ Id: 'a', MetricStat: metric('a') }],
    }))
    expect(await stateOf('math')).toBe('OK')
    await cloudWatch.send(new DeleteAlarmsCommand({ AlarmNames: ['math'] }))
    expect(await stateOf('math')).toBeUndefined()
  })

  it('are refused as CloudWatch does', async () => {
    const alarm = {
      AlarmName: 'no', Namespace: 'n', MetricName: 'm', Statistic: 'Sum' as const, Period: 60, EvaluationPeriods: 1, Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold' as const,
    }
    await expect(cloudWatch.send(new SetAlarmStateCommand({ AlarmName: 'nowhere', StateValue: 'OK', StateReason: 'r' })))
      .rejects.toEqual(named('ResourceNotFound'))
    await expect(cloudWatch.send(new SetAlarmStateCommand({ AlarmName: 'warm', StateValue: 'OK', StateReason: 'r', StateReasonData: '{' })))
      .rejects.toEqual(named('InvalidFormatFault'))
    await expect(cloudWatch.send(new PutMetricAlarmCommand({ ...alarm, DatapointsToAlarm: 2 })))
      .rejects.toEqual(named('ValidationException'))
    await expect(cloudWatch.send(new PutMetricAlarmCommand({ ...alarm, ExtendedStatistic: 'p99' })))
      .rejects.toEqual(named('InvalidParameterCombinationException'))
    await expect(cloudWatch.send(new PutMetricAlarmCommand({ ...alarm, AlarmActions: ['arn:aws:automate:us-east-1:ec2:stop'] })))
      .rejects.toEqual(named('InvalidParameterValueException'))
    await expect(cloudWatch.send(new PutCompositeAlarmCommand({ AlarmName: 'c', AlarmRule: 'ALARM(nowhere)' }))).rejects.toMatchObject({
      name: 'ValidationException', message: expect.stringContaining('do not exist'),
    })
    await expect(cloudWatch.send(new PutCompositeAlarmCommand({ AlarmName: 'c', AlarmRule: 'ALARM(warm' })))
      .rejects.toEqual(named('ValidationException'))
    await expect(cloudWatch.send(new DeleteAlarmsCommand({ AlarmNames: ['warm'] }))).rejects.toEqual(named('ValidationException'))
    await expect(cloudWatch.send(new PutAnomalyDetectorCommand({}))).rejects.toEqual(named('UnknownOperationException'))
  })
})

describe('metrics', () => {
  const Timestamp = lastMinute()

  it('have statistics, percentiles and expressions', async () => {
    const Dimensions = [{ Name: 'site', Value: 's-1' }, { Name: 'tap', Value: '1' }]
    await put('Stats', { MetricName: 'ml', Timestamp, Unit: 'Count', Values: [100, 200, 300], Counts: [1, 2, 1], Dimensions }, {
      MetricName: 'ml', Timestamp, Unit: 'Count', StatisticValues: { SampleCount: 2, Sum: 700, Minimum: 300, Maximum: 400 },
    })
    const one = await cloudWatch.send(new GetMetricStatisticsCommand({
      ...around(), Namespace: 'Stats', MetricName: 'ml', Dimensions: Dimensions.toReversed(), Period: 60,
      Statistics: ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'],
    }))
    expect(one).toMatchObject({
      Label: 'ml', Datapoints: [{ Timestamp, Unit: 'Count', SampleCount: 4, Average: 200, Sum: 800, Minimum: 100, Maximum: 300 }],
    })
    const two = await cloudWatch.send(new GetMetricStatisticsCommand({
      ...around(), Namespace: 'Stats', MetricName: 'ml', Dimensions, Period: 60, ExtendedStatistics: ['p50', 'p100'],
    }))
    expect(two.Datapoints?.[0]?.ExtendedStatistics).toEqual({ p50: 200, p100: 300 })
    const stat = (dimensions?: typeof Dimensions) => ({
      Metric: { Namespace: 'Stats', MetricName: 'ml', Dimensions: dimensions }, Period: 60, Stat: 'Sum',
    })
    const { MetricDataResults } = await cloudWatch.send(new GetMetricDataCommand({ ...around(), MetricDataQueries: [
      { Id: 'all', Expression: 'SUM(METRICS())', Label: 'both' }, { Id: 'a', MetricStat: stat(Dimensions), ReturnData: false },
      { Id: 'b', MetricStat: stat(), ReturnData: false },
    ] }))
    expect(MetricDataResults).toEqual([{ Id: 'all', Label: 'both', Timestamps: [Timestamp], Values: [1500], StatusCode: 'Complete' }])
    const { Metrics } = await cloudWatch.send(new ListMetricsCommand({ Namespace: 'Stats', Dimensions: [{ Name: 'tap' }] }))
    expect(Metrics).toEqual([{ Namespace: 'Stats', MetricName: 'ml', Dimensions }])
  })

  it('have high resolution where they are put so', async () => {
    const at = (seconds: number) => new Date(Timestamp.getTime() + seconds * 1000)
    await put(
      'Fast', ...[1, 2, 11].map((seconds) => ({ MetricName: 'flow', Value: seconds, Timestamp: at(seconds), StorageResolution: 1 })),
    )
    const { MetricDataResults } = await cloudWatch.send(new GetMetricDataCommand({
      ...around(),
      ScanBy: 'TimestampAscending',
      MetricDataQueries: [{ Id: 'f', MetricStat: { Metric: { Namespace: 'Fast', MetricName: 'flow' }, Period: 10, Stat: 'Sum' } }],
    }))
    expect(MetricDataResults?.[0]).toMatchObject({ Timestamps: [at(0), at(10)], Values: [3, 11] })
  })

  it('come from rules, functions, lines and queues', async () => {
    await running.cloud.iot.publish('keg/k-1/telemetry', '{"celsius":4.5}', { qos: 1 })
    expect(await sum('Kegs', 'celsius', {})).toBe(4.5)
    expect(await sum('Emf', 'pours', { keg: 'k-1' })).toBe(3)
    const logEvents = ['{"keg":"k-1","volumeMl":300}', '{"keg":"k-1","volumeMl":200}', '{"keg":"k-1"}']
      .map((message) => ({ timestamp: Date.now(), message }))
    await new CloudWatchLogsClient(running.client).send(new PutLogEventsCommand({ logGroupName: 'bar', logStreamName: 's', logEvents }))
    expect(await sum('Filtered', 'volume', { keg: 'k-1' })).toBe(500)
    const QueueName = running.outputs['SeenName'] ?? ''
    await new SQSClient(running.client).send(new SendMessageCommand({ QueueUrl: running.outputs['SeenUrl'], MessageBody: 'm' }))
    expect(await sum('AWS/SQS', 'ApproximateNumberOfMessagesVisible', { QueueName }, 'Maximum')).toBeGreaterThan(0)
  })

  it('come from APIs and state machines', async () => {
    const { ApiUrl, ApiId = '', MachineArn = '' } = running.outputs
    expect([(await fetch(`${ApiUrl}/fails`)).status, (await fetch(`${ApiUrl}/nowhere`)).status]).toEqual([500, 404])
    const counts = await Promise.all(['Count', '4xx', '5xx'].map((name) => sum('AWS/ApiGateway', name, { ApiId, Stage: '$default' })))
    expect([...counts, await sum('AWS/ApiGateway', 'Latency', { ApiId }, 'SampleCount')]).toEqual([2, 1, 1, 2])
    await new SFNClient(running.client).send(new StartExecutionCommand({ stateMachineArn: MachineArn }))
    await eventually(async () => await sum('AWS/States', 'ExecutionsFailed', { StateMachineArn: MachineArn }) === 1)
    expect(await sum('AWS/States', 'ExecutionsStarted', { StateMachineArn: MachineArn })).toBe(1)
    const { logGroups } = await new CloudWatchLogsClient(running.client)
      .send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/aws/lambda/retained' }))
    expect(logGroups?.map(({ retentionInDays }) => retentionInDays)).toEqual([1])
  })

  it('are refused as CloudWatch does', async () => {
    await expect(put('AWS/Mine', { MetricName: 'm', Value: 1 })).rejects.toEqual(named('InvalidParameterValueException'))
    await expect(put('n', { MetricName: 'm' })).rejects.toEqual(named('MissingRequiredParameterException'))
    await expect(put('n', { MetricName: 'm', Value: 1, Values: [1] })).rejects.toEqual(named('InvalidParameterCombinationException'))
    await expect(put('n', { MetricName: 'm', Value: 1, Timestamp: new Date(0) })).rejects.toEqual(named('InvalidParameterValueException'))
    await expect(put('n', { MetricName: 'm', Value: 1, Unit: 'Pints' as never })).rejects.toEqual(named('InvalidParameterValueException'))
    const query = (Expression: string) =>
      cloudWatch.send(new GetMetricDataCommand({ ...around(), MetricDataQueries: [{ Id: 'e', Expression }] }))
    await expect(query('SEARCH(\'{x}\', \'Sum\', 300)')).rejects.toMatchObject({
      name: 'ValidationException', message: expect.stringContaining('SEARCH is not emulated'),
    })
    await expect(query('e + 1')).rejects.toEqual(named('ValidationException'))
  })
})

// The JavaScript client speaks JSON; newer clients of other languages speak CBOR, older ones forms and XML.
describe.each<[string, NonNullable<CloudWatchClientConfig['protocol']>]>([
  ['CBOR', new SmithyRpcV2CborProtocol({ defaultNamespace: 'com.amazonaws.cloudwatch' })],
  ['query', new AwsQueryProtocol({
    defaultNamespace: 'com.amazonaws.cloudwatch', xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/', version: '2010-08-01',
  })],
])('the %s protocol', (name, protocol) => {
  it('takes and gives times, numbers and lists', async () => {
    const client = new CloudWatchClient({ ...running.client, protocol })
    const Timestamp = lastMinute()
    const Namespace = `Protocol/${name}`
    await client.send(new PutMetricDataCommand({
      Namespace,
      MetricData: [
        { MetricName: 'm', Timestamp, Value: 1.5 },
        { MetricName: 'm', Timestamp, Values: [2, 3], Dimensions: [{ Name: 'a&b', Value: '<c>' }] },
      ],
    }))
    const { MetricDataResults } = await client.send(new GetMetricDataCommand({
      ...around(), MetricDataQueries: [{ Id: 'm', MetricStat: { Metric: { Namespace, MetricName: 'm' }, Period: 60, Stat: 'Sum' } }],
    }))
    expect(MetricDataResults).toEqual([{ Id: 'm', Label: 'm', Timestamps: [Timestamp], Values: [1.5], StatusCode: 'Complete' }])
    expect((await client.send(new ListMetricsCommand({ Namespace }))).Metrics)
      .toEqual(expect.arrayContaining([expect.objectContaining({ Dimensions: [{ Name: 'a&b', Value: '<c>' }] })]))
    await client.send(new PutMetricAlarmCommand({
      AlarmName: `of ${name}`, Namespace, MetricName: 'm', Statistic: 'Sum', Period: 60, EvaluationPeriods: 1, Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold', ActionsEnabled: false,
    }))
    expect((await client.send(new DescribeAlarmsCommand({ AlarmNames: [`of ${name}`] }))).MetricAlarms?.[0]).toMatchObject({
      Threshold: 1, ActionsEnabled: false, StateUpdatedTimestamp: expect.any(Date),
    })
    await expect(client.send(new SetAlarmStateCommand({ AlarmName: 'nowhere', StateValue: 'OK', StateReason: 'r' })))
      .rejects.toEqual(named('ResourceNotFound'))
  })
})

it('holds a function\'s calls against its role', async () => {
  await using enforcing = await run((stack) => {
    new LambdaFunction(stack, 'Metering', {
      functionName: 'metering', runtime: Runtime.NODEJS_24_X, handler: 'index.handler',
      code: new InlineCode('const { CloudWatchClient, PutMetricDataCommand } = require("@aws-sdk/client-cloudwatch"); exports.handler = () => new CloudWatchClient().send(new PutMetricDataCommand({ Namespace: "Bar", MetricData: [{ MetricName: "m", Value: 1 }] }))'),
    })
  }, { iam: 'enforce' })
  const { Payload } = await new LambdaClient(enforcing.client).send(new InvokeCommand({ FunctionName: 'metering' }))
  expect(JSON.parse(Payload?.transformToString() ?? '')).toMatchObject({
    errorMessage: expect.stringContaining('is not authorized to perform: cloudwatch:PutMetricData on resource: *'),
  })
}, 60_000)
