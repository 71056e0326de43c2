import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { Agent } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AttachPolicyCommand, AttachThingPrincipalCommand, CreateKeysAndCertificateCommand, CreatePolicyCommand, CreateThingCommand,
  CreateTopicRuleCommand, DescribeThingCommand, IoTClient, ListThingPrincipalsCommand,
} from '@aws-sdk/client-iot'
import {
  GetRetainedMessageCommand, GetThingShadowCommand, IoTDataPlaneClient, PublishCommand, UpdateThingShadowCommand,
} from '@aws-sdk/client-iot-data-plane'
import mqtt, { type IClientOptions, type IConnackPacket, type MqttClient } from 'mqtt'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { LocalIot } from '../src/index.ts'
import { startCaptureServer } from '../src/testing/capture-server.ts'
import { kegPolicy, until } from './start-iot.ts'

type Ready = Pick<LocalIot, 'endpoints' | 'caFile' | 'region' | 'credentials'>

let directory: string
let core: ChildProcess | undefined
const open: { destroy(): void }[] = []
const mqtts: MqttClient[] = []
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'keg-durable-'))))
afterEach(async () => {
  await Promise.all(mqtts.splice(0).map((client) => client.endAsync(true)))
  for (const client of open.splice(0)) client.destroy()
  await kill()
  rmSync(directory, { recursive: true })
})

async function start(awsEndpoint?: string) {
  core = fork(new URL('durable-core.ts', import.meta.url), [directory, ...(awsEndpoint === undefined ? [] : [awsEndpoint])], {
    execArgv: ['--conditions=@keg/source', '--disable-warning=ExperimentalWarning'],
  })
  // What the child sends first.
  const ready = (await once(core, 'message'))[0] as Ready
  const { endpoints, region } = ready
  // The SDK writes into what it is given.
  const credentials = { ...ready.credentials }
  const requestHandler = { httpsAgent: new Agent({ ca: readFileSync(ready.caFile) }) }
  const control = new IoTClient({ endpoint: endpoints.control, region, credentials, requestHandler })
  const data = new IoTDataPlaneClient({ endpoint: endpoints.https, region, credentials, requestHandler })
  open.push(control, data)
  return { ready, control, data }
}

async function kill(): Promise<void> {
  if (core === undefined || core.exitCode !== null || core.signalCode !== null) return
  const ended = once(core, 'exit')
  core.kill('SIGKILL')
  await ended
}

async function connect({ endpoints, caFile }: Ready, keys: IClientOptions, clientId: string, options: IClientOptions = {}) {
  const client = mqtt.connect(endpoints.mqtts, {
    ...keys, ca: readFileSync(caFile), clientId, clean: false, reconnectPeriod: 0, ...options,
  })
  client.on('error', () => undefined)
  mqtts.push(client)
  const heard: string[] = []
  client.on('message', (_, payload) => heard.push(payload.toString()))
  const { sessionPresent } = await new Promise<IConnackPacket>((resolve) => client.once('connect', resolve))
  return { client, heard, sessionPresent }
}

it('finds everything again after kill -9', async () => {
  const { ready, control, data } = await start()
  const thingName = 'keg-1'
  await control.send(new CreateThingCommand({ thingName, attributePayload: { attributes: { siteId: 'berlin' } } }))
  const { certificateArn: principal = '', certificatePem, keyPair } = await control.send(
    new CreateKeysAndCertificateCommand({ setAsActive: true }),
  )
  await control.send(new CreatePolicyCommand({ policyName: 'all', policyDocument: kegPolicy() }))
  await control.send(new AttachPolicyCommand({ policyName: 'all', target: principal }))
  await control.send(new AttachThingPrincipalCommand({ thingName, principal }))
  const actions = [{ republish: { roleArn: 'arn:aws:iam::123456789012:role/rule', topic: 'copies', qos: 1 } }]
  await control.send(new CreateTopicRuleCommand({ ruleName: 'copy', topicRulePayload: { sql: "SELECT * FROM 'originals'", actions } }))
  await data.send(new UpdateThingShadowCommand({
    thingName, payload: '{"state":{"desired":{"targetCelsius":4,"serial":12345678901234567890}}}',
  }))
  await data.send(new PublishCommand({ topic: 'menu', payload: 'lager', retain: true, qos: 1 }))

  const mqtt5: IClientOptions = { protocolVersion: 5, properties: { sessionExpiryInterval: 600 } }
  const keys: IClientOptions = { cert: certificatePem ?? '', key: keyPair?.PrivateKey ?? '' }
  const away = await connect(ready, keys, 'away')
  await away.client.subscribeAsync(['orders', 'copies'], { qos: 1 })
  await away.client.endAsync()
  const sharing = await connect(ready, keys, 'sharing')
  await sharing.client.subscribeAsync('$share/bar/shared', { qos: 1 })
  await sharing.client.endAsync()
  // Gets its message and never acknowledges it.
  const silent = await connect(ready, keys, 'silent', { ...mqtt5, customHandleAcks: () => undefined })
  await silent.client.subscribeAsync('unacknowledged', { qos: 1 })
  const publish = (topic: string, payload: string) => data.send(new PublishCommand({ topic, payload, qos: 1 }))
  for (const payload of ['one', 'two', 'three']) await publish('orders', payload)
  await publish('originals', '{"copy":1}')
  await publish('shared', 'for one of us')
  await publish('unacknowledged', 'again')
  await kill()

  const again = await start()
  expect(again.ready).toEqual(ready)
  expect(statSync(join(directory, 'state.sqlite')).mode & 0o077).toBe(0)
  expect(await again.control.send(new DescribeThingCommand({ thingName }))).toMatchObject({ attributes: { siteId: 'berlin' }, version: 1 })
  expect((await again.control.send(new ListThingPrincipalsCommand({ thingName }))).principals).toEqual([principal])
  const { payload } = await again.data.send(new GetThingShadowCommand({ thingName }))
  expect(Buffer.from(payload ?? []).toString()).toContain('"state":{"desired":{"targetCelsius":4,"serial":12345678901234567890}')
  expect(JSON.parse(Buffer.from(payload ?? []).toString())).toMatchObject({ version: 1 })
  expect(Buffer.from((await again.data.send(new GetRetainedMessageCommand({ topic: 'menu' }))).payload ?? []).toString()).toBe('lager')
  for (const [clientId, messages, options] of [
    ['away', ['one', 'two', 'three', '{"copy":1}'], {}], ['sharing', ['for one of us'], {}], ['silent', ['again'], mqtt5],
  ] as const) {
    const { heard, sessionPresent, client } = await connect(again.ready, keys, clientId, options)
    await until(() => heard.length >= messages.length)
    expect([clientId, sessionPresent, heard]).toEqual([clientId, true, messages])
    await client.endAsync()
  }
  // What was acknowledged is gone, the rule goes on.
  await again.data.send(new PublishCommand({ topic: 'originals', payload: '{"copy":2}', qos: 1 }))
  await kill()
  const last = await start()
  const { heard } = await connect(last.ready, keys, 'away')
  await until(() => heard.length > 0)
  expect(heard).toEqual(['{"copy":2}'])
}, 60_000)

it('runs the actions of what was acknowledged after kill -9', async () => {
  await using silent = await startSilentServer()
  const { ready, control } = await start(silent.url)
  const { certificateArn: target, certificatePem, keyPair } = await control.send(new CreateKeysAndCertificateCommand({ setAsActive: true }))
  await control.send(new CreatePolicyCommand({ policyName: 'all', policyDocument: kegPolicy() }))
  await control.send(new AttachPolicyCommand({ policyName: 'all', target }))
  const actions = [{ sqs: { roleArn: 'arn:aws:iam::123456789012:role/rule', queueUrl: 'http://localhost/123456789012/pours' } }]
  await control.send(new CreateTopicRuleCommand({ ruleName: 'pours', topicRulePayload: { sql: "SELECT * FROM 'pours'", actions } }))
  const { client } = await connect(ready, { cert: certificatePem ?? '', key: keyPair?.PrivateKey ?? '' }, 'keg-1')
  const pours = Array.from({ length: 20 }, (_, pour) => JSON.stringify({ pour }))
  await Promise.all(pours.map((pour) => client.publishAsync('pours', pour, { qos: 1 })))
  expect(silent.requests.length).toBeLessThanOrEqual(pours.length)
  await kill()

  await using queue = await startCaptureServer()
  await start(queue.url)
  await until(() => queue.requests.length >= pours.length)
  // The bodies are requests of SendMessage.
  const bodies = queue.requests.map(({ body }) => (JSON.parse(body.toString()) as { MessageBody: string }).MessageBody)
  expect(new Set(bodies)).toEqual(new Set(pours))
}, 60_000)

/** A service that takes requests and answers none. */
async function startSilentServer() {
  const requests: ServerResponse[] = []
  const server = createServer((_, response) => void requests.push(response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    // A TCP server that listens has an address with a port.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
