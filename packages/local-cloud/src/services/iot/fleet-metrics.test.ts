import type { AwsCall, AwsCaller } from '@keg/local-iot'
import { beforeEach, expect, it } from 'vitest'
import { testContext } from '../../ground/testing.ts'
import { readMetricAlarm } from '../cloudwatch/alarms/read-alarm.ts'
import { cloudWatch } from '../cloudwatch/name.ts'
import { loadService } from '../index.ts'
import { withFleetMetrics } from './fleet-metrics.ts'

const STARTS_MS = 1_700_000_040_000
const MINUTE_MS = 60_000
let nowMs: number
let ground: ReturnType<typeof testContext>['started']['ground']
beforeEach(() => {
  nowMs = STARTS_MS
  ground = testContext({ load: loadService, nowMs: () => nowMs }).started.ground
})

const metric = { namespace: 'AWS/IoTFleetMetrics', name: 'warm', dimensions: [{ Name: 'AggregationType', Value: 'count' }] }
const call: AwsCall = {
  service: 'cloudwatch', operation: 'PutMetricData', input: {
    Namespace: metric.namespace,
    MetricData: [{ MetricName: metric.name, Dimensions: metric.dimensions, Value: 7, Unit: 'Count', Timestamp: new Date(STARTS_MS) }],
  },
}
const put = (caller: AwsCaller) => withFleetMetrics(ground, async () => 'asked')(call, caller)

it('are among the metrics of AWS’s services', async () => {
  await put({})
  const { metrics } = await ground.start(cloudWatch)
  const found = metrics.range(metric, { startMs: nowMs, endMs: nowMs + MINUTE_MS, periodMs: MINUTE_MS, unit: 'Count' })
  expect([...found.values()]).toMatchObject([{ count: 1, sum: 7 }])
})

it('raise alarms', async () => {
  const { alarms } = await ground.start(cloudWatch)
  alarms.put(readMetricAlarm({
    AlarmName: 'too-warm', Namespace: metric.namespace, MetricName: metric.name, Dimensions: metric.dimensions, Statistic: 'Maximum',
    Period: 60, EvaluationPeriods: 1, Threshold: 5, ComparisonOperator: 'GreaterThanThreshold',
  }, { arn: (name) => alarms.arn(name), nowMs }))
  await put({})
  nowMs += MINUTE_MS
  await alarms.evaluate(nowMs)
  expect(alarms.find('too-warm')?.state.value).toBe('ALARM')
})

it('of a rule are asked for by PutMetricData, which refuses the namespace', async () => {
  expect(await put({ roleArn: 'arn:aws:iam::123456789012:role/rule', ruleName: 'r' })).toBe('asked')
  expect((await ground.start(cloudWatch)).metrics.list()).toEqual([])
})
