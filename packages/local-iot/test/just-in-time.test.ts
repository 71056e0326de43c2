import { X509Certificate } from 'node:crypto'
import { connect as connectTls } from 'node:tls'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalMessage } from '../src/index.ts'
import { connect, fleetTemplate, provisioningRoleArn, refused } from './fleet.ts'
import { ownCertificate, type OwnCertificate } from './own-certificates.ts'
import { kegPolicy, provision, startIot, until } from './start-iot.ts'

let started: Awaited<ReturnType<typeof startIot>>
let brewery: OwnCertificate
let ca: string
beforeAll(async () => {
  started = await startIot({ ports: { alpn: 0 } })
  brewery = await ownCertificate('CN=Brewery CA', { isCa: true })
  ca = (await provision(started.iot, 'any')).ca
  await started.iot.call('CreatePolicy', { policyName: 'kegs', policyDocument: kegPolicy() })
  await started.iot.call('CreateThingGroup', { thingGroupName: 'kegs' })
  await register(brewery)
})
afterAll(() => started[Symbol.asyncDispose]())

const idOf = (pem: string) => new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase()
const arnOf = (pem: string) => `arn:aws:iot:us-east-1:123456789012:cert/${idOf(pem)}`
const register = ({ pem }: OwnCertificate, more: object = {}) =>
  started.iot.call('RegisterCACertificate', {
    caCertificate: pem, certificateMode: 'SNI_ONLY', setAsActive: true, allowAutoRegistration: true, ...more,
  })
/** What a device of the CA connects with: its certificate and the CA's, in one file. */
async function device(subject: string, issuer = brewery) {
  const { pem, keyPem } = await ownCertificate(subject, { issuer })
  return { pem, id: idOf(pem), cert: `${pem}\n${issuer.pem}`, key: keyPem, ca }
}
const describeCertificate = async (certificateId: string) =>
  (await started.iot.call('DescribeCertificate', { certificateId })).certificateDescription
const logged = (event: string) => started.log.filter((entry) => entry.event === event).map(({ message }) => message)

/** The events of a CA's certificates while `work` runs. */
async function events(issuer: OwnCertificate, work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const messages: LocalMessage[] = []
  const stop = started.iot.subscribe('$aws/events/certificates/registered/+', (message) => messages.push(message))
  await work()
  stop()
  return messages.map(({ topic, payload }) => {
    expect(topic).toBe(`$aws/events/certificates/registered/${idOf(issuer.pem)}`)
    return JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown>
  })
}

// auto-register-device-cert.html, and as measured on AWS.
describe('just-in-time registration', () => {
  it.each([4, 5] as const)('registers an unknown certificate of the CA by its first CONNECT, protocol version %i', async (version) => {
    const keg = await device(`CN=keg-${version}`)
    const registered = await events(brewery, () => refused(started.iot, keg, 'first', version))
    expect(registered).toEqual([{
      certificateId: keg.id, caCertificateId: idOf(brewery.pem), timestamp: expect.any(Number), certificateStatus: 'PENDING_ACTIVATION',
      awsAccountId: '123456789012', certificateRegistrationTimestamp: null,
    }])
    expect(await describeCertificate(keg.id)).toMatchObject({
      status: 'PENDING_ACTIVATION', caCertificateId: idOf(brewery.pem), certificateMode: 'SNI_ONLY',
    })
    expect(logged('connect-refused').at(-1))
      .toBe(`Connection refused: certificate ${keg.id} was registered by this connection, PENDING_ACTIVATION.`)
    expect(await events(brewery, () => refused(started.iot, keg, 'again', version))).toMatchObject([{ certificateId: keg.id }])
    await started.iot.call('AttachPolicy', { policyName: 'kegs', target: arnOf(keg.pem) })
    await started.iot.call('UpdateCertificate', { certificateId: keg.id, newStatus: 'ACTIVE' })
    const client = await connect(started.iot, keg, 'keg', version)
    await client.publishAsync('pours', '1', { qos: 1 })
    await client.endAsync()
  })

  it('needs no CA certificate in the handshake, and works on the one port with ALPN', async () => {
    const { pem, keyPem } = await ownCertificate('CN=alone', { issuer: brewery })
    const { port } = new URL(started.iot.endpoints.alpn ?? '')
    const registered = await events(brewery, () => new Promise<void>((resolve) => {
      const client = mqtt.connect(`mqtts://localhost:${port}`, {
        clientId: 'alone', cert: pem, key: keyPem, ca, ALPNProtocols: ['x-amzn-mqtt-ca'], reconnectPeriod: 0,
      })
      client.on('error', () => undefined).on('close', resolve)
    }))
    expect(registered).toMatchObject([{ certificateId: idOf(pem) }])
  })

  it('tells rules the client id', async () => {
    const seen: string[] = []
    const stop = started.iot.subscribe('seen', ({ payload }) => seen.push(Buffer.from(payload).toString()))
    const sql = 'SELECT clientid() AS client, certificateStatus FROM \'$aws/events/certificates/registered/+\''
    const roleArn = 'arn:aws:iam::123456789012:role/republish'
    await started.iot.call('CreateTopicRule', {
      ruleName: 'registered', topicRulePayload: { sql, actions: [{ republish: { topic: 'seen', roleArn } }] },
    })
    await refused(started.iot, await device('CN=ruled'), 'keg-77')
    await until(() => seen.length > 0)
    await started.iot.call('DeleteTopicRule', { ruleName: 'registered' })
    stop()
    expect(seen.map((text) => JSON.parse(text))).toEqual([{ client: 'keg-77', certificateStatus: 'PENDING_ACTIVATION' }])
  })

  it('does nothing by a TLS handshake alone', async () => {
    const keg = await device('CN=silent')
    const { hostname, port } = new URL(started.iot.endpoints.mqtts)
    const socket = connectTls({ host: hostname, port: Number(port), ca, cert: keg.cert, key: keg.key })
    await new Promise((resolve) => socket.once('secureConnect', resolve))
    await new Promise<void>((resolve) => socket.once('close', () => resolve()).end())
    await expect(describeCertificate(keg.id)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it.each<[string, (issuer: OwnCertificate) => Promise<unknown>]>([
    ['that nobody has registered', () => Promise.resolve()],
    ['that is not active', (issuer) => register(issuer, { setAsActive: false })],
    ['that registers nothing by itself', (issuer) => register(issuer, { allowAutoRegistration: false })],
  ])('registers no certificate of a CA %s', async (_, prepare) => {
    const issuer = await ownCertificate('CN=Other CA', { isCa: true })
    await prepare(issuer)
    const keg = await device('CN=other', issuer)
    expect(await events(issuer, () => refused(started.iot, keg, 'other'))).toEqual([])
    await expect(describeCertificate(keg.id)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    expect(logged('connection-refused').at(-1)).toBe(`Connection refused: certificate ${keg.id} is not registered.`)
  })

  it('registers no certificate that only names the CA', async () => {
    const impostor = await ownCertificate('CN=Brewery CA', { isCa: true })
    const keg = await device('CN=forged', impostor)
    expect(await events(brewery, () => refused(started.iot, { ...keg, cert: `${keg.pem}\n${brewery.pem}` }, 'forged'))).toEqual([])
    await expect(describeCertificate(keg.id)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it('registers no certificate that is over', async () => {
    const { pem, keyPem } = await ownCertificate('CN=old', { issuer: brewery, validDays: -1 })
    await refused(started.iot, { cert: pem, key: keyPem, ca }, 'old')
    await expect(describeCertificate(idOf(pem))).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })
})

// jit-provisioning.html
describe('just-in-time provisioning', () => {
  const names = ['CommonName', 'SerialNumber', 'Country', 'Id'].map((name) => `AWS::IoT::Certificate::${name}`)
  const templateBody = fleetTemplate(
    { thing: {
      Type: 'AWS::IoT::Thing',
      Properties: { ThingName: { Ref: names[0] }, AttributePayload: { serial: { Ref: names[1] } }, ThingGroups: ['kegs'] },
    } },
    { Parameters: Object.fromEntries(names.map((name) => [name, { Type: 'String' }])), DeviceConfiguration: undefined },
  )
  const subject = (name: string) => `CN=${name}, 2.5.4.5=S-${name}, C=DE`
  const withConfig = async (registrationConfig: object) => {
    const issuer = await ownCertificate('CN=JITP CA', { isCa: true })
    await register(issuer, { registrationConfig })
    return issuer
  }

  it('provisions by the CA\'s template: the next CONNECT gets in', async () => {
    const issuer = await withConfig({ templateBody, roleArn: provisioningRoleArn })
    const keg = await device(subject('jit-1'), issuer)
    expect(await events(issuer, () => refused(started.iot, keg, 'jit-1'))).toMatchObject([{ certificateId: keg.id }])
    expect(await describeCertificate(keg.id)).toMatchObject({ status: 'ACTIVE' })
    expect(await started.iot.call('DescribeThing', { thingName: 'jit-1' })).toMatchObject({ attributes: { serial: 'S-jit-1' } })
    const client = await connect(started.iot, keg, 'jit-1')
    await client.publishAsync('pours', '1', { qos: 1 })
    await client.endAsync()
    expect(logged('device-provisioned')).toContain(`Certificate ${keg.id} was provisioned just in time, for thing jit-1.`)
    expect((await started.iot.call('DescribeCACertificate', { certificateId: idOf(issuer.pem) })).registrationConfig).toEqual({
      templateBody, roleArn: provisioningRoleArn,
    })
  })

  it('by a template that the CA names, once it is enabled', async () => {
    await started.iot.call('CreateProvisioningTemplate', { templateName: 'jitp', type: 'JITP', templateBody, provisioningRoleArn })
    const issuer = await withConfig({ templateName: 'jitp' })
    const keg = await device(subject('jit-2'), issuer)
    await refused(started.iot, keg, 'jit-2')
    expect(logged('provisioning-refused').at(-1)).toMatch(/template jitp is not enabled/)
    await started.iot.call('UpdateProvisioningTemplate', { templateName: 'jitp', enabled: true })
    await refused(started.iot, keg, 'jit-2')
    await (await connect(started.iot, keg, 'jit-2')).endAsync()
    const { certificates } = await started.iot.call('ListCACertificates', { templateName: 'jitp' })
    expect(certificates).toMatchObject([{ certificateId: idOf(issuer.pem) }])
    await expect(started.iot.call('DeleteProvisioningTemplate', { templateName: 'jitp' }))
      .rejects.toMatchObject({ name: 'DeleteConflictException' })
    await started.iot.call('UpdateCACertificate', { certificateId: idOf(issuer.pem), removeAutoRegistration: true })
    await started.iot.call('DeleteProvisioningTemplate', { templateName: 'jitp' })
  })

  it('leaves a certificate pending whose subject has not all that the template asks for', async () => {
    const issuer = await withConfig({ templateBody, roleArn: provisioningRoleArn })
    const keg = await device('CN=jit-3, C=DE', issuer)
    await refused(started.iot, keg, 'jit-3')
    expect(await describeCertificate(keg.id)).toMatchObject({ status: 'PENDING_ACTIVATION' })
    expect(logged('provisioning-refused').at(-1)).toMatch(/parameter AWS::IoT::Certificate::SerialNumber is missing/)
    await expect(started.iot.call('DescribeThing', { thingName: 'jit-3' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it.each<[string, object, string]>([
    ['both a template and the name of one', { templateName: 'a', templateBody, roleArn: provisioningRoleArn }, 'InvalidRequestException'],
    ['neither', {}, 'InvalidRequestException'],
    ['a template without a role', { templateBody }, 'InvalidRequestException'],
    ['a template that is none', { templateBody: '{}', roleArn: provisioningRoleArn }, 'InvalidRequestException'],
    ['the name of no template', { templateName: 'nowhere' }, 'ResourceNotFoundException'],
  ])('refuses a registrationConfig with %s, and registers nothing', async (_, registrationConfig, name) => {
    const issuer = await ownCertificate('CN=Bad CA', { isCa: true })
    await expect(register(issuer, { registrationConfig })).rejects.toMatchObject({ name })
    await expect(started.iot.call('DescribeCACertificate', { certificateId: idOf(issuer.pem) }))
      .rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })
})
