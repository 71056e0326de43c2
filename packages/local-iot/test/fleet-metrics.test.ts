import {
  CreateFleetMetricCommand, DeleteFleetMetricCommand, DescribeFleetMetricCommand, ListFleetMetricsCommand, TagResourceCommand,
  UpdateFleetMetricCommand, UpdateIndexingConfigurationCommand, type CreateFleetMetricCommandInput,
  type UpdateIndexingConfigurationCommandInput,
} from '@aws-sdk/client-iot'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AwsCall, LocalIotOptions } from '../src/index.ts'
import { errorOf, invalid, missing, outdated, taken } from './error-of.ts'
import { movedClock } from './moved-clock.ts'
import { startIot } from './start-iot.ts'

const metric: CreateFleetMetricCommandInput = {
  metricName: 'warm', queryString: 'thingName:k* AND attributes.celsius>8', period: 60, aggregationField: 'attributes.celsius',
  aggregationType: { name: 'Statistics', values: ['count', 'maximum'] }, unit: 'Count', description: 'too warm',
}

/** A core with two kegs, one of them too warm, whose calls of AWS are kept. */
async function startKegs(options: LocalIotOptions = {}) {
  const clock = movedClock()
  const calls: AwsCall[] = []
  const callAws = (call: AwsCall) => Promise.resolve(calls.push(call))
  const started = await startIot({ clock, callAws, ...options })
  return {
    ...started, clock, calls,
    metric: (changes: Partial<CreateFleetMetricCommandInput> = {}) =>
      started.control.send(new CreateFleetMetricCommand({ ...metric, ...changes })),
    /** What was sent meanwhile, as `AGGREGATION VALUE`. */
    async sent(afterMs: number): Promise<string[]> {
      calls.length = 0
      clock.advance(afterMs)
      await new Promise((resolve) => setImmediate(resolve))
      return calls.flatMap(({ input }) => (input['MetricData'] as { Dimensions: { Value: string }[]; Value: number }[])
        .map(({ Dimensions: [dimension], Value }) => `${dimension?.Value} ${Value}`))
    },
  }
}
const index: UpdateIndexingConfigurationCommandInput = {
  thingIndexingConfiguration: {
    thingIndexingMode: 'REGISTRY', customFields: [{ name: 'attributes.celsius', type: 'Number' }, { name: 'attributes.site', type: 'String' }],
  },
}
async function fill({ iot, control }: Pick<Awaited<ReturnType<typeof startKegs>>, 'iot' | 'control'>) {
  await control.send(new UpdateIndexingConfigurationCommand(index))
  for (const [thingName, celsius] of [['k-1', '4'], ['k-2', '9'], ['k-3', '11']] as const)
    await iot.call('CreateThing', { thingName, attributePayload: { attributes: { celsius, site: 'bar' } } })
}

it('is sent to CloudWatch once in its period, with what the query finds then', async () => {
  await using kegs = await startKegs()
  await fill(kegs)
  expect(await kegs.metric()).toMatchObject({ metricArn: 'arn:aws:iot:us-east-1:123456789012:fleetmetric/warm', metricName: 'warm' })
  expect(await kegs.sent(59_000)).toEqual([])
  expect(await kegs.sent(1_000)).toEqual(['count 2', 'maximum 11'])
  expect(kegs.calls).toEqual([{
    service: 'cloudwatch', operation: 'PutMetricData', input: {
      Namespace: 'AWS/IoTFleetMetrics',
      MetricData: [
        { MetricName: 'warm', Dimensions: [{ Name: 'AggregationType', Value: 'count' }], Value: 2, Unit: 'Count', Timestamp: expect.any(Date) as Date },
        { MetricName: 'warm', Dimensions: [{ Name: 'AggregationType', Value: 'maximum' }], Value: 11, Unit: 'Count', Timestamp: expect.any(Date) as Date },
      ],
    },
  }])
  for (const thingName of ['k-2', 'k-3']) await kegs.iot.call('DeleteThing', { thingName })
  // "The data points of the value count is always 0", and the others are not there: fleet-indexing-troubleshooting.html.
  expect(await kegs.sent(60_000)).toEqual(['count 0'])
  await kegs.control.send(new UpdateFleetMetricCommand({ metricName: 'warm', indexName: 'AWS_Things', queryString: 'thingName:k*', period: 120 }))
  expect(await kegs.sent(60_000)).toEqual([])
  expect(await kegs.sent(60_000)).toEqual(['count 1', 'maximum 4'])
  await kegs.control.send(new DeleteFleetMetricCommand({ metricName: 'warm' }))
  expect(await kegs.sent(600_000)).toEqual([])
})

it.each<[aggregationType: { name: 'Percentiles' | 'Cardinality'; values: string[] }, field: string, sent: readonly string[]]>([
  [{ name: 'Percentiles', values: ['50', '100'] }, 'attributes.celsius', ['50 9', '100 11']],
  [{ name: 'Cardinality', values: ['cardinality'] }, 'attributes.site', ['cardinality 1']],
])('sends %j of %s', async (aggregationType, aggregationField, sent) => {
  await using kegs = await startKegs()
  await fill(kegs)
  await kegs.metric({ queryString: '*', aggregationType, aggregationField })
  expect(await kegs.sent(60_000)).toEqual(sent)
})

it('goes on after a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'keg-metrics-'))
  try {
    {
      await using first = await startKegs({ dataDir })
      await fill(first)
      await first.metric()
    }
    await using second = await startKegs({ dataDir })
    expect(await second.sent(60_000)).toEqual(['count 2', 'maximum 11'])
  } finally {
    await rm(dataDir, { recursive: true })
  }
})

it('says in the log what it can\'t send', async () => {
  const clock = movedClock()
  await using alone = await startIot({ clock })
  await fill(alone)
  await alone.control.send(new CreateFleetMetricCommand(metric))
  clock.advance(60_000)
  expect(alone.log).toContainEqual(expect.objectContaining({
    event: 'fleet-metric-failed', message: expect.stringMatching(/^The fleet metric warm was not sent: there is no Amazon CloudWatch here/) as string,
  }))
})

describe('its operations', () => {
  it('describe, list, tag and keep versions', async () => {
    await using kegs = await startKegs()
    await fill(kegs)
    const { metricArn: resourceArn = '' } = await kegs.metric()
    expect(await kegs.metric()).toMatchObject({ metricName: 'warm' })
    expect(await errorOf(kegs.metric({ period: 120 }))).toMatchObject(taken)
    const describeMetric = () => kegs.control.send(new DescribeFleetMetricCommand({ metricName: 'warm' }))
    expect(await describeMetric()).toMatchObject({ ...metric, indexName: 'AWS_Things', queryVersion: '2017-09-30', version: 1 })
    expect((await kegs.control.send(new ListFleetMetricsCommand({}))).fleetMetrics).toEqual([{ metricName: 'warm', metricArn: resourceArn }])
    await kegs.control.send(new TagResourceCommand({ resourceArn, tags: [{ Key: 'site', Value: 'bar' }] }))
    const update = (expectedVersion: number) =>
      kegs.control.send(new UpdateFleetMetricCommand({ metricName: 'warm', indexName: 'AWS_Things', period: 300, expectedVersion }))
    expect(await errorOf(update(2))).toMatchObject(outdated)
    await update(1)
    expect(await describeMetric()).toMatchObject({ version: 2, period: 300, queryString: metric.queryString })
    const off = new UpdateIndexingConfigurationCommand({ thingIndexingConfiguration: { thingIndexingMode: 'REGISTRY' } })
    expect(await errorOf(kegs.control.send(off))).toMatchObject(invalid)
    await kegs.control.send(new DeleteFleetMetricCommand({ metricName: 'warm' }))
    await kegs.control.send(new DeleteFleetMetricCommand({ metricName: 'warm' }))
    expect(await errorOf(describeMetric())).toMatchObject(missing)
    await kegs.control.send(off)
  })

  it.each<[changes: Partial<CreateFleetMetricCommandInput>, error: object]>([
    [{ period: 90 }, invalid],
    [{ period: 30 }, invalid],
    [{ aggregationType: { name: 'Statistics', values: ['median'] } }, invalid],
    [{ aggregationType: { name: 'Statistics' } }, invalid],
    [{ aggregationType: { name: 'Percentiles', values: ['101'] } }, invalid],
    [{ queryString: 'thingName:' }, { name: 'InvalidQueryException', status: 400 }],
    [{ aggregationField: 'attributes.unknown' }, { name: 'InvalidAggregationException', status: 400 }],
    [
      { aggregationField: 'attributes.site', aggregationType: { name: 'Percentiles', values: ['50'] } },
      { name: 'InvalidAggregationException', status: 400 },
    ],
    [{ indexName: 'AWS_ThingGroups' }, missing],
  ])('refuse %j', async (changes, error) => {
    await using kegs = await startKegs()
    await fill(kegs)
    expect(await errorOf(kegs.metric(changes))).toMatchObject(error)
  })
})
