import 'reflect-metadata'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import {
  DeviceAuthorizer, IotLogging, LifecycleEvents, LogLevel, RoleAlias, THING_NAME, Thing, ThingCertificate, ThingGroup, ThingPolicy,
  ThingType, TopicRule, toQueue,
} from '@keg/cdk-constructs'
import { runAssembly, type RunningCloud } from '@keg/local-cloud'
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509'
import { App, CfnOutput, Stack } from 'aws-cdk-lib'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { connectAsync, type MqttClient } from 'mqtt'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

// The device half of the constructs, deployed to the local cloud: what they make is what a device meets.

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const authorizer = `exports.handler = async ({ protocolData: { mqtt } }) => ({
  isAuthenticated: Buffer.from(mqtt.password ?? '', 'base64').toString() === 'prost', principalId: 'guest', disconnectAfterInSeconds: 3600,
  policyDocuments: [{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:Connect', Resource: '*' }] }],
})`

function build(stack: Stack, csr: string): void {
  new ThingType(stack, 'Type', { thingTypeName: 'keg', searchableAttributes: ['siteId'] })
  new ThingGroup(stack, 'Bars', { thingGroupName: 'bars' })
  const thing = new Thing(stack, 'Keg', { thingName: 'keg-1', attributes: { siteId: 'berlin' } })
  const policy = new ThingPolicy(stack, 'Policy', { publish: [`keg/${THING_NAME}/pours`] })
  const certificate = new ThingCertificate(stack, 'Certificate', { csr, thing, policies: [policy] })
  new RoleAlias(stack, 'Uploads', { roleAliasName: 'uploads' }).grantAssume(policy)
  new IotLogging(stack, 'Logging', { logLevel: LogLevel.WARN })
  const handler = new LambdaFunction(stack, 'Allow', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode(authorizer),
  })
  new DeviceAuthorizer(stack, 'Live', { authorizerName: 'live', handler, signing: { disabledBecause: 'the function compares a password' } })
  const [pours, presence] = [new Queue(stack, 'Pours'), new Queue(stack, 'Presence')]
  new TopicRule(stack, 'PoursRule', { sql: "SELECT *, topic(2) AS kegId FROM 'keg/+/pours'", actions: [toQueue(pours)] })
  new LifecycleEvents(stack, 'LifecycleEvents', { actions: [toQueue(presence)] })
  for (const [name, value] of Object.entries({
    CertificateId: certificate.certificateId, Pours: pours.queueUrl, Presence: presence.queueUrl,
  })) {
    new CfnOutput(stack, `${name}Output`, { value })
  }
}

let directory: string
let cloud: RunningCloud
let device: { ca: string; cert: string; key: string }

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'keg-device-constructs-'))
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const csr = await Pkcs10CertificateRequestGenerator.create({ name: 'CN=keg-1', keys, signingAlgorithm: ALGORITHM }, crypto)
  const app = new App({ outdir: directory, analyticsReporting: false, builtinCloudFormationValidation: false })
  build(new Stack(app, 'Test'), csr.toString('pem'))
  app.synth()
  cloud = await runAssembly(directory)
  const { certificateDescription } = await cloud.iot.call('DescribeCertificate', { certificateId: output('CertificateId') })
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  const key = `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`
  device = { ca: readFileSync(cloud.iot.caFile, 'utf8'), cert: certificateDescription?.certificatePem ?? '', key }
}, 60_000)
afterAll(async () => {
  await cloud.close()
  rmSync(directory, { recursive: true })
})

const output = (name: string) => cloud.outputs['Test']?.[`${name}Output`] ?? ''

/** The next message of a queue: waited for, at most 10 s. */
async function next(queue: string): Promise<unknown> {
  const { endpoint, region, credentials } = cloud
  const { Messages = [] } = await new SQSClient({ endpoint, region, credentials })
    .send(new ReceiveMessageCommand({ QueueUrl: output(queue), WaitTimeSeconds: 10 }))
  return JSON.parse(Messages[0]?.Body ?? 'null')
}

const connectDevice = (clientId: string): Promise<MqttClient> =>
  connectAsync(cloud.iot.endpoints.mqtts, { ...device, clientId, protocolVersion: 5, reconnectPeriod: 0 })

it('a device with the certificate of its signing request publishes what its policy says, and is told of when it comes and goes', async () => {
  const client = await connectDevice('keg-1')
  expect(await next('Presence')).toMatchObject({ eventType: 'connected', clientId: 'keg-1', thingName: 'keg-1' })
  await client.publishAsync('keg/keg-1/pours', JSON.stringify({ volumeMl: 400 }), { qos: 1 })
  expect(await next('Pours')).toEqual({ volumeMl: 400, kegId: 'keg-1' })
  await client.endAsync()
  expect(await next('Presence')).toMatchObject({
    eventType: 'disconnected', clientId: 'keg-1', disconnectReason: 'CLIENT_INITIATED_DISCONNECT',
  })
})

it('and neither publishes for another thing nor connects as one', async () => {
  await expect(connectDevice('keg-2')).rejects.toThrow()
  const client = await connectDevice('keg-1')
  await expect(client.publishAsync('keg/keg-2/pours', '{}', { qos: 1 })).rejects.toThrow()
  await client.endAsync(true)
})

it('an authorizer lets in who knows the password, and nobody else', async () => {
  const url = `${cloud.endpoint.replace('http', 'ws')}/mqtt?x-amz-customauthorizer-name=live`
  const page = { username: 'guest', reconnectPeriod: 0, protocolVersion: 5 } as const
  await expect(connectAsync(url, { ...page, password: 'water' })).rejects.toThrow()
  await (await connectAsync(url, { ...page, password: 'prost' })).endAsync()
})
