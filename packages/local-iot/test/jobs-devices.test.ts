import { readFileSync } from 'node:fs'
import { Agent } from 'node:https'
import { once } from 'node:events'
import {
  DescribeJobExecutionCommand, GetPendingJobExecutionsCommand, IoTJobsDataPlaneClient, StartNextPendingJobExecutionCommand,
  UpdateJobExecutionCommand, type UpdateJobExecutionCommandInput,
} from '@aws-sdk/client-iot-jobs-data-plane'
import deviceSdk from 'aws-iot-device-sdk-v2'
import mqtt from 'mqtt'
import { describe, expect, it } from 'vitest'
import { refusalOf } from './error-of.ts'
import { kegPolicy, provision, until, useIot } from './start-iot.ts'

const started = useIot()
const thingArn = (thingName: string) => `arn:aws:iot:us-east-1:123456789012:thing/${thingName}`
const newJob = (jobId: string, thingName: string) =>
  started.iot.call('CreateJob', { jobId, targets: [thingArn(thingName)], document: '{"do":"update"}' })

describe('aws-iot-device-sdk-v2, IotJobsClientv2 over MQTT 5', () => {
  it('works off its jobs', async () => {
    const { thingName, cert, key, ca } = await provision(started.iot, 'keg-v2')
    const { mqtt5, iot, iotjobs } = deviceSdk
    const builder = iot.AwsIotMqtt5ClientConfigBuilder.newDirectMqttBuilderWithMtlsFromMemory('localhost', cert, key)
    builder.withCertificateAuthority(ca).withPort(Number(new URL(started.iot.endpoints.mqtts).port)).withConnectProperties({
      clientId: thingName, keepAliveIntervalSeconds: 60,
    })
    const client = new mqtt5.Mqtt5Client(builder.build())
    const jobs = iotjobs.IotJobsClientv2.newFromMqtt5(client, {
      maxRequestResponseSubscriptions: 6, maxStreamingSubscriptions: 2, operationTimeoutInSeconds: 5,
    })
    const next: (string | undefined)[] = []
    const sizes: number[] = []
    const nextStream = jobs.createNextJobExecutionChangedStream({ thingName })
    const listStream = jobs.createJobExecutionsChangedStream({ thingName })
    nextStream.on('incomingPublish', ({ message }) => next.push(message.execution?.jobId))
    listStream.on('incomingPublish', ({ message }) => sizes.push(Object.values(message.jobs ?? {}).flat().length))
    const open = [once(nextStream, 'subscriptionStatus'), once(listStream, 'subscriptionStatus')]
    nextStream.open()
    listStream.open()
    client.start()
    await Promise.all(open)

    await newJob('v2-one', thingName)
    await newJob('v2-two', thingName)
    const { queuedJobs } = await jobs.getPendingJobExecutions({ thingName })
    expect(queuedJobs?.map(({ jobId }) => jobId)).toEqual(['v2-one', 'v2-two'])
    const { execution } = await jobs.startNextPendingJobExecution({ thingName, statusDetails: { step: 'download' } })
    expect(execution).toMatchObject({
      jobId: 'v2-one', status: 'IN_PROGRESS', statusDetails: { step: 'download' }, versionNumber: 2, jobDocument: { do: 'update' },
    })
    const wrong = jobs.updateJobExecution({ thingName, jobId: 'v2-one', status: iotjobs.model.JobStatus.SUCCEEDED, expectedVersion: 7 })
    await expect(wrong).rejects.toMatchObject({
      modeledError: { code: 'VersionMismatch', executionState: { status: 'IN_PROGRESS', versionNumber: 2 } },
    })
    await jobs.updateJobExecution({ thingName, jobId: 'v2-one', status: iotjobs.model.JobStatus.SUCCEEDED, expectedVersion: 2 })
    expect((await jobs.describeJobExecution({ thingName, jobId: '$next' })).execution?.jobId).toBe('v2-two')
    await jobs.updateJobExecution({ thingName, jobId: 'v2-two', status: iotjobs.model.JobStatus.REJECTED })
    await until(() => next.length >= 3 && sizes.length >= 4)
    expect([next, sizes]).toEqual([['v2-one', 'v2-two', undefined], [1, 2, 1, 0]])
    jobs.close()
    const stopped = once(client, 'stopped')
    client.stop()
    await stopped
    client.close()
  })
})

describe('aws-iot-device-sdk-v2, IotJobsClient over MQTT 3.1.1', () => {
  it('starts and ends a job', async () => {
    const { thingName, cert, key, ca } = await provision(started.iot, 'keg-v1')
    const { mqtt: mqtt3, iot, iotjobs } = deviceSdk
    const config = iot.AwsIotMqttConnectionConfigBuilder.new_mtls_builder(cert, key)
      .with_certificate_authority(ca)
      .with_client_id(thingName)
      .with_endpoint('localhost')
      .with_port(Number(new URL(started.iot.endpoints.mqtts).port))
    const connection = new mqtt3.MqttClient().new_connection(config.build())
    await connection.connect()
    const jobs = new iotjobs.IotJobsClient(connection)
    const { QoS } = mqtt3
    const answers: unknown[] = []
    const keep = (_: unknown, response?: unknown) => void answers.push(response)
    await jobs.subscribeToStartNextPendingJobExecutionAccepted({ thingName }, QoS.AtLeastOnce, keep)
    await jobs.subscribeToUpdateJobExecutionAccepted({ thingName, jobId: 'v1-one' }, QoS.AtLeastOnce, keep)
    await jobs.subscribeToUpdateJobExecutionRejected({ thingName, jobId: 'v1-one' }, QoS.AtLeastOnce, keep)
    await newJob('v1-one', thingName)
    await jobs.publishStartNextPendingJobExecution({ thingName, clientToken: 'start' }, QoS.AtLeastOnce)
    const done = { thingName, jobId: 'v1-one', status: iotjobs.model.JobStatus.SUCCEEDED, includeJobExecutionState: true }
    await jobs.publishUpdateJobExecution({ ...done, clientToken: 'end' }, QoS.AtLeastOnce)
    await jobs.publishUpdateJobExecution({ ...done, clientToken: 'again' }, QoS.AtLeastOnce)
    await until(() => answers.length >= 3)
    expect(answers).toMatchObject([
      { clientToken: 'start', execution: { jobId: 'v1-one', status: 'IN_PROGRESS' } },
      { clientToken: 'end', executionState: { status: 'SUCCEEDED', versionNumber: 3 } },
      { clientToken: 'again', code: 'InvalidStateTransition', executionState: { status: 'SUCCEEDED', versionNumber: 3 } },
    ])
    await connection.disconnect()
  })
})

// reserved-topics.html#reserved-topics-job: whether the client has subscribed to the answer or not; and to no other client.
it('answers the asking client alone, by what its policy lets it publish and receive', async () => {
  const policy = (name: string) => kegPolicy([
    { Effect: 'Allow', Action: 'iot:Connect', Resource: '*' },
    { Effect: 'Allow', Action: ['iot:Publish', 'iot:Receive'], Resource: `arn:aws:iot:*:*:topic/$aws/things/${name}/jobs/*` },
    { Effect: 'Allow', Action: 'iot:Subscribe', Resource: 'arn:aws:iot:*:*:topicfilter/$aws/things/keg-a/jobs/*' },
    { Effect: 'Allow', Action: 'iot:Receive', Resource: 'arn:aws:iot:*:*:topic/$aws/things/keg-a/jobs/*' },
  ])
  const connect = async (name: string) => {
    const { cert, key, ca } = await provision(started.iot, name, policy(name))
    const client = await mqtt.connectAsync(started.iot.endpoints.mqtts, {
      protocolVersion: 5, clientId: name, cert, key, ca, reconnectPeriod: 0,
    })
    const heard: string[] = []
    client.on('message', (topic) => heard.push(topic))
    return { client, heard }
  }
  const [a, b] = [await connect('keg-a'), await connect('keg-b')]
  await b.client.subscribeAsync('$aws/things/keg-a/jobs/get/accepted')
  await a.client.publishAsync('$aws/things/keg-a/jobs/get', '{}', { qos: 1 })
  await until(() => a.heard.length > 0)
  await expect(b.client.publishAsync('$aws/things/keg-a/jobs/get', '{}', { qos: 1 })).rejects.toMatchObject({ code: 0x87 })
  expect([a.heard, b.heard]).toEqual([['$aws/things/keg-a/jobs/get/accepted'], []])
  for (const { client } of [a, b]) await client.endAsync()
})

describe('the jobs data plane over HTTPS', () => {
  const open = (by: { readonly cert?: string; readonly key?: string }, credentials = started.iot.credentials) =>
    new IoTJobsDataPlaneClient({
      endpoint: by.cert === undefined ? started.iot.endpoints.https : started.iot.endpoints.httpsMtls, region: 'us-east-1', credentials,
      maxAttempts: 1, requestHandler: { httpsAgent: new Agent({ ca: readFileSync(started.iot.caFile), ...by }) },
    })
  it.each(['by signature', 'by client certificate'])('serves devices %s', async (how) => {
    const thingName = `keg-${how.replaceAll(' ', '-')}`
    const policy = kegPolicy([{ Effect: 'Allow', Action: 'iotjobsdata:*', Resource: thingArn(thingName) }])
    const { cert, key } = await provision(started.iot, thingName, policy)
    const client = open(how === 'by signature' ? {} : { cert, key })
    const jobId = `${thingName}-job`
    await newJob(jobId, thingName)
    const nowSec = Date.now() / 1000
    expect((await client.send(new GetPendingJobExecutionsCommand({ thingName }))).queuedJobs).toMatchObject([{ jobId, versionNumber: 1 }])
    const { execution } = await client.send(new StartNextPendingJobExecutionCommand({ thingName, statusDetails: { step: '1' } }))
    // The document is text here, and times are whole seconds.
    expect(execution).toMatchObject({
      jobId, thingName, status: 'IN_PROGRESS', statusDetails: { step: '1' }, jobDocument: '{"do":"update"}', versionNumber: 2,
      executionNumber: 1,
    })
    expect(Math.abs((execution?.startedAt ?? 0) - nowSec)).toBeLessThan(60)
    for (const asked of ['$next', jobId]) {
      expect((await client.send(new DescribeJobExecutionCommand({ thingName, jobId: asked, includeJobDocument: false }))).execution)
        .toEqual({ ...execution, jobDocument: undefined })
    }
    const update = (more: Partial<UpdateJobExecutionCommandInput>) =>
      client.send(new UpdateJobExecutionCommand({ thingName, jobId, status: 'SUCCEEDED', ...more }))
    expect(await refusalOf(update({ expectedVersion: 1 }))).toEqual({ name: 'InvalidRequestException', status: 400 })
    expect(await refusalOf(update({ status: 'DONE' as 'FAILED' }))).toEqual({ name: 'InvalidRequestException', status: 400 })
    expect(await update({ includeJobExecutionState: true, includeJobDocument: true })).toMatchObject({
      executionState: { status: 'SUCCEEDED', versionNumber: 3 }, jobDocument: '{"do":"update"}',
    })
    expect(await refusalOf(update({}))).toEqual({ name: 'InvalidStateTransitionException', status: 409 })
    expect(await refusalOf(client.send(new DescribeJobExecutionCommand({ thingName, jobId })))).toEqual({
      name: 'TerminalStateException', status: 410,
    })
    expect(await refusalOf(client.send(new DescribeJobExecutionCommand({ thingName, jobId: 'none' })))).toEqual({
      name: 'ResourceNotFoundException', status: 404,
    })
    client.destroy()
  })
  it('refuses who may not, and says why in the log', async () => {
    const { cert, key } = await provision(started.iot, 'keg-denied', kegPolicy([{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }]))
    const device = open({ cert, key })
    expect(await refusalOf(device.send(new GetPendingJobExecutionsCommand({ thingName: 'keg-denied' })))).toEqual({
      name: 'ForbiddenException', status: 403,
    })
    expect(started.log.at(-1)).toMatchObject({
      event: 'request-refused', message: expect.stringContaining('iotjobsdata:GetPendingJobExecutions on thing/keg-denied'),
    })
    const stranger = open({}, { accessKeyId: started.iot.credentials.accessKeyId, secretAccessKey: 'another' })
    expect(await refusalOf(stranger.send(new GetPendingJobExecutionsCommand({ thingName: 'keg-denied' })))).toEqual({
      name: 'InvalidSignatureException', status: 403,
    })
    device.destroy()
    stranger.destroy()
  })
})
