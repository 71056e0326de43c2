import {
  AddThingToThingGroupCommand, AttachSecurityProfileCommand, CreateCustomMetricCommand, CreateDimensionCommand,
  CreateSecurityProfileCommand, CreateThingGroupCommand, DeleteCustomMetricCommand, DeleteDimensionCommand, DeleteSecurityProfileCommand,
  DescribeSecurityProfileCommand, DetachSecurityProfileCommand, ListActiveViolationsCommand, ListMetricValuesCommand,
  ListSecurityProfilesForTargetCommand, ListViolationEventsCommand, PutVerificationStateOnViolationCommand,
  RemoveThingFromThingGroupCommand, SearchIndexCommand, UpdateDimensionCommand, UpdateIndexingConfigurationCommand,
  UpdateSecurityProfileCommand, ValidateSecurityProfileBehaviorsCommand, type   Behavior,
} from '@aws-sdk/client-iot'
import mqtt, { type MqttClient } from 'mqtt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ActionRequests } from '../src/actions/requests.ts'
import { invalid, missing, refusalOf, taken } from './error-of.ts'
import { movedClock } from './moved-clock.ts'
import { provision, startIot, until } from './start-iot.ts'

const MINUTES_5 = 300_000
const account = 'arn:aws:iot:us-east-1:123456789012:'
const everything = `${account}all/things`
const alertTargets = { SNS: { alertTargetArn: 'arn:aws:sns:us-east-1:123456789012:alarms', roleArn: 'arn:aws:iam::123456789012:role/alarms' } }
const atMost = (count: number, durationSeconds = 300, consecutive = 1) => ({
  comparisonOperator: 'less-than-equals' as const, value: { count }, durationSeconds,
  consecutiveDatapointsToAlarm: consecutive, consecutiveDatapointsToClear: 1,
})

let clock: ReturnType<typeof movedClock>
let local: Awaited<ReturnType<typeof startIot>>
let keg: MqttClient
let alerts: Record<string, unknown>[]
beforeEach(async () => {
  // At the start of five minutes.
  clock = movedClock()
  clock.advance(MINUTES_5 - (clock.nowMs() % MINUTES_5))
  alerts = []
  const sns = (request: ActionRequests['sns']) => Promise.resolve(alerts.push(JSON.parse(request.Message) as Record<string, unknown>))
  local = await startIot({ clock, quotas: 'off', actions: { sns } })
  keg = await connect('keg-1')
})
afterEach(async () => {
  await keg.endAsync(true)
  await local[Symbol.asyncDispose]()
})

async function connect(thingName: string, policy?: string) {
  const { cert, key, ca } = await provision(local.iot, thingName, policy)
  return mqtt.connectAsync(local.iot.endpoints.mqtts, {
    protocolVersion: 5, clientId: thingName, cert, key, ca, reconnectPeriod: 0, keepalive: 1200,
  })
}

const publish = async (topic: string, times = 1, payload = 'x') => {
  for (let time = 0; time < times; time++) await keg.publishAsync(topic, payload, { qos: 1 })
}

async function watch(behaviors: Behavior[], target = everything) {
  await local.control.send(new CreateSecurityProfileCommand({ securityProfileName: 'bar', behaviors, alertTargets }))
  await local.control.send(new AttachSecurityProfileCommand({ securityProfileName: 'bar', securityProfileTargetArn: target }))
}

const active = async () => (await local.control.send(new ListActiveViolationsCommand({}))).activeViolations ?? []
const told = () => alerts.map(({ thingName, violationEventType, metricValue }) => [thingName, violationEventType, metricValue])

describe('a behavior of what the broker sees', () => {
  it('is violated as soon as a sum is over its bound, told to SNS once, and cleared after normal minutes', async () => {
    await watch([{ name: 'talks-little', metric: 'aws:num-messages-sent', criteria: atMost(3) }])
    await publish('keg/a', 3)
    expect(await active()).toEqual([])
    await publish('keg/a', 2)
    expect(await active()).toMatchObject([{
      thingName: 'keg-1', securityProfileName: 'bar', behavior: { name: 'talks-little' }, lastViolationValue: { count: 5 },
    }])
    expect(told()).toEqual([['keg-1', 'in-alarm', { count: 4 }]])
    expect(alerts[0]).toEqual({
      violationEventTime: clock.nowMs(), thingName: 'keg-1', violationEventType: 'in-alarm', metricValue: { count: 4 },
      behavior: { name: 'talks-little', metric: 'aws:num-messages-sent', criteria: atMost(3) }, securityProfileName: 'bar',
      violationId: (await active())[0]?.violationId,
    })
    // The minutes of the violation, then normal ones.
    clock.advance(MINUTES_5)
    expect(await active()).toHaveLength(1)
    clock.advance(MINUTES_5)
    expect(await active()).toEqual([])
    expect(told().at(-1)).toEqual(['keg-1', 'alarm-cleared', { count: 0 }])
    const { violationEvents } = await local.control.send(new ListViolationEventsCommand({
      startTime: new Date(0), endTime: new Date(clock.nowMs()),
    }))
    expect(violationEvents?.map(({ violationEventType, metricValue }) => [violationEventType, metricValue])).toEqual([
      ['alarm-cleared', { count: 0 }], ['in-alarm', { count: 4 }],
    ])
  })

  it('counts over as many minutes as it says', async () => {
    await watch([{ name: 'talks-little', metric: 'aws:num-messages-sent', criteria: atMost(3, 600) }])
    await publish('keg/a', 2)
    clock.advance(MINUTES_5)
    await publish('keg/a', 2)
    expect(await active()).toMatchObject([{ lastViolationValue: { count: 4 } }])
  })

  it('is violated after as many datapoints in a row as it says', async () => {
    await watch([{ name: 'talks-little', metric: 'aws:num-messages-sent', criteria: atMost(0, 300, 3) }])
    for (const violations of [0, 0]) {
      await publish('keg/a')
      clock.advance(MINUTES_5)
      expect(await active()).toHaveLength(violations)
    }
    await publish('keg/a')
    expect(await active()).toHaveLength(1)
  })

  it('asks for a least number of messages of those that are connected', async () => {
    await watch([{ name: 'is-heard', metric: 'aws:num-messages-sent', criteria: {
      comparisonOperator: 'greater-than', value: { count: 0 }, durationSeconds: 300,
    } }])
    await publish('keg/a')
    clock.advance(MINUTES_5)
    expect(await active()).toEqual([])
    clock.advance(MINUTES_5)
    expect(await active()).toMatchObject([{ thingName: 'keg-1', lastViolationValue: { count: 0 } }])
  })

  it.each<[string, Behavior, () => Promise<unknown>, object]>([
    ['the size of a message', { name: 'b', metric: 'aws:message-byte-size', criteria: {
      comparisonOperator: 'less-than', value: { count: 50 },
    } }, () => publish('keg/a', 1, 'x'.repeat(100)), { count: 105 }],
    ['messages received', { name: 'b', metric: 'aws:num-messages-received', criteria: atMost(1) }, async () => {
      await keg.subscribeAsync('keg/a')
      await publish('keg/a', 2)
    }, { count: 2 }],
    ['where it connects from', { name: 'b', metric: 'aws:source-ip-address', criteria: {
      comparisonOperator: 'in-cidr-set', value: { cidrs: ['10.0.0.0/8'] },
    } }, () => publish('keg/a'), { cidrs: ['127.0.0.1'] }],
    ['disconnects', { name: 'b', metric: 'aws:num-disconnects', criteria: atMost(0) }, () => keg.endAsync(), { count: 1 }],
  ])('measures %s', async (_what, behavior, act, value) => {
    await watch([behavior])
    await act()
    await until(() => alerts.length > 0)
    expect(alerts[0]).toMatchObject({ thingName: 'keg-1', metricValue: value })
  })

  it('measures how long a thing is away, in minutes, until it is back', async () => {
    await watch([{ name: 'stays', metric: 'aws:disconnect-duration', criteria: { comparisonOperator: 'less-than', value: { count: 8 } } }])
    await keg.endAsync()
    await until(() => local.log.some(({ event }) => event === 'disconnected'))
    clock.advance(MINUTES_5)
    expect(await active()).toEqual([])
    clock.advance(MINUTES_5)
    expect(await active()).toMatchObject([{ thingName: 'keg-1', lastViolationValue: { count: 10 } }])
    await keg.reconnect()
    await until(() => alerts.length === 2)
    expect(told().at(-1)).toEqual(['keg-1', 'alarm-cleared', { count: 0 }])
  })

  it('counts what policies refuse: messages, subscriptions and connections', async () => {
    await watch([{ name: 'keeps-to-itself', metric: 'aws:num-authorization-failures', criteria: atMost(1) }])
    const strict = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:Connect', Resource: '*' }] })
    const spy = await connect('keg-2', strict)
    await spy.publishAsync('other/a', 'x', { qos: 1 }).catch(() => undefined)
    await spy.subscribeAsync('other/#').catch(() => undefined)
    await until(() => alerts.length > 0)
    expect(told()).toEqual([['keg-2', 'in-alarm', { count: 2 }]])
    await spy.endAsync(true)
  })
})

describe('datapoints', () => {
  const small = { name: 'small', metric: 'aws:message-byte-size', criteria: { comparisonOperator: 'less-than' as const, value: { count: 50 } } }
  it('of values by themselves are of five minutes: a violation neither ends nor begins again in them', async () => {
    await watch([small])
    for (const size of [1, 100, 1, 100]) await publish('keg/a', 1, 'x'.repeat(size))
    expect(told()).toEqual([['keg-1', 'in-alarm', { count: 105 }]])
    clock.advance(MINUTES_5)
    await publish('keg/a')
    expect(await active()).toHaveLength(1)
    clock.advance(MINUTES_5)
    expect(told().map(([, type]) => type)).toEqual(['in-alarm', 'alarm-cleared'])
  })

  it('are of things that have some: the violation of one behavior is none of another', async () => {
    await watch([small, { name: 'sends', metric: 'aws:all-bytes-out', criteria: {
      comparisonOperator: 'greater-than', value: { count: 0 }, durationSeconds: 300,
    } }])
    await publish('keg/a', 1, 'x'.repeat(100))
    clock.advance(MINUTES_5)
    expect((await active()).map(({ behavior }) => behavior?.name)).toEqual(['small'])
  })

  it.each<[string, () => Promise<unknown>]>([
    ['another metric', () => local.control.send(new UpdateSecurityProfileCommand({ securityProfileName: 'bar', behaviors: [
      { ...small, metric: 'aws:num-messages-sent', criteria: atMost(9) },
    ] }))],
    ['other criteria', () => local.control.send(new UpdateSecurityProfileCommand({ securityProfileName: 'bar', behaviors: [
      { ...small, criteria: { comparisonOperator: 'less-than', value: { count: 500 } } },
    ] }))],
  ])('of a behavior that has %s by now are none of it', async (_what, act) => {
    await watch([small])
    await publish('keg/a', 1, 'x'.repeat(100))
    await act()
    expect(told().map(([, type]) => type)).toEqual(['in-alarm', 'alarm-invalidated'])
    clock.advance(MINUTES_5)
    expect(await active()).toEqual([])
  })

  it('in a row are counted anew for a profile of the same name', async () => {
    const behavior = { name: 'b', metric: 'aws:num-messages-sent', criteria: atMost(0, 300, 2) }
    await watch([behavior])
    await publish('keg/a')
    clock.advance(MINUTES_5)
    await local.control.send(new DeleteSecurityProfileCommand({ securityProfileName: 'bar' }))
    await watch([behavior])
    await publish('keg/a')
    expect(await active()).toEqual([])
  })

  it('of many addresses and many blocks take no time', async () => {
    const cidrs = Array.from({ length: 200 }, (_, block) => `10.${block}.0.0/16`)
    await local.control.send(new CreateCustomMetricCommand({ metricName: 'dns', metricType: 'ip-address-list', clientRequestToken: 'a' }))
    await watch([{ name: 'b', metric: 'dns', criteria: { comparisonOperator: 'not-in-cidr-set', value: { cidrs } } }])
    const ip_list = Array.from({ length: 8_000 }, (_, at) => `11.0.${at >> 8}.${at & 255}`)
    await publish('$aws/things/keg-1/defender/metrics/json', 1, JSON.stringify({
      header: { report_id: 1, version: '1.0' }, custom_metrics: { dns: [{ ip_list }] },
    }))
    expect(await active()).toEqual([])
  }, 10_000)
})

describe('a client', () => {
  // Its policy lets it be whoever it says.
  const as = async (clientId: string) => {
    const { cert, key, ca } = await provision(local.iot, 'spare')
    return mqtt.connectAsync(local.iot.endpoints.mqtts, {
      protocolVersion: 5, clientId, cert, key, ca, reconnectPeriod: 0, keepalive: 1200,
    })
  }
  it.each<[string, string, number]>([['a$$b', 'dt/a$$b/t', 0], ['x$&y', 'dt/x$&y/t', 0], ['+', 'dt/victim/t', 1], ['#', 'dt/victim/t', 1]])(
    'that is called %s has its own topics alone: %s, %s violations', async (clientId, topic, violations) => {
      await local.control.send(new CreateDimensionCommand({
        name: 'own', type: 'TOPIC_FILTER', stringValues: ['dt/${iot:ClientId}/#'], clientRequestToken: 'a',
      }))
      await watch([{
        name: 'foreign', metric: 'aws:num-messages-sent', metricDimension: { dimensionName: 'own', operator: 'NOT_IN' }, criteria: atMost(0),
      }])
      const client = await as(clientId)
      await client.publishAsync(topic, 'x', { qos: 1 })
      expect(await active()).toHaveLength(violations)
      await client.endAsync(true)
    },
  )
})

describe('a dimension', () => {
  it.each<['IN' | 'NOT_IN', number]>([['IN', 1], ['NOT_IN', 2]])('counts the messages whose topics are %s its filters', async (operator, count) => {
    await local.control.send(new CreateDimensionCommand({
      name: 'own', type: 'TOPIC_FILTER', stringValues: ['keg/${iot:ThingName}/#'], clientRequestToken: 'a',
    }))
    await watch([{ name: 'b', metric: 'aws:num-messages-sent', metricDimension: { dimensionName: 'own', operator }, criteria: atMost(count - 1) }])
    await publish('keg/keg-1/pours')
    await publish('keg/keg-2/pours')
    await publish('other')
    expect(await active()).toMatchObject([{ lastViolationValue: { count } }])
  })

  it('acts as it is changed', async () => {
    await local.control.send(new CreateDimensionCommand({ name: 'own', type: 'TOPIC_FILTER', stringValues: ['a'], clientRequestToken: 'a' }))
    await watch([{ name: 'b', metric: 'aws:num-messages-sent', metricDimension: { dimensionName: 'own' }, criteria: atMost(0) }])
    await local.control.send(new UpdateDimensionCommand({ name: 'own', stringValues: ['b'] }))
    await publish('a')
    expect(await active()).toEqual([])
    await publish('b')
    expect(await active()).toHaveLength(1)
  })
})

describe('a target', () => {
  it('is a group, with those below it', async () => {
    await local.control.send(new CreateThingGroupCommand({ thingGroupName: 'berlin' }))
    await local.control.send(new CreateThingGroupCommand({ thingGroupName: 'mitte', parentGroupName: 'berlin' }))
    await watch([{ name: 'b', metric: 'aws:num-messages-sent', criteria: atMost(0) }], `${account}thinggroup/berlin`)
    await publish('keg/a')
    expect(await active()).toEqual([])
    await local.control.send(new AddThingToThingGroupCommand({ thingName: 'keg-1', thingGroupName: 'mitte' }))
    await publish('keg/a')
    expect(await active()).toHaveLength(1)
    await local.control.send(new RemoveThingFromThingGroupCommand({ thingName: 'keg-1', thingGroupName: 'mitte' }))
    clock.advance(MINUTES_5)
    expect(told().map(([, type]) => type)).toEqual(['in-alarm', 'alarm-invalidated'])
  })

  it.each([['registered', 0], ['unregistered', 1]])('is all that are %s', async (which, violations) => {
    await local.iot.call('CreatePolicy', { policyName: 'any', policyDocument: JSON.stringify({
      Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }],
    }) })
    const { certificateArn, certificatePem, keyPair } = await local.iot.call('CreateKeysAndCertificate', { setAsActive: true })
    await local.iot.call('AttachPolicy', { policyName: 'any', target: certificateArn })
    await watch([{ name: 'b', metric: 'aws:num-messages-sent', criteria: atMost(0) }], `${account}all/${which}-things`)
    const stranger = await mqtt.connectAsync(local.iot.endpoints.mqtts, {
      clientId: 'stranger', cert: certificatePem, key: keyPair.PrivateKey, rejectUnauthorized: false, reconnectPeriod: 0,
    })
    await stranger.publishAsync('a', 'x', { qos: 1 })
    expect(await active()).toHaveLength(violations)
    await stranger.endAsync(true)
  })
})

describe('a profile', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['detached', () => local.control.send(new DetachSecurityProfileCommand({ securityProfileName: 'bar', securityProfileTargetArn: everything }))],
    ['deleted', () => local.control.send(new DeleteSecurityProfileCommand({ securityProfileName: 'bar' }))],
    ['without the behavior', () => local.control.send(new UpdateSecurityProfileCommand({ securityProfileName: 'bar', deleteBehaviors: true }))],
  ])('that is %s ends its violations', async (_what, act) => {
    await watch([{ name: 'b', metric: 'aws:num-messages-sent', criteria: atMost(0) }])
    await publish('keg/a')
    expect(await active()).toHaveLength(1)
    await act()
    expect(await active()).toEqual([])
    await publish('keg/a')
    expect(await active()).toEqual([])
  })

  it('whose behavior suppresses alerts tells nobody', async () => {
    await watch([{ name: 'b', metric: 'aws:num-messages-sent', criteria: atMost(0), suppressAlerts: true }])
    await publish('keg/a')
    expect(await active()).toHaveLength(1)
    expect(alerts).toEqual([])
    expect((await local.control.send(new ListActiveViolationsCommand({ listSuppressedAlerts: false }))).activeViolations).toEqual([])
  })

  it('keeps the values of metrics that it is to retain', async () => {
    await local.control.send(new CreateSecurityProfileCommand({
      securityProfileName: 'bar', additionalMetricsToRetainV2: [{ metric: 'aws:num-messages-sent' }],
    }))
    await local.control.send(new AttachSecurityProfileCommand({ securityProfileName: 'bar', securityProfileTargetArn: everything }))
    await publish('keg/a', 2)
    clock.advance(MINUTES_5)
    await publish('keg/a')
    const { metricDatumList } = await local.control.send(new ListMetricValuesCommand({
      thingName: 'keg-1', metricName: 'aws:num-messages-sent', startTime: new Date(0), endTime: new Date(clock.nowMs()),
    }))
    expect(metricDatumList?.map(({ value }) => value)).toEqual([{ count: 2 }, { count: 1 }])
  })

  it('is found by its target, and by those above it', async () => {
    await local.control.send(new CreateThingGroupCommand({ thingGroupName: 'berlin' }))
    await local.control.send(new CreateThingGroupCommand({ thingGroupName: 'mitte', parentGroupName: 'berlin' }))
    await watch([], `${account}thinggroup/berlin`)
    const found = async (recursive: boolean) => (await local.control.send(new ListSecurityProfilesForTargetCommand({
      securityProfileTargetArn: `${account}thinggroup/mitte`, recursive,
    }))).securityProfileTargetMappings?.map(({ securityProfileIdentifier }) => securityProfileIdentifier?.name)
    expect(await found(false)).toEqual([])
    expect(await found(true)).toEqual(['bar'])
  })

  it('takes what somebody found a violation to be', async () => {
    await watch([{ name: 'b', metric: 'aws:num-messages-sent', criteria: atMost(0) }])
    await publish('keg/a')
    const [violation] = await active()
    await local.control.send(new PutVerificationStateOnViolationCommand({
      violationId: violation?.violationId, verificationState: 'FALSE_POSITIVE', verificationStateDescription: 'a test',
    }))
    expect((await local.control.send(new ListActiveViolationsCommand({ verificationState: 'FALSE_POSITIVE' }))).activeViolations).toHaveLength(1)
    expect((await local.control.send(new ListActiveViolationsCommand({ verificationState: 'TRUE_POSITIVE' }))).activeViolations).toEqual([])
  })

  it('that is attached to nothing holds for nobody', async () => {
    await local.control.send(new CreateSecurityProfileCommand({
      securityProfileName: 'bar', behaviors: [{ name: 'b', metric: 'aws:num-messages-sent', criteria: atMost(0) }],
    }))
    await publish('keg/a')
    expect(await active()).toEqual([])
    expect(await local.control.send(new DescribeSecurityProfileCommand({ securityProfileName: 'bar' }))).toMatchObject({ version: 1 })
  })
})

it('is found by the index, from its violation to its end', async () => {
  await local.control.send(new UpdateIndexingConfigurationCommand({ thingIndexingConfiguration: {
    thingIndexingMode: 'REGISTRY', deviceDefenderIndexingMode: 'VIOLATIONS',
  } }))
  const found = async (queryString: string) =>
    (await local.control.send(new SearchIndexCommand({ queryString }))).things?.map(({ thingName }) => thingName)
  await watch([{ name: 'b', metric: 'aws:num-messages-sent', criteria: atMost(0) }])
  expect(await found('deviceDefender.violationCount > 0')).toEqual([])
  await publish('keg/a')
  expect(await found('deviceDefender.violationCount > 0')).toEqual(['keg-1'])
  expect(await found('deviceDefender.bar.b.inViolation:true AND deviceDefender.bar.b.lastViolationValue.count:1')).toEqual(['keg-1'])
  clock.advance(2 * MINUTES_5)
  expect(await found('deviceDefender.violationCount > 0')).toEqual([])
})

describe('what a device reports', () => {
  const report = async (body: object, topic = '$aws/things/keg-1/defender/metrics/json') => {
    const answered = new Promise<[string, unknown]>((resolve) => {
      keg.once('message', (at, payload) => resolve([at.replace(`${topic}/`, ''), JSON.parse(payload.toString())]))
    })
    await keg.publishAsync(topic, JSON.stringify(body), { qos: 1 })
    return answered
  }
  const header = (report_id: number) => ({ report_id, version: '1.0' })

  it('is held against its profile, and answered', async () => {
    await watch([{ name: 'few-ports', metric: 'aws:listening-tcp-ports', criteria: {
      comparisonOperator: 'in-port-set', value: { ports: [443] },
    } }])
    expect(await report({ header: header(1), metrics: { listening_tcp_ports: { ports: [{ port: 443 }] } } })).toEqual([
      'accepted', { thingName: 'keg-1', reportId: 1, status: 'ACCEPTED', timestamp: clock.nowMs() },
    ])
    expect(await active()).toEqual([])
    await report({ header: header(2), metrics: { listening_tcp_ports: { ports: [{ port: 443 }, { port: 23 }] } } })
    expect(await active()).toMatchObject([{ behavior: { name: 'few-ports' }, lastViolationValue: { ports: [443, 23] } }])
  })

  it('may be a metric of one\'s own', async () => {
    await local.control.send(new CreateCustomMetricCommand({ metricName: 'battery', metricType: 'number', clientRequestToken: 'a' }))
    await watch([{ name: 'charged', metric: 'battery', criteria: { comparisonOperator: 'greater-than', value: { number: 3.3 } } }])
    await report({ header: header(1), custom_metrics: { battery: [{ number: 3.1 }] } })
    expect(await active()).toMatchObject([{ lastViolationValue: { number: 3.1 } }])
  })

  it('is refused where its id is no number, however deep that is', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    const answered = new Promise<string>((resolve) => keg.once('message', (_topic, payload) => resolve(payload.toString())))
    await keg.publishAsync('$aws/things/keg-1/defender/metrics/json', `{"header":{"report_id":${deep},"version":"1.0"},"metrics":{}}`, { qos: 1 })
    expect(JSON.parse(await answered)).toMatchObject({ status: 'REJECTED', statusDetails: { ErrorCode: 'InvalidPayload' } })
  })

  it('is refused without a header, or by a report id that has not grown', async () => {
    expect(await report({ metrics: {} })).toMatchObject(['rejected', { status: 'REJECTED', statusDetails: { ErrorCode: 'InvalidPayload' } }])
    await report({ header: header(5), metrics: {} })
    expect(await report({ header: header(5), metrics: {} })).toMatchObject(['rejected', {
      reportId: 5, statusDetails: { ErrorCode: 'InvalidPayload', ErrorMessage: 'header.report_id must grow: the last one was 5.' },
    }])
  })
})

describe('bad input', () => {
  const behaviors = (...all: Behavior[]) => local.control.send(new CreateSecurityProfileCommand({ securityProfileName: 'bad', behaviors: all }))
  it.each<[string, Behavior, RegExp]>([
    ['no metric', { name: 'b', criteria: atMost(1) }, /metric must be given/],
    ['a metric that is none', { name: 'b', metric: 'aws:beer', criteria: atMost(1) }, /aws:beer/],
    ['a custom metric that is none', { name: 'b', metric: 'beer', criteria: atMost(1) }, /beer/],
    ['no criteria', { name: 'b', metric: 'aws:num-disconnects' }, /criteria/],
    ['no value', { name: 'b', metric: 'aws:num-disconnects', criteria: { comparisonOperator: 'less-than', durationSeconds: 300 } }, /value/],
    ['a duration that is none', { name: 'b', metric: 'aws:num-disconnects', criteria: atMost(1, 301) }, /durationSeconds/],
    ['a comparison of sets for a number', { name: 'b', metric: 'aws:num-disconnects', criteria: {
      ...atMost(1), comparisonOperator: 'in-port-set',
    } }, /in-port-set/],
    ['a dimension that is none', { name: 'b', metric: 'aws:num-messages-sent', metricDimension: { dimensionName: 'x' }, criteria: atMost(1) }, /x/],
    ['a dimension of a metric without topics', { name: 'b', metric: 'aws:num-disconnects', metricDimension: { dimensionName: 'x' }, criteria: atMost(1) },
      /dimension/],
    ['text that is no CIDR', { name: 'b', metric: 'aws:source-ip-address', criteria: {
      comparisonOperator: 'in-cidr-set', value: { cidrs: ['10.0.0.0/33'] },
    } }, /10\.0\.0\.0\/33/],
    ['machine learning', { name: 'b', metric: 'aws:num-disconnects', criteria: { mlDetectionConfig: { confidenceLevel: 'HIGH' } } }, /KNOWN-GAPS/],
  ])('is refused: %s', async (_what, behavior, says) => {
    expect(await refusalOf(behaviors(behavior))).toEqual(invalid)
    const { valid, validationErrors } = await local.control.send(new ValidateSecurityProfileBehaviorsCommand({ behaviors: [behavior] }))
    expect(valid).toBe(false)
    expect(validationErrors?.[0]?.errorMessage).toMatch(says)
  })

  it.each<[string, () => Promise<unknown>, object]>([
    ['two behaviors of one name', () => behaviors(...[1, 2].map((count) => ({ name: 'b', metric: 'aws:num-disconnects', criteria: atMost(count) }))), invalid],
    ['a profile that is not there', () => local.control.send(new DescribeSecurityProfileCommand({ securityProfileName: 'none' })), missing],
    ['a target that is none', async () => {
      await behaviors()
      await local.control.send(new AttachSecurityProfileCommand({ securityProfileName: 'bad', securityProfileTargetArn: `${account}thing/keg-1` }))
    }, invalid],
    ['a group that is not there', async () => {
      await behaviors()
      await local.control.send(new AttachSecurityProfileCommand({ securityProfileName: 'bad', securityProfileTargetArn: `${account}thinggroup/x` }))
    }, missing],
    ['a profile of the same name', async () => {
      await behaviors()
      await behaviors({ name: 'b', metric: 'aws:num-disconnects', criteria: atMost(1) })
    }, taken],
    ['a dimension whose filter is none', () => local.control.send(new CreateDimensionCommand({
      name: 'd', type: 'TOPIC_FILTER', stringValues: ['a/#/b'], clientRequestToken: 'a',
    })), invalid],
    ['a metric in use that is to go', async () => {
      await local.control.send(new CreateCustomMetricCommand({ metricName: 'battery', metricType: 'number', clientRequestToken: 'a' }))
      await behaviors({ name: 'b', metric: 'battery', criteria: { comparisonOperator: 'less-than', value: { number: 1 } } })
      await local.control.send(new DeleteCustomMetricCommand({ metricName: 'battery' }))
    }, invalid],
    ['a dimension in use that is to go', async () => {
      await local.control.send(new CreateDimensionCommand({ name: 'd', type: 'TOPIC_FILTER', stringValues: ['a'], clientRequestToken: 'a' }))
      await behaviors({ name: 'b', metric: 'aws:num-messages-sent', metricDimension: { dimensionName: 'd' }, criteria: atMost(1) })
      await local.control.send(new DeleteDimensionCommand({ name: 'd' }))
    }, invalid],
    ['a violation that is none', () => local.control.send(new PutVerificationStateOnViolationCommand({
      violationId: 'none', verificationState: 'BENIGN_POSITIVE',
    })), missing],
  ])('is refused: %s', async (_what, act, refusal) => {
    expect(await refusalOf(act())).toEqual(refusal)
  })
})
