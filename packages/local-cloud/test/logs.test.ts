import { gunzipSync } from 'node:zlib'
import {
  CloudWatchLogsClient, CreateLogGroupCommand, CreateLogStreamCommand, DeleteLogGroupCommand, DeleteSubscriptionFilterCommand,
  DescribeLogGroupsCommand, DescribeLogStreamsCommand, DescribeMetricFiltersCommand, DescribeSubscriptionFiltersCommand,
  FilterLogEventsCommand, GetLogEventsCommand, PutLogEventsCommand, PutMetricFilterCommand, PutRetentionPolicyCommand,
  PutSubscriptionFilterCommand, StartQueryCommand, TestMetricFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { GetRecordsCommand, GetShardIteratorCommand, KinesisClient } from '@aws-sdk/client-kinesis'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnLogging, CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { Stream } from 'aws-cdk-lib/aws-kinesis'
import { Function as LambdaFunction, InlineCode, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import {
  CfnQueryDefinition, FilterPattern, LogGroup, MetricFilter, ResourcePolicy, RetentionDays, SubscriptionFilter,
} from 'aws-cdk-lib/aws-logs'
import { KinesisDestination, LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let logs: CloudWatchLogsClient
const named = (name: string) => expect.objectContaining({ name })

function build(stack: Stack): void {
  const base = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler' }
  const code = (source: string) => new InlineCode(`exports.handler = async (event) => { ${source} }`)
  new LambdaFunction(stack, 'Text', {
    ...base, functionName: 'text',
    code: code('console.log("one\\ntwo", { a: 1 }); process.stdout.write("raw\\n"); if (event.fail) throw new TypeError("no beer")'),
  })
  const group = new LogGroup(stack, 'Group', { logGroupName: 'bar', retention: RetentionDays.ONE_WEEK })
  new LambdaFunction(stack, 'Json', {
    ...base, functionName: 'json', logGroup: group, loggingFormat: LoggingFormat.JSON,
    code: code('console.log({ keg: "k-1" }); console.debug("quiet"); console.warn("late", 3); console.error(new RangeError("too warm"))'),
  })
  group.addStream('Named', { logStreamName: 'named' })
  new MetricFilter(stack, 'Warm', {
    logGroup: group, filterPattern: FilterPattern.numberValue('$.celsius', '>', 8), metricNamespace: 'Bar', metricName: 'warm',
    metricValue: '$.celsius', dimensions: { keg: '$.keg' },
  })
  const subscribed = new LogGroup(stack, 'Subscribed', { logGroupName: 'subscribed' })
  const reader = new LambdaFunction(stack, 'Reader', {
    ...base, functionName: 'reader',
    code: code('console.log(require("node:zlib").gunzipSync(Buffer.from(event.awslogs.data, "base64")).toString())'),
  })
  new SubscriptionFilter(stack, 'ToReader', {
    logGroup: subscribed, filterPattern: FilterPattern.allTerms('pour'), destination: new LambdaDestination(reader),
    filterName: 'to-reader',
  })
  const stream = new Stream(stack, 'Stream', { streamName: 'lines', shardCount: 1 })
  new SubscriptionFilter(stack, 'ToStream', {
    logGroup: subscribed, filterPattern: FilterPattern.allEvents(), destination: new KinesisDestination(stream),
  })
  new ResourcePolicy(stack, 'Policy', { policyStatements: [
    new PolicyStatement({ principals: [new ServicePrincipal('es.amazonaws.com')], actions: ['logs:PutLogEvents'], resources: ['*'] }),
  ] })
  new CfnQueryDefinition(stack, 'Query', { name: 'errors', queryString: 'fields @message' })
  const role = new Role(stack, 'RuleRole', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
  group.grantWrite(role)
  new CfnTopicRule(stack, 'Rule', {
    ruleName: 'lines',
    topicRulePayload: {
      sql: 'SELECT * FROM \'keg/+/telemetry\'', actions: [{ cloudwatchLogs: { logGroupName: group.logGroupName, roleArn: role.roleArn } }],
    },
  })
  new CfnLogging(stack, 'IotLogging', { accountId: stack.account, defaultLogLevel: 'ERROR', roleArn: role.roleArn })
  new CfnOutput(stack, 'ReaderArn', { value: reader.functionArn })
}

beforeAll(async () => {
  running = await run(build)
  logs = new CloudWatchLogsClient(running.client)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const lines = async (logGroupName: string, filterPattern?: string) =>
  (await logs.send(new FilterLogEventsCommand({ logGroupName, filterPattern }))).events ?? []
const invoke = (FunctionName: string, event: object = {}) =>
  new LambdaClient(running.client).send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }))

describe('functions', () => {
  // https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html
  it('write text as Lambda does', async () => {
    const { $metadata: { requestId } } = await invoke('text')
    const events = await lines('/aws/lambda/text')
    expect(events.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^INIT_START Runtime Version: nodejs:24\.v1\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:\S+\n$/),
      `START RequestId: ${requestId} Version: $LATEST\n`,
      expect.stringMatching(new RegExp(`^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\t${requestId}\tINFO\tone\rtwo \\{ a: 1 \\}\n$`)),
      'raw\n',
      `END RequestId: ${requestId}\n`,
      expect.stringMatching(new RegExp(`^REPORT RequestId: ${requestId}\tDuration: [\\d.]+ ms\tBilled Duration: \\d+ ms\tMemory Size: 128 MB\tMax Memory Used: \\d+ MB\tInit Duration: [\\d.]+ ms\t\n$`)),
    ])
    expect(events[0]?.logStreamName).toMatch(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/)
    expect(running.log.filter(({ source, requestId: id }) => source === 'function' && id === requestId).map(({ message }) => message))
      .toEqual(['one', 'two { a: 1 }', 'raw'])
  })

  it('say what failed', async () => {
    const { $metadata: { requestId } } = await invoke('text', { fail: true })
    expect((await lines('/aws/lambda/text', '"Invoke Error"'))[0]?.message)
      .toMatch(new RegExp(`\t${requestId}\tERROR\tInvoke Error \t\\{"errorType":"TypeError","errorMessage":"no beer"`))
    expect((await lines('/aws/lambda/text', `REPORT "${requestId}"`))[0]?.message).toMatch(/\tStatus: error\t\n$/)
  })

  // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
  it('write JSON where they are told to, from a level on, to the group that they are told', async () => {
    const { $metadata: { requestId } } = await invoke('json')
    const documents = (await lines('bar', '{ $.requestId = * || $.type = * }')).map(({ message = '' }) => JSON.parse(message))
    expect(documents).toEqual([
      {
        time: expect.any(String), type: 'platform.initStart',
        record: expect.objectContaining({ initializationType: 'on-demand', functionName: 'json' }),
      },
      { time: expect.any(String), type: 'platform.start', record: expect.objectContaining({ requestId, version: '$LATEST' }) },
      { timestamp: expect.any(String), level: 'INFO', requestId, message: { keg: 'k-1' } },
      { timestamp: expect.any(String), level: 'WARN', requestId, message: 'late 3' },
      {
        timestamp: expect.any(String), level: 'ERROR', requestId, errorType: 'RangeError', errorMessage: 'too warm',
        stackTrace: expect.any(Array), message: expect.stringMatching(/^RangeError: too warm/),
      },
      { time: expect.any(String), type: 'platform.report', record: {
        requestId, status: 'success',
        metrics: expect.objectContaining({ memorySizeMB: 128, durationMs: expect.any(Number), initDurationMs: expect.any(Number) }),
      } },
    ])
    expect((await lines('bar'))[0]?.logStreamName).toMatch(/\/json\[\$LATEST\]/)
  })
})

describe('subscriptions', () => {
  it('reach functions and streams', async () => {
    await logs.send(new CreateLogStreamCommand({ logGroupName: 'subscribed', logStreamName: 's' }))
    const now = Date.now()
    await logs.send(new PutLogEventsCommand({
      logGroupName: 'subscribed', logStreamName: 's',
      logEvents: [{ timestamp: now, message: 'pour 300' }, { timestamp: now, message: 'idle' }],
    }))
    const heard = await eventually(() => running.log.find(({ functionName, source }) =>
      functionName === 'reader' && source === 'function')?.message)
    expect(JSON.parse(heard)).toEqual({
      messageType: 'DATA_MESSAGE', owner: '123456789012', logGroup: 'subscribed', logStream: 's', subscriptionFilters: ['to-reader'],
      logEvents: [{ id: expect.stringMatching(/^\d{56}$/), timestamp: now, message: 'pour 300' }],
    })
    const kinesis = new KinesisClient(running.client)
    const { ShardIterator } = await kinesis.send(new GetShardIteratorCommand({
      StreamName: 'lines', ShardId: 'shardId-000000000000', ShardIteratorType: 'TRIM_HORIZON',
    }))
    const data = await eventually(async () => (await kinesis.send(new GetRecordsCommand({ ShardIterator }))).Records?.[0]?.Data)
    expect(JSON.parse(gunzipSync(data).toString()).logEvents.map(({ message }: { message: string }) => message))
      .toEqual(['pour 300', 'idle'])
    kinesis.destroy()
    expect(running.log.filter(({ level, source }) => level === 'warn' && source !== 'function')).toEqual([])
  })

  it('are two at most, and may only invoke what lets them', async () => {
    const { subscriptionFilters } = await logs.send(new DescribeSubscriptionFiltersCommand({ logGroupName: 'subscribed' }))
    expect(subscriptionFilters?.map(({ filterPattern }) => filterPattern)).toEqual(['"pour"', ''])
    const put = (logGroupName: string) => logs.send(new PutSubscriptionFilterCommand({
      logGroupName, filterName: 'more', filterPattern: '', destinationArn: running.outputs['ReaderArn'],
    }))
    await expect(put('subscribed')).rejects.toEqual(named('LimitExceededException'))
    await expect(put('bar')).rejects.toMatchObject({
      name: 'InvalidParameterException', message: expect.stringContaining('Could not execute the lambda function'),
    })
    await logs.send(new DeleteSubscriptionFilterCommand({ logGroupName: 'subscribed', filterName: 'to-reader' }))
    await expect(put('subscribed')).resolves.toBeDefined()
  })
})

describe('groups', () => {
  it('keep lines of streams, page by page', async () => {
    const logGroupName = 'made'
    await logs.send(new CreateLogGroupCommand({ logGroupName }))
    await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 3 }))
    expect((await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: 'mad' }))).logGroups).toEqual([
      expect.objectContaining({ logGroupName, retentionInDays: 3, arn: 'arn:aws:logs:us-east-1:123456789012:log-group:made:*' }),
    ])
    for (const logStreamName of ['a', 'b']) await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }))
    const now = Date.now()
    const logEvents = [1, 2, 3, 4, 5].map((n) => ({ timestamp: now - 10 + n, message: `line ${n}` }))
    const day = 24 * 3_600_000
    await logs.send(new PutLogEventsCommand({ logGroupName, logStreamName: 'a', logEvents }))
    const { rejectedLogEventsInfo } = await logs.send(new PutLogEventsCommand({
      logGroupName, logStreamName: 'b', logEvents: [{ timestamp: now - 4 * day, message: 'expired' }],
    }))
    expect(rejectedLogEventsInfo).toEqual({ expiredLogEventEndIndex: 1 })
    const read = async (input: { limit?: number; nextToken?: string | undefined; startFromHead?: boolean }) => {
      const { events, ...tokens } = await logs.send(new GetLogEventsCommand({ logGroupName, logStreamName: 'a', ...input }))
      return { texts: events?.map(({ message }) => message), ...tokens }
    }
    expect((await read({ limit: 2 })).texts).toEqual(['line 4', 'line 5'])
    const head = await read({ limit: 2, startFromHead: true })
    const next = await read({ limit: 4, nextToken: head.nextForwardToken })
    expect([head.texts, next.texts]).toEqual([['line 1', 'line 2'], ['line 3', 'line 4', 'line 5']])
    expect(await read({ nextToken: next.nextForwardToken })).toMatchObject({ texts: [], nextForwardToken: next.nextForwardToken })
    expect((await read({ nextToken: next.nextBackwardToken })).texts).toEqual(['line 1', 'line 2'])
    const first = await logs.send(new FilterLogEventsCommand({ logGroupName, limit: 2, filterPattern: '?1 ?3 ?5' }))
    const second = await logs.send(new FilterLogEventsCommand({
      logGroupName, limit: 2, filterPattern: '?1 ?3 ?5', nextToken: first.nextToken,
    }))
    expect([...first.events ?? [], ...second.events ?? []].map(({ message }) => message)).toEqual(['line 1', 'line 3', 'line 5'])
    const { logStreams } = await logs.send(new DescribeLogStreamsCommand({ logGroupName, orderBy: 'LastEventTime', descending: true }))
    expect(logStreams?.map(({ logStreamName, lastEventTimestamp }) => [logStreamName, lastEventTimestamp]))
      .toEqual([['a', now - 5], ['b', undefined]])
    await logs.send(new DeleteLogGroupCommand({ logGroupName }))
    await expect(lines(logGroupName)).rejects.toEqual(named('ResourceNotFoundException'))
  })

  it('take what a rule sends', async () => {
    await running.cloud.iot.publish('keg/k-1/telemetry', '{"celsius":4}', { qos: 1 })
    expect((await lines('bar', '{ $.celsius = 4 }')).map(({ logStreamName, message }) => [logStreamName, message]))
      .toEqual([['lines', '{"celsius":4}']])
  })

  // https://docs.aws.amazon.com/iot/latest/developerguide/cwl-format.html
  it('take what AWS IoT Core says', async () => {
    await running.cloud.iot.publish('$aws/rules/ghost/a', '{}')
    const [event] = await lines('AWSIotLogsV2', '{ $.eventType = RuleNotFound }')
    expect(JSON.parse(event?.message ?? '')).toMatchObject({
      logLevel: 'ERROR', accountId: '123456789012', status: 'Failure', eventType: 'RuleNotFound', ruleName: 'ghost',
    })
  })

  it('have metric filters', async () => {
    expect((await logs.send(new DescribeMetricFiltersCommand({ logGroupName: 'bar' }))).metricFilters).toEqual([expect.objectContaining({
      filterPattern: '{ $.celsius > 8 }',
      metricTransformations: [{ metricNamespace: 'Bar', metricName: 'warm', metricValue: '$.celsius', dimensions: { keg: '$.keg' } }],
    })])
    const { matches } = await logs.send(new TestMetricFilterCommand({
      filterPattern: '[ip, ..., status = 4*]', logEventMessages: ['1.2.3.4 GET 200', '1.2.3.4 GET 404'],
    }))
    expect(matches).toEqual([{ eventNumber: 2, eventMessage: '1.2.3.4 GET 404', extractedValues: { $ip: '1.2.3.4', $status: '404' } }])
  })
})

it('refuses what CloudWatch Logs refuses', async () => {
  const logGroupName = 'bar'
  const now = Date.now()
  const put = (logEvents: { timestamp: number; message: string }[], logStreamName = 'named') =>
    logs.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents }))
  await expect(logs.send(new CreateLogGroupCommand({ logGroupName }))).rejects.toEqual(named('ResourceAlreadyExistsException'))
  await expect(logs.send(new CreateLogGroupCommand({ logGroupName: 'no blanks' }))).rejects.toEqual(named('InvalidParameterException'))
  await expect(put([{ timestamp: now, message: 'x' }], 'nowhere')).rejects.toMatchObject({
    name: 'ResourceNotFoundException', message: 'The specified log stream does not exist.',
  })
  await expect(put([{ timestamp: now, message: 'x' }, { timestamp: now - 1, message: 'y' }]))
    .rejects.toEqual(named('InvalidParameterException'))
  await expect(logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 2 })))
    .rejects.toEqual(named('InvalidParameterException'))
  await expect(lines(logGroupName, '{ broken')).rejects.toEqual(named('InvalidParameterException'))
  const metricTransformations = [{ metricName: 'm', metricNamespace: 'n', metricValue: 'much' }]
  await expect(logs.send(new PutMetricFilterCommand({ logGroupName, filterName: 'f', filterPattern: '', metricTransformations })))
    .rejects.toEqual(named('InvalidParameterException'))
  await expect(logs.send(new StartQueryCommand({ logGroupName, startTime: 0, endTime: 1, queryString: 'fields @message' })))
    .rejects.toMatchObject({ name: 'UnknownOperationException', message: 'CloudWatch Logs\'s StartQuery is not emulated.' })
})
