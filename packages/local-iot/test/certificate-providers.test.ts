import { X509Certificate } from 'node:crypto'
import {
  CreateCertificateFromCsrCommand, CreateCertificateProviderCommand, DeleteCertificateProviderCommand, DescribeCertificateProviderCommand,
  ListCertificateProvidersCommand, ListTagsForResourceCommand, TagResourceCommand, UpdateCertificateProviderCommand,
} from '@aws-sdk/client-iot'
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusalOf } from './error-of.ts'
import { ask, connect, contents, openFleet, pendingCertificate, provisionTopic, type Claim } from './fleet.ts'
import { movedClock } from './moved-clock.ts'
import { ownCertificate, signed, signingRequest, type OwnCertificate } from './own-certificates.ts'
import { startIot } from './start-iot.ts'

const lambdaFunctionArn = 'arn:aws:lambda:us-east-1:123456789012:function:sign'
const otherArn = 'arn:aws:lambda:us-east-1:123456789012:function:sign-better'
const accountDefaultForOperations = ['CreateCertificateFromCsr' as const]
const certificateProviderArn = 'arn:aws:iot:us-east-1:123456789012:certificateprovider:pki'
const create = (input: object = {}) => started.control.send(new CreateCertificateProviderCommand({
  certificateProviderName: 'pki', lambdaFunctionArn, accountDefaultForOperations, ...input,
}))
const byName = { certificateProviderName: 'pki' }
const none = { certificateProviderName: 'none' }
const missing = { name: 'ResourceNotFoundException', status: 404 }
const invalid = { name: 'InvalidRequestException', status: 400 }

const clock = movedClock()
const asked: [functionArn: string, event: unknown][] = []
let answers: (request: string) => unknown
let started: Awaited<ReturnType<typeof startIot>>
let claim: Claim
let client: MqttClient
let ca: OwnCertificate
beforeAll(async () => {
  ca = await ownCertificate('CN=Keg PKI', { isCa: true })
  started = await startIot({
    clock,
    invokeFunction: async (functionArn, event) => {
      asked.push([functionArn, event])
      return answers((event as { certificateSigningRequest: string }).certificateSigningRequest)
    },
  })
  claim = await openFleet(started.iot)
  client = await connect(started.iot, claim, 'claim-1')
})
afterAll(async () => {
  await client.endAsync()
  await started[Symbol.asyncDispose]()
})
beforeEach(async () => {
  asked.length = 0
  answers = async (request) => ({ certificatePem: await signed(request, ca) })
  const { certificateProviders = [] } = await started.iot.call('ListCertificateProviders', {})
  for (const { certificateProviderName = '' } of certificateProviders)
    await started.iot.call('DeleteCertificateProvider', { certificateProviderName })
})

// provisioning-cert-provider.html
describe('a certificate provider', () => {
  it('signs what a device asks for, who then connects by that certificate', async () => {
    await create()
    const { pem, keyPem } = await signingRequest('CN=keg-9')
    const { body } = await ask(client, '$aws/certificates/create-from-csr', { certificateSigningRequest: pem })
    expect(asked).toEqual([
      [lambdaFunctionArn, { certificateSigningRequest: pem, principalId: claim.certificateId, clientId: 'claim-1' }],
    ])
    const { certificateOwnershipToken, certificatePem: cert = '', certificateId = '' } = body
    const { issuer, subject, fingerprint256 } = new X509Certificate(cert)
    expect([issuer, subject]).toEqual(['CN=Keg PKI', 'CN=keg-9'])
    expect(certificateId).toBe(fingerprint256.replaceAll(':', '').toLowerCase())
    expect(await ask(client, provisionTopic(), { certificateOwnershipToken, parameters: { Serial: '9' } })).toMatchObject({
      kind: 'accepted', body: { thingName: 'keg-9' },
    })
    const keg = await connect(started.iot, { cert, key: keyPem, ca: claim.ca }, 'keg-9')
    await keg.endAsync()
  })
  it('is asked by its new function once it is updated, and not at all once it is gone', async () => {
    await create()
    await started.control.send(new UpdateCertificateProviderCommand({ ...byName, lambdaFunctionArn: otherArn }))
    await pendingCertificate(client)
    expect(asked).toMatchObject([[otherArn, {}]])
    await started.control.send(new DeleteCertificateProviderCommand(byName))
    const { cert } = await pendingCertificate(client)
    expect([asked.length, new X509Certificate(cert).issuer]).toEqual([1, expect.stringContaining('Keg local IoT CA')])
  })
  it('is for the MQTT API: the operation of that name signs by AWS’s CA', async () => {
    await create()
    const { pem } = await signingRequest('CN=keg')
    const { certificatePem = '' } = await started.control.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: pem }))
    expect([asked, new X509Certificate(certificatePem).issuer]).toEqual([[], expect.stringContaining('Keg local IoT CA')])
  })
  it.each<[string, typeof answers, RegExp]>([
    ['fails', () => Promise.reject(new Error('no such key')), /certificate provider failed: no such key/],
    ['answers nothing', () => undefined, /answered no certificatePem/],
    ['answers a number', () => ({ certificatePem: 1 }), /answered no certificatePem/],
    ['answers a request', (request) => ({ certificatePem: request }), /that is no certificate/],
    ['takes longer than 5 s', () => {
      queueMicrotask(() => clock.advance(5000))
      return new Promise(() => undefined)
    }, /no answer within 5000 ms/],
  ])('whose function %s refuses the device, and leaves nothing', async (_, answer, log) => {
    await create()
    answers = answer
    const before = await contents(started.iot)
    const { pem } = await signingRequest('CN=keg')
    expect(await ask(client, '$aws/certificates/create-from-csr', { certificateSigningRequest: pem })).toEqual({
      kind: 'rejected', body: { statusCode: 403, errorCode: 'AccessDenied', errorMessage: 'Access Denied' },
    })
    expect(await contents(started.iot)).toEqual(before)
    expect(started.log.findLast(({ event }) => event === 'provisioning-refused')?.message).toMatch(log)
  })
  it('is not asked for what is no signing request', async () => {
    await create()
    expect(await ask(client, '$aws/certificates/create-from-csr', { certificateSigningRequest: 'what?' })).toMatchObject({
      kind: 'rejected', body: { statusCode: 400, errorCode: 'InvalidCertificateSigningRequest' },
    })
    expect(asked).toEqual([])
  })
})

describe('the operations', () => {
  it('create, describe, list, update, tag and delete', async () => {
    const { control } = started
    expect(await create({ tags: [{ Key: 'a', Value: 'b' }] })).toMatchObject({ ...byName, certificateProviderArn })
    expect(await control.send(new DescribeCertificateProviderCommand(byName))).toMatchObject({
      ...byName, certificateProviderArn, lambdaFunctionArn, accountDefaultForOperations, creationDate: expect.any(Date),
      lastModifiedDate: expect.any(Date),
    })
    expect((await control.send(new ListCertificateProvidersCommand({}))).certificateProviders)
      .toEqual([{ ...byName, certificateProviderArn }])
    await control.send(new TagResourceCommand({ resourceArn: certificateProviderArn, tags: [{ Key: 'c', Value: 'd' }] }))
    expect((await control.send(new ListTagsForResourceCommand({ resourceArn: certificateProviderArn }))).tags).toHaveLength(2)
    expect(await control.send(new UpdateCertificateProviderCommand({ ...byName, lambdaFunctionArn: otherArn })))
      .toMatchObject({ ...byName, certificateProviderArn })
    expect(await control.send(new DescribeCertificateProviderCommand(byName))).toMatchObject({
      lambdaFunctionArn: otherArn, accountDefaultForOperations,
    })
    await control.send(new DeleteCertificateProviderCommand(byName))
    expect((await control.send(new ListCertificateProvidersCommand({}))).certificateProviders).toEqual([])
  })
  it.each<[string, () => Promise<unknown>, { name: string; status: number }]>([
    ['a name that is taken', () => create(), { name: 'ResourceAlreadyExistsException', status: 409 }],
    ['a second', () => create({ certificateProviderName: 'pki-2' }), { name: 'LimitExceededException', status: 410 }],
    ['no function', () => create({ certificateProviderName: 'x', lambdaFunctionArn: 'sign' }), invalid],
    ['another operation', () => create({ certificateProviderName: 'x', accountDefaultForOperations: ['CreateThing'] }), invalid],
    ['an update to no function', () => started.control.send(new UpdateCertificateProviderCommand({ ...byName, lambdaFunctionArn: 'x' })), invalid],
    ['reading none', () => started.control.send(new DescribeCertificateProviderCommand(none)), missing],
    ['an update of none', () => started.control.send(new UpdateCertificateProviderCommand(none)), missing],
    ['deleting none', () => started.control.send(new DeleteCertificateProviderCommand(none)), missing],
  ])('refuse %s', async (_, work, refusal) => {
    await create()
    expect(await refusalOf(work())).toEqual(refusal)
  })
})
