import type { AwsCall, AwsCaller } from '@keg/local-iot'
import { beforeEach, expect, it } from 'vitest'
import { testContext } from '../../ground/testing.ts'
import { cloudWatch } from '../cloudwatch/name.ts'
import { loadService } from '../index.ts'
import { withFleetMetrics } from './fleet-metrics.ts'

const nowMs = 1_700_000_040_000
let ground: ReturnType<typeof testContext>['started']['ground']
beforeEach(() => {
  ({ started: { ground } } = testContext({ load: loadService, nowMs: () => nowMs }))
})

const metric = { namespace: 'AWS/IoTFleetMetrics', name: 'warm', dimensions: [{ Name: 'AggregationType', Value: 'count' }] }
const call: AwsCall = {
  service: 'cloudwatch', operation: 'PutMetricData', input: {
    Namespace: metric.namespace,
    MetricData: [{ MetricName: metric.name, Dimensions: metric.dimensions, Value: 7, Unit: 'Count', Timestamp: new Date(nowMs) }],
  },
}
const put = (caller: AwsCaller) => withFleetMetrics(ground, async () => 'asked')(call, caller)

it('are among the metrics of AWS’s services', async () => {
  await put({})
  const { metrics } = await ground.start(cloudWatch)
  const found = metrics.range(metric, { startMs: nowMs - 60_000, endMs: nowMs + 60_000, periodMs: 60_000, unit: 'Count' })
  expect([...found.values()]).toMatchObject([{ count: 1, sum: 7 }])
})

it('of a rule are asked for by PutMetricData, which refuses the namespace', async () => {
  expect(await put({ roleArn: 'arn:aws:iam::123456789012:role/rule', ruleName: 'r' })).toBe('asked')
  expect((await ground.start(cloudWatch)).metrics.list()).toEqual([])
})
