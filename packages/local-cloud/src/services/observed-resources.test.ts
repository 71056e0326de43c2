import { expect, it } from 'vitest'
import { CloudWatch } from './cloudwatch/cloudwatch.ts'
import { Logs } from './logs/logs.ts'
import { memoryShelves } from '../ground/shelf.ts'
import { ResourceTypes } from './resource-types.ts'
import { replacement, type Existing } from '../ground/resource.ts'
import { testContext } from '../ground/testing.ts'

const resourceTypes = await new ResourceTypes().loadAll()

const NOW_MS = Date.parse('2026-11-27T12:00:00Z')

/** Creates, changes and removes resources of what observes. */
function resources() {
  const shelves = memoryShelves()
  const nowMs = () => NOW_MS
  const log = () => undefined
  const sleep = () => new Promise<void>(() => undefined)
  const place = { region: 'us-east-1', accountId: '123456789012' }
  const cloudWatch = new CloudWatch({ ...place, nowMs, shelves, sleep, samplers: {}, act: async () => undefined, announce: log, log })
  const { metrics } = cloudWatch
  const logs = new Logs({
    ...place, nowMs, newId: () => 'id', shelves, metrics, sleep, send: async () => undefined, mayInvoke: () => true, log,
  })
  // These types use nothing else.
  const services = { logs, cloudWatch }
  const { context: given, needed } = testContext({ shelves, nowMs })
  const context = { ...given, services, logicalId: 'R', id: 'Test/R', constructPath: 'Test/R', physicalName: () => 'made-up' }
  const type = (name: string) => resourceTypes.get(name) ?? expect.unreachable(name)
  return {
    logs, cloudWatch, invocations: needed.invocations,
    create: async (name: string, properties: Record<string, unknown>): Promise<Existing<Record<string, unknown>>> => ({
      ...await type(name).create(properties, context), properties,
    }),
    update: (name: string, properties: Record<string, unknown>, existing: Existing<Record<string, unknown>>) =>
      type(name).update(properties, existing, context),
    remove: (name: string, existing: Existing<Record<string, unknown>>) => type(name).remove(existing, context),
    restore: (name: string, existing: Existing<Record<string, unknown>>) => type(name).restore(existing, context),
    kept: (name: string) => type(name).kept,
  }
}

it.each([
  'AWS::Logs::LogGroup', 'AWS::Logs::LogStream', 'AWS::Logs::MetricFilter', 'AWS::Logs::SubscriptionFilter', 'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
])('%s is kept', (name) => {
  expect(resources().kept(name)).toBe(true)
})

it('a log group keeps its lines over a change, is replaced for another name, and goes with them', async () => {
  const { logs, create, update, remove } = resources()
  const group = await create('AWS::Logs::LogGroup', { LogGroupName: 'bar' })
  const stream = await create('AWS::Logs::LogStream', { LogGroupName: 'bar', LogStreamName: 's' })
  logs.groups.append('bar', 's', [{ timestamp: NOW_MS, message: 'one' }])
  expect(await update('AWS::Logs::LogGroup', { LogGroupName: 'bar', RetentionInDays: 7 }, group)).toEqual({
    ref: 'bar', attributes: { Arn: 'arn:aws:logs:us-east-1:123456789012:log-group:bar:*' },
  })
  expect([logs.groups.events('bar').length, logs.groups.group('bar').retentionDays]).toEqual([1, 7])
  expect(await update('AWS::Logs::LogGroup', { LogGroupName: 'pub' }, group)).toBe(replacement)
  expect(await update('AWS::Logs::LogGroup', {}, group)).toBe(replacement)
  expect(await update('AWS::Logs::LogStream', { LogGroupName: 'bar', LogStreamName: 't' }, stream)).toBe(replacement)
  await remove('AWS::Logs::LogStream', stream)
  expect(logs.groups.events('bar')).toEqual([])
  await remove('AWS::Logs::LogGroup', group)
  await remove('AWS::Logs::LogGroup', group)
  expect(logs.groups.has('bar')).toBe(false)
})

it('filters are changed where they are, and go', async () => {
  const { logs, create, update, remove, restore, invocations } = resources()
  await create('AWS::Logs::LogGroup', { LogGroupName: 'bar' })
  const MetricTransformations = [{ MetricName: 'm', MetricNamespace: 'n', MetricValue: '1', Dimensions: [{ Key: 'k', Value: '$.k' }] }]
  const metricFilter = await create('AWS::Logs::MetricFilter', { LogGroupName: 'bar', FilterPattern: 'ERROR', MetricTransformations })
  const DestinationArn = 'arn:aws:lambda:us-east-1:123456789012:function:f'
  const subscription = await create('AWS::Logs::SubscriptionFilter', { LogGroupName: 'bar', FilterPattern: '', DestinationArn })
  expect(await update('AWS::Logs::MetricFilter', { LogGroupName: 'bar', FilterPattern: 'WARN', MetricTransformations }, metricFilter))
    .toEqual({ ref: 'made-up' })
  expect(await update(
    'AWS::Logs::SubscriptionFilter', { LogGroupName: 'bar', FilterPattern: 'WARN', DestinationArn, FilterName: 'other' }, subscription,
  )).toBe(replacement)
  expect([logs.metricFilters.of('bar').map(({ pattern }) => pattern), logs.subscriptions.of('bar').length]).toEqual([['WARN'], 1])
  await restore('AWS::Logs::SubscriptionFilter', subscription)
  expect(invocations).toEqual(Array.from({ length: 2 }, () => ({
    functionArn: DestinationArn, principal: 'logs.amazonaws.com', sourceArn: 'arn:aws:logs:us-east-1:123456789012:log-group:bar:*',
  })))
  await remove('AWS::Logs::MetricFilter', metricFilter)
  await remove('AWS::Logs::SubscriptionFilter', subscription)
  expect([logs.metricFilters.of('bar'), logs.subscriptions.of('bar')]).toEqual([[], []])
})

it('an alarm keeps its state over a change, and needs its functions\' leave after a restart, too', async () => {
  const { cloudWatch: { alarms }, create, update, remove, restore, invocations } = resources()
  const AlarmActions = ['arn:aws:lambda:us-east-1:123456789012:function:f', 'arn:aws:sns:us-east-1:123456789012:t']
  const properties = {
    Namespace: 'n', MetricName: 'm', Statistic: 'Sum', Period: '60', EvaluationPeriods: '1', Threshold: '1',
    ComparisonOperator: 'GreaterThanThreshold', AlarmActions,
  }
  const alarm = await create('AWS::CloudWatch::Alarm', { ...properties, AlarmName: 'a' })
  const composite = await create('AWS::CloudWatch::CompositeAlarm', { AlarmName: 'c', AlarmRule: 'ALARM(a)' })
  alarms.setState('a', { value: 'ALARM', reason: 'test' })
  expect(await update('AWS::CloudWatch::Alarm', { ...properties, AlarmName: 'a', Threshold: '2' }, alarm)).toEqual({
    ref: 'a', attributes: { Arn: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:a' },
  })
  expect([alarms.find('a'), alarms.find('c')]).toMatchObject([
    { alarm: { threshold: 2 }, state: { value: 'ALARM' } }, { state: { value: 'ALARM' } },
  ])
  expect(await update('AWS::CloudWatch::Alarm', properties, alarm)).toBe(replacement)
  await restore('AWS::CloudWatch::Alarm', alarm)
  expect(invocations.map(({ principal, sourceArn }) => [principal, sourceArn])).toEqual(
    Array.from({ length: 3 }, () => ['lambda.alarms.cloudwatch.amazonaws.com', 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:a']),
  )
  await remove('AWS::CloudWatch::CompositeAlarm', composite)
  await remove('AWS::CloudWatch::Alarm', alarm)
  expect(alarms.all()).toEqual([])
})
