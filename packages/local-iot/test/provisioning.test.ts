import deviceSdk from 'aws-iot-device-sdk-v2'
import type { MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ask, connect, contents, fleetResources, fleetTemplate, hookArn, openFleet, pendingCertificate, provisioningRoleArn, provisionTopic,
  refused, type Claim,
} from './fleet.ts'
import { movedClock } from './moved-clock.ts'
import { signingRequest } from './own-certificates.ts'
import { heard, startIot, until } from './start-iot.ts'

const clock = movedClock()
const asked: unknown[] = []
let hook: (event: { parameters: Record<string, string> }) => unknown = () => ({ allowProvisioning: true })
let started: Awaited<ReturnType<typeof startIot>>
let claim: Claim
let client: MqttClient
beforeAll(async () => {
  started = await startIot({
    clock,
    invokeFunction: async (_arn, event) => {
      asked.push(event)
      return hook(event as { parameters: Record<string, string> })
    },
  })
  claim = await openFleet(started.iot)
  const { iot } = started
  const template = (templateName: string, templateBody: string, more: object = {}) =>
    iot.call('CreateProvisioningTemplate', { templateName, templateBody, provisioningRoleArn, enabled: true, ...more })
  const { thing, certificate } = fleetResources
  const withThing = (properties: object) => fleetTemplate({ thing: { ...thing, Properties: { ...thing.Properties, ...properties } } })
  await template('hooked', fleetTemplate({}, { Parameters: { Serial: { Type: 'String' }, Name: { Type: 'String' } } }), {
    preProvisioningHook: { targetArn: hookArn },
  })
  await template('disabled', fleetTemplate(), { enabled: false })
  await template('jitp', fleetTemplate(), { type: 'JITP' })
  await template('no-group', withThing({ ThingGroups: ['kegs', 'nowhere'] }))
  await template('no-type', withThing({ ThingTypeName: 'nothing' }))
  await template('no-policy', fleetTemplate({ last: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'nowhere' } } }))
  await template('bad-policy', fleetTemplate({ last: { Type: 'AWS::IoT::Policy', Properties: { PolicyDocument: '{}' } } }))
  await template('no-certificate', fleetTemplate({ certificate: undefined }))
  await template(
    'other-certificate', fleetTemplate({ certificate: { ...certificate, Properties: { CertificateId: claim.certificateId } } }),
  )
  await template('unselected', withThing({ ThingTypeName: { 'Fn::Select': [5, { 'Fn::Split': [',', { Ref: 'Site' }] }] } }))
  client = await connect(iot, claim, 'claim')
})
afterAll(async () => {
  await client.endAsync()
  await started[Symbol.asyncDispose]()
})

const statusOf = async (certificateId: string) =>
  (await started.iot.call('DescribeCertificate', { certificateId })).certificateDescription?.status
const csr = async () => (await signingRequest('CN=keg')).pem

describe('provisioning by claim', () => {
  // fleet-provision-api.html
  it.each(['json', 'cbor'] as const)('in %s, with keys made by AWS IoT', async (format) => {
    const created = await ask(client, '$aws/certificates/create', Buffer.alloc(0), format)
    expect(created).toEqual({
      kind: 'accepted',
      body: {
        certificateId: expect.stringMatching(/^[0-9a-f]{64}$/), certificatePem: expect.stringContaining('BEGIN CERTIFICATE'),
        privateKey: expect.stringContaining('PRIVATE KEY'), certificateOwnershipToken: expect.any(String),
      },
    })
    const { certificateId = '', certificatePem: cert = '', privateKey: key = '', certificateOwnershipToken } = created.body
    expect(await statusOf(certificateId)).toBe('PENDING_ACTIVATION')
    const device = { cert, key, ca: claim.ca }
    const registered = await ask(
      client, provisionTopic(), { certificateOwnershipToken, parameters: { Serial: format, Site: 'rome' } }, format,
    )
    expect(registered).toEqual({
      kind: 'accepted', body: { deviceConfiguration: { site: 'rome', volumeMl: 30_000 }, thingName: `keg-${format}` },
    })
    expect(await statusOf(certificateId)).toBe('ACTIVE')
    expect(await started.iot.call('DescribeThing', { thingName: `keg-${format}` })).toMatchObject({ attributes: { site: 'rome' } })
    expect((await started.iot.call('ListThingGroupsForThing', { thingName: `keg-${format}` })).thingGroups)
      .toMatchObject([{ groupName: 'kegs' }])
    const keg = await connect(started.iot, device, `keg-${format}`)
    await keg.publishAsync('pours', '1', { qos: 1 })
    await keg.endAsync()
  })

  it('with a signing request, by IotIdentityClient of the device SDK over MQTT 3.1.1', async () => {
    const { iot: builders, mqtt, iotidentity } = deviceSdk
    const { hostname, port } = new URL(started.iot.endpoints.mqtts)
    const config = builders.AwsIotMqttConnectionConfigBuilder.new_mtls_builder(claim.cert, claim.key)
      .with_certificate_authority(claim.ca).with_endpoint(hostname).with_port(Number(port)).with_client_id('sdk-311')
      .with_clean_session(true).build()
    const connection = new mqtt.MqttClient().new_connection(config)
    await connection.connect()
    const identity = new iotidentity.IotIdentityClient(connection)
    const qos = mqtt.QoS.AtLeastOnce
    const created = Promise.withResolvers<deviceSdk.iotidentity.model.CreateCertificateFromCsrResponse | undefined>()
    await identity.subscribeToCreateCertificateFromCsrAccepted({}, qos, (_error, response) => created.resolve(response))
    await identity.publishCreateCertificateFromCsr({ certificateSigningRequest: await csr() }, qos)
    const { certificateOwnershipToken = '' } = await created.promise ?? {}
    const registered = Promise.withResolvers<deviceSdk.iotidentity.model.RegisterThingResponse | undefined>()
    const request = { templateName: 'kegs', certificateOwnershipToken, parameters: { Serial: 'v1' } }
    await identity.subscribeToRegisterThingAccepted(request, qos, (_error, response) => registered.resolve(response))
    await identity.publishRegisterThing(request, qos)
    expect(await registered.promise).toMatchObject({ thingName: 'keg-v1', deviceConfiguration: { site: 'berlin' } })
    const rejected = Promise.withResolvers<deviceSdk.iotidentity.model.ErrorResponse | undefined>()
    await identity.subscribeToRegisterThingRejected(request, qos, (_error, response) => rejected.resolve(response))
    await identity.publishRegisterThing(request, qos)
    expect(await rejected.promise).toMatchObject({ statusCode: 400, errorCode: 'InvalidCertificateOwnershipToken' })
    await connection.disconnect()
  })

  it('by IotIdentityClientv2 of the device SDK over MQTT 5', async () => {
    const { iot: builders, mqtt5, iotidentity } = deviceSdk
    const { hostname, port } = new URL(started.iot.endpoints.mqtts)
    const builder = builders.AwsIotMqtt5ClientConfigBuilder.newDirectMqttBuilderWithMtlsFromMemory(hostname, claim.cert, claim.key)
    builder.withCertificateAuthority(claim.ca)
    builder.withPort(Number(port))
    builder.withConnectProperties({ clientId: 'sdk-5', keepAliveIntervalSeconds: 60 })
    const connection = new mqtt5.Mqtt5Client(builder.build())
    const connected = new Promise((resolve) => connection.once('connectionSuccess', resolve))
    connection.start()
    await connected
    const identity = iotidentity.IotIdentityClientv2.newFromMqtt5(connection, {
      maxRequestResponseSubscriptions: 4, maxStreamingSubscriptions: 1, operationTimeoutInSeconds: 10,
    })
    const { certificateOwnershipToken = '', privateKey } = await identity.createKeysAndCertificate({})
    expect(privateKey).toContain('PRIVATE KEY')
    const device = await identity.registerThing({ templateName: 'kegs', certificateOwnershipToken, parameters: { Serial: 'v2' } })
    expect(device).toMatchObject({ thingName: 'keg-v2' })
    const again = identity.registerThing({ templateName: 'kegs', certificateOwnershipToken, parameters: { Serial: 'v2' } })
    await expect(again).rejects.toMatchObject({ modeledError: { statusCode: 400, errorCode: 'InvalidCertificateOwnershipToken' } })
    identity.close()
    const stopped = new Promise((resolve) => connection.once('stopped', resolve))
    connection.stop()
    await stopped
    connection.close()
  })

  it('tells nobody else, subscribed or not', async () => {
    const topic = '$aws/certificates/create-from-csr/json/accepted'
    expect(await heard(started.iot, topic, () => pendingCertificate(client))).toEqual([])
  })

  it('asks the hook, which sees the device and adds parameters', async () => {
    hook = () => ({ allowProvisioning: true, parameterOverrides: { Site: 'oslo', Name: 'given' } })
    const { token, certificateId, cert } = await pendingCertificate(client)
    asked.length = 0
    const { body } = await ask(client, provisionTopic('hooked'), { certificateOwnershipToken: token, parameters: { Serial: 'h' } })
    expect(body).toMatchObject({ thingName: 'keg-h', deviceConfiguration: { site: 'oslo' } })
    // pre-provisioning-hook.html#pre-provisioning-hook-input
    expect(asked).toEqual([{
      claimCertificateId: claim.certificateId, certificateId, certificatePem: cert, clientId: 'claim', parameters: { Serial: 'h' },
      templateArn: 'arn:aws:iot:us-east-1:123456789012:provisioningtemplate/hooked',
    }])
  })

  it('goes well with the same token once what was missing is there', async () => {
    const { token } = await pendingCertificate(client)
    expect(await ask(client, provisionTopic(), { certificateOwnershipToken: token })).toMatchObject({ kind: 'rejected' })
    expect(await ask(client, provisionTopic(), { certificateOwnershipToken: token, parameters: { Serial: 'late' } }))
      .toMatchObject({ kind: 'accepted' })
  })

  it('is told in the log', () => {
    const lines = started.log.filter(({ event }) => event === 'device-provisioned').map(({ message }) => message)
    expect(lines).toContain('claim was provisioned by template kegs as thing keg-json.')
  })
})

interface Refused {
  readonly what: string
  readonly templateName?: string
  readonly parameters?: unknown
  readonly token?: (token: string) => string | undefined
  readonly hook?: () => unknown
  readonly answer: { readonly statusCode: number; readonly errorCode: string }
  /** In the log, where the device is told less. */
  readonly log?: RegExp
}

const denied = { statusCode: 403, errorCode: 'AccessDenied' }
const noToken = { statusCode: 400, errorCode: 'InvalidCertificateOwnershipToken' }
const noParameters = { statusCode: 400, errorCode: 'InvalidParameters' }
const invalid = { statusCode: 400, errorCode: 'InvalidRequest' }
const failed = { statusCode: 400, errorCode: 'ResourceRegistrationFailure' }

describe('provisioning is refused, and nothing is left', () => {
  it.each<Refused>([
    {
      what: 'the hook does not allow it', templateName: 'hooked', hook: () => ({ allowProvisioning: false }), answer: denied,
      log: /allowProvisioning: false/,
    },
    {
      what: 'the hook fails', templateName: 'hooked', hook: () => Promise.reject(new Error('no such table')), answer: denied,
      log: /hook failed: no such table/,
    },
    { what: 'the hook answers nothing', templateName: 'hooked', hook: () => undefined, answer: denied, log: /answered no object/ },
    {
      what: 'the hook says nothing of provisioning', templateName: 'hooked', hook: () => ({}), answer: denied,
      log: /allowProvisioning: undefined/,
    },
    {
      what: 'the hook overrides by numbers', templateName: 'hooked',
      hook: () => ({ allowProvisioning: true, parameterOverrides: { Name: 1 } }), answer: denied, log: /parameterOverrides/,
    },
    {
      what: 'the hook takes longer than 5 s', templateName: 'hooked', answer: denied, log: /no answer within 5000 ms/,
      hook: () => {
        queueMicrotask(() => clock.advance(5000))
        return new Promise(() => undefined)
      },
    },
    {
      what: 'the hook leaves out what the template needs', templateName: 'hooked', hook: () => ({ allowProvisioning: true }),
      answer: noParameters, log: /parameter Name is missing/,
    },
    { what: 'there is no token', token: () => undefined, answer: noToken },
    { what: 'the token is empty', token: () => '', answer: noToken },
    { what: 'nobody has the token', token: () => 'guess', answer: noToken },
    { what: 'there is no such template', templateName: 'none', answer: { statusCode: 404, errorCode: 'ResourceNotFound' } },
    { what: 'the template is disabled', templateName: 'disabled', answer: invalid },
    { what: 'the template is for just-in-time provisioning', templateName: 'jitp', answer: invalid },
    { what: 'a parameter is missing', parameters: {}, answer: noParameters },
    { what: 'a parameter is a number', parameters: { Serial: 1 }, answer: noParameters },
    { what: 'parameters are a list', parameters: ['a'], answer: noParameters },
    { what: 'the thing\'s name has a blank', parameters: { Serial: 'a b' }, answer: failed },
    { what: 'the thing\'s attribute has a blank', parameters: { Serial: 'a', Site: 'a b' }, answer: failed },
    { what: 'a thing group is not there', templateName: 'no-group', answer: failed, log: /Thing group nowhere does not exist/ },
    { what: 'the thing type is not there', templateName: 'no-type', answer: failed },
    { what: 'a policy is not there', templateName: 'no-policy', answer: failed },
    { what: 'a policy document is malformed', templateName: 'bad-policy', answer: failed },
    { what: 'the template has no certificate', templateName: 'no-certificate', answer: invalid },
    { what: 'the template takes somebody else\'s certificate', templateName: 'other-certificate', answer: invalid },
    { what: 'a function of the template finds nothing', templateName: 'unselected', answer: invalid },
  ])('where $what', async ({
    templateName, parameters = { Serial: 'bad' }, token: given = (token) => token, hook: answers = () => undefined, answer, log,
  }) => {
    const { token } = await pendingCertificate(client)
    hook = answers
    const before = await contents(started.iot)
    const reply = await ask(client, provisionTopic(templateName), { certificateOwnershipToken: given(token), parameters })
    expect(reply).toEqual({ kind: 'rejected', body: { ...answer, errorMessage: expect.any(String) } })
    expect(await contents(started.iot)).toEqual(before)
    if (log !== undefined) expect(started.log.findLast(({ event }) => event === 'provisioning-refused')?.message).toMatch(log)
  })

  it.each([
    { what: 'is no request', body: { certificateSigningRequest: 'what?' }, errorCode: 'InvalidCertificateSigningRequest' },
    { what: 'is missing', body: {}, errorCode: 'InvalidCertificateSigningRequest' },
    { what: 'is in no JSON', body: Buffer.from('{'), errorCode: 'InvalidPayload' },
    { what: 'is in a list', body: [1], errorCode: 'InvalidPayload' },
    { what: 'is signed by somebody else', body: undefined, errorCode: 'InvalidCertificateSigningRequest' },
  ])('where a signing request $what', async ({ body, errorCode }) => {
    const before = await contents(started.iot)
    const der = Buffer.from((await csr()).replace(/-----[^-]+-----/g, ''), 'base64')
    der[der.length - 1] = (der.at(-1) ?? 0) ^ 1
    const forged = {
      certificateSigningRequest: `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64')}\n-----END CERTIFICATE REQUEST-----`,
    }
    const reply = await ask(client, '$aws/certificates/create-from-csr', body ?? forged)
    expect(reply).toMatchObject({ kind: 'rejected', body: { statusCode: 400, errorCode } })
    expect(await contents(started.iot)).toEqual(before)
  })

  it.each([
    ['json', Buffer.from('{')], ['cbor', Buffer.from([0xff])], ['cbor', Buffer.alloc(100_000, 0x81)],
  ] as const)('where a body is no %s', async (format, body) => {
    const reply = await ask(client, provisionTopic(), body, format)
    expect(reply).toMatchObject({ kind: 'rejected', body: { statusCode: 400, errorCode: 'InvalidPayload' } })
  })

  it('where the token was used', async () => {
    const { token } = await pendingCertificate(client)
    const both = { certificateOwnershipToken: token, parameters: { Serial: 'twice' } }
    expect(await ask(client, provisionTopic(), both)).toMatchObject({ kind: 'accepted' })
    const before = await contents(started.iot)
    expect(await ask(client, provisionTopic(), both)).toMatchObject({ kind: 'rejected', body: noToken })
    expect(await contents(started.iot)).toEqual(before)
  })

  it('where the token was used while the hook was asked', async () => {
    const { token } = await pendingCertificate(client)
    const first = Promise.withResolvers<unknown>()
    const second = await connect(started.iot, claim, 'second')
    hook = () => first.promise
    const slow = ask(second, provisionTopic('hooked'), {
      certificateOwnershipToken: token, parameters: { Serial: 'slow', Site: 'oslo', Name: 'n' },
    })
    asked.length = 0
    await until(() => asked.length > 0)
    expect(await ask(client, provisionTopic(), { certificateOwnershipToken: token, parameters: { Serial: 'fast' } }))
      .toMatchObject({ kind: 'accepted' })
    const before = await contents(started.iot)
    first.resolve({ allowProvisioning: true })
    expect(await slow).toMatchObject({ kind: 'rejected', body: noToken })
    expect(await contents(started.iot)).toEqual(before)
    await second.endAsync()
  })

  it('where nobody with a certificate asks', async () => {
    const before = await contents(started.iot)
    const messages = await heard(started.iot, '$aws/certificates/create/json/+', () =>
      started.iot.publish('$aws/certificates/create/json', ''))
    expect(messages.map(({ topic, payload }) => [topic, JSON.parse(Buffer.from(payload).toString())])).toMatchObject([
      ['$aws/certificates/create/json/rejected', denied],
    ])
    expect(await contents(started.iot)).toEqual(before)
  })

  it('after an hour, and then the certificate is gone', async () => {
    const early = await connect(started.iot, claim, 'early')
    const { token, certificateId } = await pendingCertificate(early)
    await early.endAsync()
    clock.advance(3_599_999)
    expect(await statusOf(certificateId)).toBe('PENDING_ACTIVATION')
    clock.advance(1)
    await expect(statusOf(certificateId)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    const late = await connect(started.iot, claim, 'late')
    expect(await ask(late, provisionTopic(), { certificateOwnershipToken: token, parameters: { Serial: 'old' } }))
      .toMatchObject({ kind: 'rejected', body: noToken })
    await late.endAsync()
    expect((await contents(started.iot)).certificates.filter(({ status }) => status === 'PENDING_ACTIVATION')).toEqual([])
  })
})

// provision-wo-cert.html#trusted-user
it('a trusted user\'s claim provisions by its template for five minutes, and does nothing else', async () => {
  const { iot } = started
  const before = (await contents(iot)).certificates
  const { certificatePem: cert, keyPair, expiration } = await iot.call('CreateProvisioningClaim', { templateName: 'kegs' })
  expect((await contents(iot)).certificates).toEqual(before)
  expect(Number(expiration) - clock.nowMs()).toBe(300_000)
  const trusted = { cert, key: keyPair.PrivateKey, ca: claim.ca }
  const phone = await connect(iot, trusted, 'phone')
  const { token } = await pendingCertificate(phone)
  expect(await ask(phone, provisionTopic(), { certificateOwnershipToken: token, parameters: { Serial: 'phone' } })).toMatchObject({
    kind: 'accepted', body: { thingName: 'keg-phone' },
  })
  await expect(phone.publishAsync(`${provisionTopic('disabled')}/json`, '{}', { qos: 1 })).rejects.toThrow()
  phone.end(true)
  const other = await connect(iot, trusted, 'phone-2')
  clock.advance(300_000)
  await expect(other.publishAsync('$aws/certificates/create/json', '', { qos: 1 })).rejects.toThrow()
  other.end(true)
  await refused(iot, trusted, 'phone-3')
})
