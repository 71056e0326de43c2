import { X509Certificate } from 'node:crypto'
import {
  AttachPolicyCommand, CreateCertificateFromCsrCommand, CreatePolicyCommand, DeleteCACertificateCommand, DeleteRegistrationCodeCommand,
  DescribeCACertificateCommand, DescribeCertificateCommand, GetRegistrationCodeCommand, ListCACertificatesCommand,
  ListCertificatesByCACommand, ListCertificatesCommand, RegisterCACertificateCommand, RegisterCertificateCommand,
  RegisterCertificateWithoutCACommand, UpdateCACertificateCommand, type IoTClient,
} from '@aws-sdk/client-iot'
import mqtt from 'mqtt'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, invalid, missing, taken } from './error-of.ts'
import { ownCertificate, signingRequest, type OwnCertificate } from './own-certificates.ts'
import { kegPolicy, startIot } from './start-iot.ts'

let started: Awaited<ReturnType<typeof startIot>>
let control: IoTClient
let brewery: OwnCertificate
beforeAll(async () => {
  started = await startIot()
  control = started.control
  brewery = await ownCertificate('CN=Brewery CA', { isCa: true })
  await control.send(new CreatePolicyCommand({ policyName: 'all', policyDocument: kegPolicy() }))
})
afterAll(() => started[Symbol.asyncDispose]())

const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
const idOf = (pem: string) => new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase()
const unreadable = { name: 'CertificateValidationException', status: 400 }
const wrongState = { name: 'CertificateStateException', status: 406 }

/** Connects with the certificate, its policies attached. */
async function connects(cert: string, key: string): Promise<boolean> {
  await control.send(new AttachPolicyCommand({ policyName: 'all', target: arn(`cert/${idOf(cert)}`) }))
  const client = await mqtt.connectAsync(started.iot.endpoints.mqtts, {
    clientId: 'keg', cert, key, ca: readFileSync(started.iot.caFile), reconnectPeriod: 0,
  })
  await client.endAsync()
  return true
}

describe('a certificate for a signing request', () => {
  it('has its subject and key, and is good to connect with', async () => {
    const { pem, keyPem } = await signingRequest('CN=keg-1, O=Bar')
    const created = await control.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: pem, setAsActive: true }))
    const { certificatePem = '' } = created
    expect(created).toMatchObject({ certificateId: idOf(certificatePem), certificateArn: arn(`cert/${idOf(certificatePem)}`) })
    expect(new X509Certificate(certificatePem).subject.split('\n').sort()).toEqual(['CN=keg-1', 'O=Bar'])
    expect(await connects(certificatePem, keyPem)).toBe(true)
    const again = await control.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: pem }))
    expect(again.certificateId).not.toBe(created.certificateId)
  })
  it.each([
    { what: 'P-384', algorithm: { name: 'ECDSA', namedCurve: 'P-384' }, error: undefined },
    {
      what: 'RSA of 2048 bits',
      algorithm: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 },
      error: undefined,
    },
    {
      what: 'RSA of 1024 bits',
      algorithm: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 1024 },
      error: invalid,
    },
  ])('can be of $what', async ({ algorithm, error }) => {
    const { pem } = await signingRequest('CN=keg', algorithm)
    const result = await errorOf(control.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: pem })))
    if (error === undefined) expect(result).toBe('no error')
    else expect(result).toMatchObject(error)
  })
  it.each(['what?', '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----'])('is refused for %j', async (text) => {
    expect(await errorOf(control.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: text })))).toMatchObject(invalid)
  })
  it('is refused where somebody else signed it', async () => {
    const { pem } = await signingRequest('CN=keg')
    const bytes = Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    const forged = `-----BEGIN CERTIFICATE REQUEST-----\n${bytes.toString('base64')}\n-----END CERTIFICATE REQUEST-----`
    expect(await errorOf(control.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: forged })))).toMatchObject(invalid)
  })
})

describe('CA certificates', () => {
  it('are registered by who has their key', async () => {
    const code = (await control.send(new GetRegistrationCodeCommand({}))).registrationCode
    expect(code).toMatch(/^[0-9a-f]{64}$/)
    expect((await control.send(new GetRegistrationCodeCommand({}))).registrationCode).toBe(code)
    const register = (verificationCertificate: string | undefined) => control.send(new RegisterCACertificateCommand({
      caCertificate: brewery.pem, verificationCertificate, setAsActive: true, tags: [{ Key: 'a', Value: 'b' }],
    }))
    expect(await errorOf(register(undefined))).toMatchObject(invalid)
    expect(await errorOf(register((await ownCertificate('CN=guess', { issuer: brewery })).pem))).toMatchObject({
      name: 'RegistrationCodeValidationException', status: 400,
    })
    expect(await errorOf(register((await ownCertificate(`CN=${code}`)).pem))).toMatchObject(unreadable)
    const verification = (await ownCertificate(`CN=${code}`, { issuer: brewery })).pem
    expect(await register(verification)).toMatchObject({
      certificateId: idOf(brewery.pem), certificateArn: arn(`cacert/${idOf(brewery.pem)}`),
    })
    expect(await errorOf(register(verification))).toMatchObject(taken)
    expect((await control.send(new DescribeCACertificateCommand({ certificateId: idOf(brewery.pem) }))).certificateDescription)
      .toMatchObject({
        status: 'ACTIVE', certificatePem: brewery.pem, certificateMode: 'DEFAULT', autoRegistrationStatus: 'DISABLE',
        ownedBy: '123456789012',
      })
    await control.send(new DeleteRegistrationCodeCommand({}))
    expect(await errorOf(control.send(new DeleteRegistrationCodeCommand({})))).toMatchObject(missing)
  })
  it('of SNI_ONLY mode need no proof', async () => {
    const ca = await ownCertificate('CN=Another CA', { isCa: true })
    const register = (more: object) =>
      control.send(new RegisterCACertificateCommand({ caCertificate: ca.pem, certificateMode: 'SNI_ONLY', ...more }))
    expect(await errorOf(register({ verificationCertificate: ca.pem }))).toMatchObject(invalid)
    await register({ allowAutoRegistration: true })
    const certificateId = idOf(ca.pem)
    expect((await control.send(new ListCACertificatesCommand({}))).certificates).toHaveLength(2)
    await control.send(new UpdateCACertificateCommand({ certificateId, newStatus: 'ACTIVE', removeAutoRegistration: true }))
    expect((await control.send(new DescribeCACertificateCommand({ certificateId }))).certificateDescription).toMatchObject({
      status: 'ACTIVE', autoRegistrationStatus: 'DISABLE', certificateMode: 'SNI_ONLY',
    })
    expect(await errorOf(control.send(new DeleteCACertificateCommand({ certificateId })))).toMatchObject(wrongState)
    await control.send(new UpdateCACertificateCommand({ certificateId, newStatus: 'INACTIVE' }))
    await control.send(new DeleteCACertificateCommand({ certificateId }))
    expect(await errorOf(control.send(new DescribeCACertificateCommand({ certificateId })))).toMatchObject(missing)
  })
  it('are refused when they are none', async () => {
    const device = await ownCertificate('CN=device')
    const old = await ownCertificate('CN=old', { isCa: true, validDays: -1 })
    for (const caCertificate of [device.pem, old.pem, 'what?']) {
      expect(await errorOf(control.send(new RegisterCACertificateCommand({ caCertificate, certificateMode: 'SNI_ONLY' }))))
        .toMatchObject(unreadable)
    }
  })
})

describe('own certificates', () => {
  const register = (certificatePem: string, more: object = {}) => control.send(new RegisterCertificateCommand({ certificatePem, ...more }))
  it('are registered under the CA that signed them', async () => {
    const keg = await ownCertificate('CN=keg-2', { issuer: brewery })
    expect(await register(keg.pem, { status: 'ACTIVE' })).toMatchObject({
      certificateId: idOf(keg.pem), certificateArn: arn(`cert/${idOf(keg.pem)}`),
    })
    expect(await errorOf(register(keg.pem))).toMatchObject(taken)
    expect((await control.send(new DescribeCertificateCommand({ certificateId: idOf(keg.pem) }))).certificateDescription).toMatchObject({
      caCertificateId: idOf(brewery.pem), certificateMode: 'DEFAULT', status: 'ACTIVE',
    })
    expect(await connects(keg.pem, keg.keyPem)).toBe(true)
    expect((await control.send(new ListCertificatesByCACommand({ caCertificateId: idOf(brewery.pem) }))).certificates)
      .toMatchObject([{ certificateId: idOf(keg.pem) }])
  })
  it('are registered without a CA', async () => {
    const keg = await ownCertificate('CN=keg-3')
    await control.send(new RegisterCertificateWithoutCACommand({ certificatePem: keg.pem, status: 'ACTIVE' }))
    expect((await control.send(new DescribeCertificateCommand({ certificateId: idOf(keg.pem) }))).certificateDescription).toMatchObject({
      certificateMode: 'SNI_ONLY', status: 'ACTIVE',
    })
    expect(await connects(keg.pem, keg.keyPem)).toBe(true)
  })
  it('are listed, the newest first', async () => {
    const all = (await control.send(new ListCertificatesCommand({ ascendingOrder: true }))).certificates ?? []
    const times = all.map(({ creationDate }) => Number(creationDate))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    const newest = await control.send(new ListCertificatesCommand({ pageSize: 1 }))
    expect(newest.certificates).toHaveLength(1)
    expect(newest.nextMarker).toBeDefined()
    expect(newest.certificates?.[0]?.creationDate).toEqual(all.at(-1)?.creationDate)
  })
  it('are refused', async () => {
    const foreign = await ownCertificate('CN=foreign')
    const old = await ownCertificate('CN=old', { issuer: brewery, validDays: -1 })
    const keg = await ownCertificate('CN=keg-4', { issuer: brewery })
    expect(await errorOf(register(foreign.pem))).toMatchObject(unreadable)
    expect(await errorOf(register(old.pem))).toMatchObject(unreadable)
    expect(await errorOf(register('what?'))).toMatchObject(unreadable)
    expect(await errorOf(register(keg.pem, { caCertificatePem: foreign.pem }))).toMatchObject(unreadable)
    expect(await errorOf(register(keg.pem, { status: 'PENDING_TRANSFER' }))).toMatchObject(invalid)
    await control.send(new UpdateCACertificateCommand({ certificateId: idOf(brewery.pem), newStatus: 'INACTIVE' }))
    expect(await errorOf(register(keg.pem))).toMatchObject(wrongState)
  })
})
