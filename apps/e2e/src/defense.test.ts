import { CloudWatchClient, DescribeAlarmsCommand, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch'
import {
  AddThingToThingGroupCommand, AttachPolicyCommand, AttachThingPrincipalCommand, CreateJobCommand, CreateKeysAndCertificateCommand,
  CreatePolicyCommand, DescribeAuditTaskCommand, DescribeThingGroupCommand, IoTClient, ListAuditFindingsCommand,
  ListJobExecutionsForJobCommand, ListThingGroupsForThingCommand, ListThingsInThingGroupCommand, SearchIndexCommand,
  StartOnDemandAuditTaskCommand,
} from '@aws-sdk/client-iot'
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { runAssembly, type RunningCloud } from '@keg/local-cloud'
import { assemblyDir, brewerOf, outputsOf, type Caller } from '@keg/system'
import mqtt, { type MqttClient } from 'mqtt'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seen } from './away-keg.ts'
import { registerKegs } from './register-kegs.ts'

// How kegs are watched, and what happens to one that is not as it should be: on the deployed template, its functions held to their roles.

const LIMIT_MS = 60_000
const stack = new AsyncDisposableStack()
let cloud: RunningCloud
let iot: IoTClient
let api: Caller

const output = (name: string): string => outputsOf(cloud)[name] ?? ''

beforeAll(async () => {
  cloud = stack.use(await runAssembly(assemblyDir, { iam: 'enforce', log: () => undefined }))
  iot = stack.adopt(new IoTClient(cloud), (client) => client.destroy())
  api = await brewerOf(cloud)
}, LIMIT_MS)
afterAll(() => stack.disposeAsync(), LIMIT_MS)

/** What the API lists to the brewer. */
const listed = async (path: string) => (await (await api.fetch(path)).json() as { items: unknown[] }).items

interface Credentials {
  readonly cert: string
  readonly key: string
  readonly target: string
  readonly certificateId: string
}

/** Kegs of Berlin, in the group of all kegs; several have one certificate. */
async function kegs(...thingNames: readonly string[]): Promise<Credentials> {
  await registerKegs(cloud, 'berlin', ...thingNames)
  const { certificatePem: cert = '', keyPair, certificateArn: target = '', certificateId = '' } = await iot.send(
    new CreateKeysAndCertificateCommand({ setAsActive: true }),
  )
  for (const policyName of output('KegPolicyNames').split(',')) await iot.send(new AttachPolicyCommand({ policyName, target }))
  for (const thingName of thingNames) {
    await iot.send(new AttachThingPrincipalCommand({ thingName, principal: target }))
    await iot.send(new AddThingToThingGroupCommand({ thingName, thingGroupName: output('KegGroupName') }))
  }
  return { cert, key: keyPair?.PrivateKey ?? '', target, certificateId }
}

/** Lets a keg publish anything: somebody's mistake. */
async function permitAll(policyName: string, { target }: Credentials): Promise<void> {
  const everything = { Effect: 'Allow', Action: 'iot:*', Resource: '*' }
  await iot.send(new CreatePolicyCommand({
    policyName, policyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [everything] }),
  }))
  await iot.send(new AttachPolicyCommand({ policyName, target }))
}

async function connect(clientId: string, { cert, key }: Credentials): Promise<MqttClient> {
  const client = await mqtt.connectAsync(cloud.iot.endpoints.mqtts, {
    clientId, cert, key, ca: readFileSync(cloud.iot.caFile), protocolVersion: 5, reconnectPeriod: 0,
  }, false)
  stack.defer(() => client.endAsync(true))
  return client
}

const groupsOf = async (thingName: string) =>
  (await iot.send(new ListThingGroupsForThingCommand({ thingName }))).thingGroups?.map(({ groupName }) => groupName)

/** Hears what a topic of SNS says. */
async function listen(topicArn: string): Promise<() => Promise<readonly Record<string, unknown>[]>> {
  const sqs = stack.adopt(new SQSClient(cloud), (client) => client.destroy())
  const sns = stack.adopt(new SNSClient(cloud), (client) => client.destroy())
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'heard' }))
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))
  await sns.send(new SubscribeCommand({
    TopicArn: topicArn, Protocol: 'sqs', Endpoint: Attributes?.['QueueArn'], Attributes: { RawMessageDelivery: 'true' },
  }))
  const heard: Record<string, unknown>[] = []
  return async () => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
    heard.push(...Messages.map(({ Body = '{}' }) => JSON.parse(Body) as Record<string, unknown>))
    return heard
  }
}

describe('a keg that leaks messages to a topic of another', () => {
  it('is told of, put into quarantine and cut off from its topics; others are not', async () => {
    const alarms = await listen(output('KegAlarmsTopicArn'))
    const [leaking, honest] = [await kegs('keg-leaky'), await kegs('keg-honest')]
    await permitAll('too-wide', leaking)
    const [keg, other] = [await connect('keg-leaky', leaking), await connect('keg-honest', honest)]
    const own = 'keg/berlin/keg-leaky/replies/c-1'
    for (const [client, topic] of [[keg, own], [other, 'keg/berlin/keg-honest/replies/c-1']] as const)
      await client.publishAsync(topic, '{}', { qos: 1 })
    expect(await groupsOf('keg-leaky')).not.toContain(output('QuarantineGroupName'))
    await keg.publishAsync('exfil/keg-leaky', 'beer', { qos: 1 })
    await seen(alarms, (it) => it.toMatchObject([{
      thingName: 'keg-leaky', violationEventType: 'in-alarm', securityProfileName: output('SecurityProfileName'),
      behavior: { name: 'own-topics' }, metricValue: { count: 1 },
    }]))
    await seen(() => groupsOf('keg-leaky'), (it) => it.toContain(output('QuarantineGroupName')))
    await expect(keg.publishAsync(own, '{}', { qos: 1 })).rejects.toThrow('Not authorized')
    await keg.endAsync(true)
    await expect(connect('keg-leaky', leaking)).rejects.toThrow()
    await other.publishAsync('keg/berlin/keg-honest/replies/c-1', '{}', { qos: 1 })
    const { things } = await iot.send(new ListThingsInThingGroupCommand({ thingGroupName: output('QuarantineGroupName') }))
    expect(things).toEqual(['keg-leaky'])
    const { things: found = [] } = await iot.send(new SearchIndexCommand({ queryString: 'deviceDefender.violationCount>0' }))
    expect(found.map(({ thingName }) => thingName)).toEqual(['keg-leaky'])
    expect(await listed('/violations')).toMatchObject([
      { kegId: 'keg-leaky', siteId: 'berlin', profile: output('SecurityProfileName'), behavior: 'own-topics', value: { count: 1 } },
    ])
  }, LIMIT_MS)

  it('or that tries what it may not, again and again, is shut out as well', async () => {
    const keg = await connect('keg-curious', await kegs('keg-curious'))
    for (let time = 0; time <= 10; time++)
      await expect(keg.publishAsync('keg/berlin/keg-honest/pours', '{}', { qos: 1 })).rejects.toThrow('Not authorized')
    await seen(() => groupsOf('keg-curious'), (it) => it.toContain(output('QuarantineGroupName')))
  }, LIMIT_MS)
})

it('an audit finds a certificate that two kegs share, and a policy that permits all', async () => {
  const shared = await kegs('keg-one', 'keg-two')
  await permitAll('anything', await kegs('keg-wide'))
  await connect('keg-one', shared)
  await connect('keg-two', shared)
  const targetCheckNames = ['DEVICE_CERTIFICATE_SHARED_CHECK', 'IOT_POLICY_OVERLY_PERMISSIVE_CHECK']
  const { taskId } = await iot.send(new StartOnDemandAuditTaskCommand({ targetCheckNames }))
  await seen(async () => (await iot.send(new DescribeAuditTaskCommand({ taskId }))).taskStatus, (it) => it.toBe('COMPLETED'))
  const { findings } = await iot.send(new ListAuditFindingsCommand({ taskId }))
  const found = findings?.map(({ checkName, nonCompliantResource: { resourceIdentifier } = {} }) =>
    [checkName, resourceIdentifier?.deviceCertificateId ?? resourceIdentifier?.policyVersionIdentifier?.policyName])
  expect(found).toEqual(expect.arrayContaining([
    ['DEVICE_CERTIFICATE_SHARED_CHECK', shared.certificateId], ['IOT_POLICY_OVERLY_PERMISSIVE_CHECK', 'anything'],
  ]))
  expect(found?.map(([, name]) => name)).not.toContain(output('KegPolicyNames').split(',')[0])
}, LIMIT_MS)

it('a dynamic group drives a job: it runs on each keg that connects, and on no other', async () => {
  const [first, second] = [await kegs('keg-first'), await kegs('keg-second')]
  const { thingGroupArn = '' } = await iot.send(new DescribeThingGroupCommand({ thingGroupName: output('ConnectedGroupName') }))
  await connect('keg-first', first)
  await iot.send(new CreateJobCommand({
    jobId: 'greet', targetSelection: 'CONTINUOUS', targets: [thingGroupArn], document: '{"kind":"greet"}',
  }))
  const running = async () => {
    const { executionSummaries = [] } = await iot.send(new ListJobExecutionsForJobCommand({ jobId: 'greet' }))
    return executionSummaries.map(({ thingArn = '' }) => thingArn.split('/').at(-1))
  }
  await seen(running, (it) => it.toContain('keg-first'))
  expect(await running()).not.toContain('keg-second')
  const keg = await connect('keg-second', second)
  await seen(running, (it) => it.toContain('keg-second'))
  await keg.subscribeAsync('$aws/things/keg-second/jobs/start-next/accepted', { qos: 1 })
  const told = new Promise<string>((resolve) => void keg.once('message', (_topic, payload) => resolve(payload.toString())))
  await keg.publishAsync('$aws/things/keg-second/jobs/start-next', '{}', { qos: 1 })
  expect(JSON.parse(await told)).toMatchObject({ execution: { jobId: 'greet', jobDocument: { kind: 'greet' } } })
  const { things } = await iot.send(new SearchIndexCommand({ queryString: 'thingName:keg-second AND connectivity.connected:true' }))
  expect(things).toMatchObject([{ thingName: 'keg-second', attributes: { siteId: 'berlin' } }])
  const connected = 'thingName:(keg-first OR keg-second) AND connectivity.connected:true'
  expect(await listed(`/search?query=${encodeURIComponent(connected)}`)).toMatchObject(['keg-first', 'keg-second'].map((kegId) =>
    ({ kegId, siteId: 'berlin', groups: expect.arrayContaining([output('ConnectedGroupName')]), connection: { connected: true } })))
  const [group, ...others] = await listed('/groups')
  expect([group, others]).toMatchObject([{ groupName: output('ConnectedGroupName'), query: expect.stringContaining('connected:true') }, []])
  expect((group as { kegs: number }).kegs).toBeGreaterThanOrEqual(2)
  const target = { kind: 'group', name: output('ConnectedGroupName') }
  expect(await listed('/jobs')).toMatchObject([{ jobId: 'greet', status: 'IN_PROGRESS', continuous: true, targets: [target] }])
  expect((await api.fetch('/jobs/greet/cancel', { method: 'POST' })).status).toBe(202)
  expect(await (await api.fetch('/jobs/greet')).json()).toMatchObject({ status: 'CANCELED', comment: 'Canceled by brewer.' })
}, LIMIT_MS)

it('a fleet metric shows in CloudWatch how many kegs are in quarantine, and raises an alarm', async () => {
  const cloudWatch = stack.adopt(new CloudWatchClient(cloud), (client) => client.destroy())
  await kegs('keg-caught')
  await iot.send(new AddThingToThingGroupCommand({ thingName: 'keg-caught', thingGroupName: output('QuarantineGroupName') }))
  const counted = async () => {
    const { Datapoints = [] } = await cloudWatch.send(new GetMetricStatisticsCommand({
      Namespace: 'AWS/IoTFleetMetrics', MetricName: output('QuarantinedMetricName'), Dimensions: [{ Name: 'AggregationType', Value: 'count' }],
      Statistics: ['Maximum'], Period: 60, StartTime: new Date(Date.now() - 600_000), EndTime: new Date(Date.now() + 60_000),
    }))
    return Math.max(0, ...Datapoints.map(({ Maximum = 0 }) => Maximum))
  }
  // AWS IoT tells of it each minute, and CloudWatch looks at whole minutes.
  const minutes = { timeout: 170_000, interval: 1_000 }
  await expect.poll(counted, minutes).toBeGreaterThan(0)
  const alarm = async () => {
    const { MetricAlarms = [] } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: [output('QuarantinedAlarmName')] }))
    return MetricAlarms[0]?.StateValue
  }
  await expect.poll(alarm, minutes).toBe('ALARM')
}, 360_000)
