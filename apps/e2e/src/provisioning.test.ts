import 'reflect-metadata'
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { runAssembly, type CloudLogEntry, type RunningCloud } from '@keg/local-cloud'
import { listAll, outputsOf } from '@keg/system'
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509'
import mqtt, { type MqttClient } from 'mqtt'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seen } from './away-keg.ts'
import { builtFirmware, startFleetKegs, type FleetKegs } from './fleet-kegs.ts'

// How kegs come with the claim of their batch, and renew their certificates: on the deployed template, its functions held to their roles.

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const WAIT_MS = 30_000
/** What kegs do by themselves takes its time on a busy machine. */
const LIFE_MS = 180_000
const stack = new AsyncDisposableStack()
const log: CloudLogEntry[] = []
let cloud: RunningCloud
let dynamoDb: DynamoDBClient
let claim: Credentials

interface Credentials {
  readonly cert: string
  readonly key: string
}

/** What AWS IoT answers a device. */
type Answer = Readonly<Record<string, unknown>>

const output = (name: string): string => outputsOf(cloud)[name] ?? ''

beforeAll(async () => {
  cloud = stack.use(await runAssembly(fileURLToPath(new URL('../../infra/cdk.out', import.meta.url)), {
    iam: 'enforce', log: (entry) => log.push(entry),
  }))
  dynamoDb = stack.adopt(new DynamoDBClient(cloud), (client) => client.destroy())
  const { certificatePem = '', certificateArn: target, keyPair } = await cloud.iot.call('CreateKeysAndCertificate', { setAsActive: true })
  await cloud.iot.call('AttachPolicy', { policyName: output('ClaimPolicyName'), target })
  claim = { cert: certificatePem, key: keyPair?.PrivateKey ?? '' }
}, 120_000)
afterAll(() => stack.disposeAsync(), 30_000)

const listKeg = (serial: string, state = 'listed') => dynamoDb.send(new PutItemCommand({
  TableName: output('SerialsTableName'),
  Item: { serial: { S: serial }, siteId: { S: 'berlin' }, batch: { S: 'b-1' }, state: { S: state } },
}))

/** Rejects for a device that is not let in: one that has no such certificate is closed before CONNACK. */
function connect(clientId: string, { cert, key }: Credentials): Promise<MqttClient> {
  const client = mqtt.connect(cloud.iot.endpoints.mqtts, {
    clientId, cert, key, ca: readFileSync(cloud.iot.caFile), protocolVersion: 5, reconnectPeriod: 0,
  })
  stack.defer(() => client.endAsync(true))
  return new Promise((resolve, reject) => {
    client.once('connect', () => resolve(client))
    client.once('error', reject)
    client.once('close', () => reject(new Error('closed')))
  })
}

/** Asks on a reserved topic, and answers what comes back on the topics below it. */
async function ask(client: MqttClient, topic: string, body: object): Promise<Answer> {
  await client.subscribeAsync([`${topic}/accepted`, `${topic}/rejected`], { qos: 1 })
  const answer = new Promise<Answer>((resolve) => {
    const listen = (answered: string, payload: Buffer): void => {
      if (!answered.startsWith(`${topic}/`)) return
      client.off('message', listen)
      resolve(JSON.parse(payload.toString()) as Answer)
    }
    client.on('message', listen)
  })
  await client.publishAsync(topic, JSON.stringify(body), { qos: 1 })
  return answer
}

/** A key and a signing request of a keg's own, and the certificate that AWS IoT makes of it; it is good for nothing yet. */
async function certificateFor(client: MqttClient, commonName: string) {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const csr = await Pkcs10CertificateRequestGenerator.create({ name: `CN=${commonName}`, keys, signingAlgorithm: ALGORITHM }, crypto)
  const { certificateId, certificatePem, certificateOwnershipToken } = await ask(
    client, '$aws/certificates/create-from-csr/json', { certificateSigningRequest: csr.toString('pem') },
  )
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  const key = `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`
  return { certificateId: String(certificateId), certificateOwnershipToken, credentials: { cert: String(certificatePem), key } }
}

interface Asked {
  readonly client: MqttClient
  readonly template: string
  readonly SerialNumber: string
  /** Default: the serial number. */
  readonly commonName?: string
}

async function provisioned({ client, template, SerialNumber, commonName = SerialNumber }: Asked) {
  const { certificateOwnershipToken, ...made } = await certificateFor(client, commonName)
  const topic = `$aws/provisioning-templates/${output(template)}/provision/json`
  return { ...made, answer: await ask(client, topic, { certificateOwnershipToken, parameters: { SerialNumber } }) }
}

/** A keg comes with the batch's claim. */
const claimed = async (SerialNumber: string, { clientId = `claim-${SerialNumber}`, commonName = SerialNumber } = {}) =>
  provisioned({ client: await connect(clientId, claim), template: 'ProvisioningTemplateName', SerialNumber, commonName })

const refusals = () => log.flatMap(({ source, message }) =>
  (source === 'function' && message.includes('a keg is refused') ? [String((JSON.parse(message) as { reason: string }).reason)] : []))

describe('a keg that comes', () => {
  it('is a thing at the site of the list, in its group, with both policies, and its shadow wishes its first settings', async () => {
    await listKeg('keg-new')
    const { answer, certificateId, credentials } = await claimed('keg-new')
    expect(answer).toMatchObject({ thingName: 'keg-new' })
    expect(await cloud.iot.call('DescribeThing', { thingName: 'keg-new' })).toMatchObject({ attributes: { siteId: 'berlin' } })
    const { certificateDescription } = await cloud.iot.call('DescribeCertificate', { certificateId })
    expect(certificateDescription).toMatchObject({ status: 'ACTIVE' })
    const { policies = [] } = await cloud.iot.call('ListAttachedPolicies', { target: certificateDescription?.certificateArn ?? '' })
    expect(policies.map(({ policyName }) => policyName).sort()).toEqual(output('KegPolicyNames').split(',').sort())
    expect(await cloud.iot.call('ListThingGroupsForThing', { thingName: 'keg-new' })).toMatchObject({
      thingGroups: [{ groupName: output('KegGroupName') }],
    })
    const { Item } = await dynamoDb.send(new GetItemCommand({ TableName: output('SerialsTableName'), Key: { serial: { S: 'keg-new' } } }))
    expect(Item).toMatchObject({ state: { S: 'claimed' }, certificateId: { S: certificateId }, claimedAtMs: { N: expect.any(String) } })
    const keg = await connect('keg-new', credentials)
    expect(await ask(keg, '$aws/things/keg-new/shadow/get', {})).toMatchObject({
      state: { desired: { siteId: 'berlin', targetCelsius: 5, valve: 'open', intervalSec: 10 } },
    })
  }, WAIT_MS)

  it('may claim again while it has said nothing, and not once it is in use', async () => {
    await listKeg('keg-cut')
    await claimed('keg-cut')
    const { answer, credentials } = await claimed('keg-cut')
    expect(answer).toMatchObject({ thingName: 'keg-cut' })
    await ask(await connect('keg-cut', credentials), '$aws/things/keg-cut/shadow/update', { state: { reported: { valve: 'open' } } })
    expect((await claimed('keg-cut')).answer).toMatchObject({ statusCode: 403, errorCode: 'AccessDenied' })
    expect(refusals().at(-1)).toContain('in use')
  }, WAIT_MS)

  it.each<[string, string, string, Parameters<typeof claimed>[1], RegExp]>([
    ['that nobody has listed', 'keg-foreign', '', {}, /not listed/],
    ['that is blocked', 'keg-blocked', 'blocked', {}, /blocked/],
    ['whose certificate is for another', 'keg-odd', 'listed', { commonName: 'keg-new' }, /for another serial/],
    ['from the client of another', 'keg-odd', 'listed', { clientId: 'claim-keg-other' }, /client id/],
  ])('%s is refused, the log says why, and nothing is left behind', async (_what, serial, state, how, reason) => {
    if (state !== '') await listKeg(serial, state)
    const { answer, certificateId } = await claimed(serial, how)
    expect(answer).toMatchObject({ statusCode: 403, errorCode: 'AccessDenied' })
    expect(refusals().at(-1)).toMatch(reason)
    await expect(cloud.iot.call('DescribeThing', { thingName: serial })).rejects.toThrow('cannot be found')
    expect(await cloud.iot.call('DescribeCertificate', { certificateId })).toMatchObject({
      certificateDescription: { status: 'PENDING_ACTIVATION' },
    })
  }, WAIT_MS)

  it('has a claim that is good for nothing else', async () => {
    await expect(connect('keg-new', claim)).rejects.toThrow()
    const client = await connect('claim-keg-new', claim)
    await expect(client.publishAsync('keg/berlin/keg-new/pours', '{}', { qos: 1 })).rejects.toThrow()
  }, WAIT_MS)
})

describe('a keg that renews its certificate', () => {
  it('by a job goes by the new one, and the former is gone', async () => {
    await listKeg('keg-old')
    const before = await claimed('keg-old')
    const keg = await connect('keg-old', before.credentials)
    const { thingArn = '' } = await cloud.iot.call('DescribeThing', { thingName: 'keg-old' })
    await cloud.iot.call('CreateJob', { jobId: 'rotate-1', targets: [thingArn], jobTemplateArn: output('RotationJobTemplateArn') })
    expect(await ask(keg, '$aws/things/keg-old/jobs/start-next', {})).toMatchObject({
      execution: { jobId: 'rotate-1', jobDocument: { kind: 'rotateCertificate', template: output('RenewalTemplateName') } },
    })
    const after = await provisioned({ client: keg, template: 'RenewalTemplateName', SerialNumber: 'keg-old' })
    expect(after.answer).toMatchObject({ thingName: 'keg-old' })
    const renewed = await connect('keg-old', after.credentials)
    await ask(renewed, '$aws/things/keg-old/jobs/rotate-1/update', {
      status: 'SUCCEEDED', statusDetails: { certificateId: after.certificateId },
    })
    await seen(() => cloud.iot.call('ListThingPrincipals', { thingName: 'keg-old' }), (it) =>
      it.toMatchObject({ principals: [expect.stringContaining(`cert/${after.certificateId}`)] }))
    await seen(() => cloud.iot.call('DescribeCertificate', { certificateId: before.certificateId }).catch(({ name }) => name), (it) =>
      it.toBe('ResourceNotFoundException'))
    await expect(connect('keg-old', before.credentials)).rejects.toThrow()
    expect((await connect('keg-old', after.credentials)).connected).toBe(true)
    expect(await cloud.iot.call('DescribeThing', { thingName: 'keg-old' })).toMatchObject({ attributes: { siteId: 'berlin' } })
  }, 60_000)

  it('may do so for itself alone', async () => {
    await Promise.all([listKeg('keg-thief'), listKeg('keg-victim')])
    await claimed('keg-victim')
    const { credentials } = await claimed('keg-thief')
    const client = await connect('keg-thief', credentials)
    const { answer } = await provisioned({ client, template: 'RenewalTemplateName', SerialNumber: 'keg-victim' })
    expect(answer).toMatchObject({ statusCode: 403, errorCode: 'AccessDenied' })
    expect(refusals().at(-1)).toContain('another than the keg')
  }, WAIT_MS)
})

describe('kegs by their own program, from claim to revocation', () => {
  const third = 'keg-life-3'
  const ids = ['keg-life-1', 'keg-life-2', third]
  let kegs: FleetKegs
  beforeAll(async () => {
    for (const kegId of ids) await listKeg(kegId)
    kegs = stack.use(await startFleetKegs(cloud, output, ids, claim))
  }, LIFE_MS)
  beforeEach(({ onTestFailed }) => onTestFailed(() => console.log(kegs.log.join('\n'))))

  /** A job of a template, or with a document of its own and all else of the template: AWS takes no two of them. */
  async function newJob(jobId: string, template: string, document?: object) {
    const jobTemplateArn = output(template)
    const described = await cloud.iot.call('DescribeJobTemplate', { jobTemplateId: jobTemplateArn.split('/')[1] ?? '' })
    const { abortConfig, jobExecutionsRolloutConfig, jobExecutionsRetryConfig, presignedUrlConfig, timeoutConfig } = described
    await cloud.iot.call('CreateJob', {
      jobId, targets: ids.map((kegId) => `arn:aws:iot:${cloud.region}:${cloud.iot.accountId}:thing/${kegId}`),
      ...(document === undefined ? { jobTemplateArn } : {
        document: JSON.stringify(document), abortConfig, jobExecutionsRolloutConfig, jobExecutionsRetryConfig, presignedUrlConfig,
        timeoutConfig,
      }),
    })
  }
  const jobOf = async (jobId: string) => (await cloud.iot.call('DescribeJob', { jobId })).job
  const executionOf = async (jobId: string, thingName: string) =>
    (await cloud.iot.call('DescribeJobExecution', { jobId, thingName })).execution
  const reportedOf = async (kegId: string) => {
    const { payload } = await cloud.iot.call('GetThingShadow', { thingName: kegId })
    return (JSON.parse(new TextDecoder().decode(payload)) as { state: { reported?: object } }).state.reported
  }
  const certificateOf = async (kegId: string) => {
    const { principals = [] } = await cloud.iot.call('ListThingPrincipals', { thingName: kegId })
    return principals.map((principal) => principal.split('/')[1] ?? '')
  }

  it('come by their claim, and pour', async () => {
    const provisionedIds = () => kegs.log.flatMap((line) => /^(\S+): provisioned/.exec(line)?.[1] ?? []).sort()
    await seen(provisionedIds, (it) => it.toEqual(ids))
    await seen(() => kegs.pours.size, (it) => it.toBeGreaterThan(3))
  }, LIFE_MS)

  it('take settings, and a good firmware', async () => {
    await newJob('life-settings', 'SettingsJobTemplateArn', { kind: 'settings', settings: { targetCelsius: 3 } })
    await newJob('life-good', 'FirmwareJobTemplateArn', await kegs.firmware('1.3.0', await builtFirmware('1.3.0')))
    await seen(() => jobOf('life-good'), (it) =>
      it.toMatchObject({ status: 'COMPLETED', jobProcessDetails: { numberOfSucceededThings: 3 } }))
    expect(await jobOf('life-settings')).toMatchObject({ jobProcessDetails: { numberOfSucceededThings: 3 } })
    for (const kegId of ids) expect(await reportedOf(kegId)).toMatchObject({ firmware: '1.3.0', targetCelsius: 3 })
  }, LIFE_MS)

  it('take a bad firmware back, and its campaign aborts', async () => {
    const bad = `export const version = '1.4.0'\nexport const startProgram = () => { throw new Error('no beer today') }\n`
    await newJob('life-bad', 'FirmwareJobTemplateArn', await kegs.firmware('1.4.0', new TextEncoder().encode(bad)))
    await seen(() => jobOf('life-bad'), (it) => it.toMatchObject({ status: 'CANCELED' }))
    const ends = await Promise.all(ids.map((kegId) => executionOf('life-bad', kegId)))
    expect(ends).toContainEqual(expect.objectContaining({
      status: 'FAILED', statusDetails: { detailsMap: { version: '1.4.0', reason: 'no beer today' } },
    }))
    const before = kegs.pours.size
    await seen(() => kegs.pours.size, (it) => it.toBeGreaterThan(before + 3))
    for (const kegId of ids) expect(await reportedOf(kegId)).toMatchObject({ firmware: '1.3.0' })
  }, LIFE_MS)

  it('renew their certificates, and the former ones are gone', async () => {
    const before = await Promise.all(ids.map(certificateOf))
    await newJob('rotate-life', 'RotationJobTemplateArn')
    await seen(() => jobOf('rotate-life'), (it) =>
      it.toMatchObject({ status: 'COMPLETED', jobProcessDetails: { numberOfSucceededThings: 3 } }))
    for (const [index, kegId] of ids.entries()) {
      const { statusDetails } = (await executionOf('rotate-life', kegId)) ?? {}
      await seen(() => certificateOf(kegId), (it) => it.toEqual([statusDetails?.detailsMap?.['certificateId']]))
      expect(before[index]).not.toContain(statusDetails?.detailsMap?.['certificateId'])
    }
  }, LIFE_MS)

  it('have lost no pour on the way', async () => {
    await newJob('life-closed', 'SettingsJobTemplateArn', { kind: 'settings', settings: { valve: 'closed' } })
    await seen(() => jobOf('life-closed'), (it) => it.toMatchObject({ status: 'COMPLETED' }))
    const inLedger = async () => {
      let totalMl = 0
      const own = listAll<{ kegId: string; totalMl: number }>(output('ApiUrl').replace(/\/$/, ''), '/kegs')
      for await (const keg of own) if (ids.includes(keg.kegId)) totalMl += keg.totalMl
      return totalMl
    }
    const total = (pours: ReadonlyMap<string, number>) => [...pours.values()].reduce((sum, ml) => sum + ml, 0)
    await seen(async () => ({ arrived: total(kegs.pours), ledger: await inLedger(), metered: await kegs.meteredMl() }), (it) =>
      it.toSatisfy(({ arrived, ledger, metered }) => arrived === metered && ledger === metered))
  }, LIFE_MS)

  it('are cut off where a certificate is revoked', async () => {
    const reasons: unknown[] = []
    stack.defer(cloud.iot.subscribe(`$aws/events/presence/disconnected/${third}`, ({ payload }) =>
      reasons.push((JSON.parse(new TextDecoder().decode(payload)) as { disconnectReason: unknown }).disconnectReason)))
    // Who only loses its connection comes back.
    const before = kegs.log.length
    await cloud.iot.call('DeleteConnection', { clientId: third })
    await seen(() => reasons, (it) => it.toEqual(['API_INITIATED_DISCONNECT']))
    await seen(() => kegs.log.slice(before), (it) => it.toContain(`${third}: connected`))
    const [certificateId = ''] = await certificateOf(third)
    await cloud.iot.call('UpdateCertificate', { certificateId, newStatus: 'INACTIVE' })
    // AWS IoT takes minutes for it, this core none.
    await cloud.iot.call('DeleteConnection', { clientId: third }).catch(({ name }) => expect(name).toBe('ResourceNotFoundException'))
    await seen(() => reasons[1], (it) => it.toBe('SERVER_INITIATED_DISCONNECT'))
    // It tries, and is not let in.
    await seen(() => kegs.log.filter((line) => line.startsWith(`${third}: `)).at(-1), (it) => it.toMatch(/: not connected/))
  }, LIFE_MS)
})
