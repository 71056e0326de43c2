import 'reflect-metadata'
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { runAssembly, type CloudLogEntry, type RunningCloud } from '@keg/local-cloud'
import { outputsOf } from '@keg/system'
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509'
import mqtt, { type MqttClient } from 'mqtt'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seen } from './away-keg.ts'

// How kegs come with the claim of their batch, and renew their certificates: on the deployed template, its functions held to their roles.

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const WAIT_MS = 30_000
const stack = new AsyncDisposableStack()
const log: CloudLogEntry[] = []
let cloud: RunningCloud
let dynamoDb: DynamoDBClient
let claim: Credentials
/** The id of its certificate. */
let claimCertificateId: string

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
  const { certificateId, ...made } = await claimOfBatch()
  claim = made
  claimCertificateId = certificateId
}, 120_000)
afterAll(() => stack.disposeAsync(), 30_000)

/** A claim that many kegs may come with. */
async function claimOfBatch(): Promise<Credentials & { readonly certificateId: string }> {
  const made = await cloud.iot.call('CreateKeysAndCertificate', { setAsActive: true })
  await cloud.iot.call('AttachPolicy', { policyName: output('ClaimPolicyName'), target: made.certificateArn })
  return { cert: made.certificatePem ?? '', key: made.keyPair?.PrivateKey ?? '', certificateId: made.certificateId ?? '' }
}

const listKeg = (serial: string, state = 'listed') => dynamoDb.send(new PutItemCommand({
  TableName: output('SerialsTableName'),
  Item: {
    serial: { S: serial }, siteId: { S: 'berlin' }, batch: { S: 'b-1' }, state: { S: state }, claimCertificateId: { S: claimCertificateId },
  },
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
const claimed = async (SerialNumber: string, { clientId = `claim-${SerialNumber}`, commonName = SerialNumber, by = claim } = {}) =>
  provisioned({ client: await connect(clientId, by), template: 'ProvisioningTemplateName', SerialNumber, commonName })

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

  it('may claim again while it has said nothing, when its former certificate goes, and not once it is in use', async () => {
    await listKeg('keg-cut')
    const former = await claimed('keg-cut')
    const connected = await connect('keg-cut', former.credentials)
    const ended = new Promise<void>((resolve) => void connected.once('close', () => resolve()))
    const { answer, certificateId, credentials } = await claimed('keg-cut')
    expect(answer).toMatchObject({ thingName: 'keg-cut' })
    await ended
    await expect(connect('keg-cut', former.credentials)).rejects.toThrow()
    expect(await cloud.iot.call('ListThingPrincipals', { thingName: 'keg-cut' }))
      .toMatchObject({ principals: [expect.stringContaining(`cert/${certificateId}`)] })
    await ask(await connect('keg-cut', credentials), '$aws/things/keg-cut/shadow/update', { state: { reported: { valve: 'open' } } })
    expect((await claimed('keg-cut')).answer).toMatchObject({ statusCode: 403, errorCode: 'AccessDenied' })
    expect(refusals().at(-1)).toContain('in use')
  }, WAIT_MS)

  it('whose certificate was revoked comes again once it is listed anew', async () => {
    await listKeg('keg-found')
    const lost = await claimed('keg-found')
    await cloud.iot.call('UpdateCertificate', { certificateId: lost.certificateId, newStatus: 'REVOKED' })
    await listKeg('keg-found')
    const { answer, certificateId } = await claimed('keg-found')
    expect(answer).toMatchObject({ thingName: 'keg-found' })
    expect(await cloud.iot.call('ListThingPrincipals', { thingName: 'keg-found' }))
      .toMatchObject({ principals: [expect.stringContaining(`cert/${certificateId}`)] })
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

  it('by the claim of another batch is refused', async () => {
    await listKeg('keg-may')
    expect((await claimed('keg-may', { by: await claimOfBatch() })).answer).toMatchObject({ statusCode: 403, errorCode: 'AccessDenied' })
    expect(refusals().at(-1)).toContain('another claim')
  }, WAIT_MS)

  it('has a claim that reads no request of another', async () => {
    const client = await connect('claim-keg-spy', claim)
    const requests = ['$aws/certificates/create-from-csr/json', `$aws/provisioning-templates/${output('ProvisioningTemplateName')}/provision/json`]
    for (const topic of requests) await expect(client.subscribeAsync(topic, { qos: 1 })).rejects.toThrow()
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

  it('without a job is refused, as whoever has copied its key', async () => {
    await listKeg('keg-calm')
    const { credentials, certificateId } = await claimed('keg-calm')
    const client = await connect('keg-calm', credentials)
    const { answer } = await provisioned({ client, template: 'RenewalTemplateName', SerialNumber: 'keg-calm' })
    expect(answer).toMatchObject({ statusCode: 403, errorCode: 'AccessDenied' })
    expect(refusals().at(-1)).toContain('no job')
    expect(await cloud.iot.call('ListThingPrincipals', { thingName: 'keg-calm' }))
      .toMatchObject({ principals: [expect.stringContaining(`cert/${certificateId}`)] })
  }, WAIT_MS)

  it('that was cut off twice goes on by itself', async () => {
    await listKeg('keg-patient')
    const { credentials, certificateId } = await claimed('keg-patient')
    const client = await connect('keg-patient', credentials)
    const { thingArn = '' } = await cloud.iot.call('DescribeThing', { thingName: 'keg-patient' })
    await cloud.iot.call('CreateJob', { jobId: 'rotate-2', targets: [thingArn], jobTemplateArn: output('RotationJobTemplateArn') })
    const renewed = () => provisioned({ client, template: 'RenewalTemplateName', SerialNumber: 'keg-patient' })
    await renewed()
    await renewed()
    const last = await renewed()
    expect(last.answer).toMatchObject({ thingName: 'keg-patient' })
    const { principals = [] } = await cloud.iot.call('ListThingPrincipals', { thingName: 'keg-patient' })
    expect(principals.map((arn) => arn.split('/')[1]).sort()).toEqual([certificateId, last.certificateId].sort())
    expect(client.connected).toBe(true)
  }, WAIT_MS)

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
