import { artifactFiles } from '@keg/gateway/artifact'
import { createLocalIot } from '@keg/local-iot'
import { unzipped } from '@keg/ingest/unzipped'
import { batch, batchAcks, levelName } from '@keg/message-schemas/keg'
import { fork } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { connect } from 'node:tls'
import { openMqtt, type MqttConnection } from '../broker/mqtt-connection.ts'
import { selfSigned } from '../broker/self-signed.ts'

export const SITE = levelName.parse('berlin')
const GATEWAY = levelName.parse('gateway-berlin')
const BATCH_RULE = 'batches'
/** Batches are full under load: this is how long the last one waits. */
const LAST_BATCH_MS = 5_000
const KB = 1_024
const PATIENCE_MS = 30_000

interface Identity {
  readonly certificateFile: string
  readonly privateKeyFile: string
}

/** A cloud that books each batch as it comes. */
export interface Cloud extends AsyncDisposable {
  readonly endpoint: { readonly host: string; readonly port: number }
  readonly caFile: string
  /** Who the gateway is there. */
  readonly identity: Identity
  /** How many messages it has booked. */
  booked(): number
}

/** A gateway in a process of its own, and the kegs that it lets in. */
export interface GatewayUnderTest extends AsyncDisposable {
  readonly kegs: readonly string[]
  /** A connection of a keg, over mutual TLS, that publishes to a topic of its own. */
  connect(kegId: string, topic: string, payload: Uint8Array): Promise<MqttConnection>
  rssBytes(): number
}

export async function startCloud(): Promise<Cloud> {
  const folder = mkdtempSync(join(tmpdir(), 'keg-bench-cloud-'))
  const iot = await createLocalIot({ quotas: 'off' })
  const policyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }] })
  await iot.call('CreatePolicy', { policyName: 'anything', policyDocument })
  const { certificateArn, certificatePem = '', keyPair } = await iot.call('CreateKeysAndCertificate', { setAsActive: true })
  await iot.call('AttachPolicy', { policyName: 'anything', target: certificateArn })
  const books = { republish: { roleArn: 'arn:aws:iam::123456789012:role/rule', topic: 'bench/booked' } }
  await iot.call('CreateTopicRule', {
    ruleName: BATCH_RULE, topicRulePayload: { sql: 'SELECT *', awsIotSqlVersion: '2016-03-23', actions: [books] },
  })
  let messages = 0
  iot.subscribe('bench/booked', ({ payload }) => {
    const booked = batch.decode(unzipped(payload))
    if (!booked.ok) throw new Error(`A batch can't be read: ${booked.reason}`)
    messages += booked.value.messages.length
    void iot.publish(
      batchAcks.topic.format({ siteId: SITE, gatewayId: GATEWAY }),
      batchAcks.encode({ v: 1, batchIds: [booked.value.batchId] }),
      { qos: 1 },
    )
  })
  return {
    endpoint: { host: 'localhost', port: Number(new URL(iot.endpoints.mqtts).port) },
    caFile: iot.caFile,
    identity: keep(folder, 'gateway', { cert: certificatePem, key: keyPair?.PrivateKey ?? '' }),
    booked: () => messages,
    async [Symbol.asyncDispose]() {
      await iot.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/**
 * Starts the gateway, as it is packaged, with so many kegs, each with a certificate of its own. Its line goes to `cloud`, or where nobody
 * listens.
 */
export async function startGateway(
  cloud: Cloud, count: number, { line = 'up' }: { readonly line?: 'up' | 'down' } = {},
): Promise<GatewayUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'keg-bench-gateway-'))
  const server = await selfSigned()
  const identities = new Map<string, Awaited<ReturnType<typeof selfSigned>>>()
  for (let index = 0; index < count; index += 1) identities.set(`keg-${index}`, await selfSigned())
  const configFile = join(folder, 'gateway.json')
  writeFileSync(configFile, JSON.stringify({
    siteId: SITE, gatewayId: GATEWAY, dataDir: join(folder, 'data'), quietBatchEveryMs: LAST_BATCH_MS,
    cloud: {
      endpoint: line === 'up' ? cloud.endpoint : { host: 'localhost', port: 9 }, caFile: cloud.caFile, ...cloud.identity,
      batchRule: BATCH_RULE,
    },
    listen: keep(folder, 'server', server),
    kegs: [...identities]
      .map(([kegId, { cert }]) => ({ kegId, certificateId: createHash('sha256').update(new X509Certificate(cert).raw).digest('hex') })),
  }))
  for (const [path, bytes] of Object.entries(await artifactFiles())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  // As a service runs it.
  const child = fork(join(folder, 'main.cjs'), ['--config', configFile], {
    execArgv: ['--max-semi-space-size=1', '--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  const failed = ended.then(() => Promise.reject(new Error('The gateway ended by itself.')))
  failed.catch(() => undefined)
  // What it sends is what its main.ts says.
  const [{ port }] = (await Promise.race([once(child, 'message'), failed])) as [{ port: number }]
  return {
    kegs: [...identities.keys()],
    connect: (kegId, topic, payload) =>
      openMqtt(connect({ host: 'localhost', port, ca: server.cert, ...identities.get(kegId) }).setNoDelay(true), {
        clientId: kegId, topic, payload,
      }),
    rssBytes: () => rssBytes(child.pid),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

/** Resident memory of a program that does nothing but hold one MQTT 5 connection by the device SDK. */
export async function bareDeviceRssBytes({ endpoint, caFile, identity }: Cloud): Promise<number> {
  const settings = JSON.stringify({ ...endpoint, caFile, ...identity })
  const child = fork(new URL('bare-device.ts', import.meta.url), [settings], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit')
  try {
    await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error('The bare device ended by itself.')))])
    return rssBytes(child.pid)
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}

/** Resolves once `done` says so; throws where that takes too long. */
export async function until(what: string, done: () => boolean): Promise<void> {
  for (const startMs = performance.now(); !done(); await new Promise((resolve) => setTimeout(resolve, 5))) {
    if (performance.now() - startMs > PATIENCE_MS) throw new Error(`Waited ${PATIENCE_MS / 1_000} s for ${what}.`)
  }
}

/** Linux alone says it there. */
const rssBytes = (pid = 0): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * KB

function keep(folder: string, name: string, { cert, key }: { readonly cert: string; readonly key: string }): Identity {
  mkdirSync(folder, { recursive: true })
  const identity = { certificateFile: join(folder, `${name}.pem`), privateKeyFile: join(folder, `${name}.key`) }
  writeFileSync(identity.certificateFile, cert)
  writeFileSync(identity.privateKeyFile, key, { mode: 0o600 })
  return identity
}
