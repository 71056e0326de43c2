import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CloudWatchClient, DescribeAlarmsCommand, GetMetricStatisticsCommand, PutMetricDataCommand, SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch'
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { Duration, type Stack } from 'aws-cdk-lib'
import { Alarm, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { expect, it } from 'vitest'
import { run } from './synthesized.ts'

function build(stack: Stack): void {
  const logGroup = new LogGroup(stack, 'Group', { logGroupName: 'bar' })
  new LambdaFunction(stack, 'Prints', {
    functionName: 'prints', logGroup, runtime: Runtime.NODEJS_24_X, handler: 'index.handler',
    code: new InlineCode('exports.handler = async () => console.log("hello")'),
  })
  const metric = new Metric({ namespace: 'Bar', metricName: 'celsius', statistic: 'Maximum', period: Duration.minutes(1) })
  new Alarm(stack, 'Warm', { alarmName: 'warm', metric, threshold: 8, evaluationPeriods: 1, treatMissingData: TreatMissingData.IGNORE })
}

it('lines, metrics and the states of alarms outlive a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'keg-data-'))
  try {
    {
      await using before = await run(build, { dataDir })
      await new LambdaClient(before.client).send(new InvokeCommand({ FunctionName: 'prints' }))
      const cloudWatch = new CloudWatchClient(before.client)
      await cloudWatch.send(new PutMetricDataCommand({
        Namespace: 'Bar', MetricData: [{ MetricName: 'ml', Values: [3, 4], Timestamp: new Date(Date.now() - 60_000) }],
      }))
      await cloudWatch.send(new SetAlarmStateCommand({ AlarmName: 'warm', StateValue: 'ALARM', StateReason: 'before' }))
    }
    await using after = await run(build, { dataDir })
    const { events } = await new CloudWatchLogsClient(after.client)
      .send(new FilterLogEventsCommand({ logGroupName: 'bar', filterPattern: 'hello' }))
    expect(events).toHaveLength(1)
    const cloudWatch = new CloudWatchClient(after.client)
    const span = { StartTime: new Date(Date.now() - 3_600_000), EndTime: new Date() }
    const statistics = async (Namespace: string, MetricName: string, Dimensions = [{ Name: 'FunctionName', Value: 'prints' }]) =>
      (await cloudWatch.send(new GetMetricStatisticsCommand({
        ...span, Namespace, MetricName, Dimensions, Period: 7200, Statistics: ['Sum'],
      }))).Datapoints?.map(({ Sum }) => Sum)
    expect([await statistics('Bar', 'ml', []), await statistics('AWS/Lambda', 'Invocations')]).toEqual([[7], [1]])
    const { MetricAlarms } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: ['warm'] }))
    expect(MetricAlarms?.[0]).toMatchObject({ StateValue: 'ALARM', StateReason: 'before', Threshold: 8 })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}, 60_000)
