import type { ConnectRequest } from '@keg/mqtt-broker'
import { ManualClock } from '@keg/mqtt-broker/testing'
import { describe, expect, it } from 'vitest'
import { IotState, type Authorizer } from '../state/iot-state.ts'
import { admitByAuthorizer } from './custom-authorizer.ts'

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{
    Effect: 'Allow',
    Action: ['iot:Connect', 'iot:Subscribe'],
    Resource: ['arn:aws:iot:us-east-1:123456789012:client/page-*', 'arn:aws:iot:us-east-1:123456789012:topicfilter/keg/*'],
  }],
})
const answer = {
  isAuthenticated: true, principalId: 'bob', policyDocuments: [policy], disconnectAfterInSeconds: 300, refreshAfterInSeconds: 300,
}
const authorizer: Authorizer = {
  authorizerName: 'people', authorizerFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:authorize', status: 'ACTIVE',
  signingDisabled: true, tokenKeyName: 'token',
}
const request: ConnectRequest = {
  connectionId: 'c-1', clientId: 'page-1', protocolVersion: 5, username: 'bob?x-amz-customauthorizer-name=people',
  password: Buffer.from('jwt'), persistent: false, willTopic: undefined,
  info: { transport: 'ws', http: { queryString: 'a=b', headers: { host: 'localhost' } } },
}

async function ask(
  change: Partial<ConnectRequest> = {},
  invoke: (event: unknown) => unknown = () => answer,
  changed: Partial<Authorizer> = {},
  defaultAuthorizer?: string,
) {
  const clock = new ManualClock()
  const state = new IotState({ region: 'us-east-1', accountId: '123456789012', clock, newId: () => 'id' })
  state.authorizers.set('people', { ...authorizer, ...changed })
  if (defaultAuthorizer !== undefined) state.settings.set('defaultAuthorizer', defaultAuthorizer)
  const events: unknown[] = []
  const admitted = admitByAuthorizer(state, { ...request, ...change }, {
    invokeFunction: async (_arn, event) => {
      events.push(event)
      return invoke(event)
    },
    verifySignature: (token, signature, key) => signature === `${token}:${key}`,
  })
  return { admitted, events, clock }
}
const reasonOf = async (asked: ReturnType<typeof ask>) => {
  const admitted = await (await asked).admitted
  return admitted.accepted ? 'accepted' : admitted.reason
}

describe('a custom authorizer', () => {
  it('is asked in AWS\'s shape, and its policies hold', async () => {
    const { admitted, events } = await ask()
    expect(events).toEqual([
      {
        signatureVerified: false,
        protocols: ['http', 'mqtt'],
        protocolData: {
          http: { headers: { host: 'localhost' }, queryString: '?a=b' },
          mqtt: { username: request.username, password: Buffer.from('jwt').toString('base64'), clientId: 'page-1' },
        },
        connectionMetadata: { id: 'c-1' },
      },
    ])
    const accepted = await admitted
    if (!accepted.accepted) throw new Error(accepted.reason)
    expect([accepted.disconnectAfterMs, accepted.authorization.principal]).toEqual([300_000, 'bob'])
    expect(accepted.authorization.refusal('Subscribe', 'keg/berlin/#')).toBeUndefined()
    expect(accepted.authorization.refusal('Publish', 'keg/berlin')).toMatch(/no statement allows it/)
  })
  it('ends the connection after a day where it does not say when', async () => {
    const { admitted } = await ask({}, () => ({ ...answer, disconnectAfterInSeconds: undefined }))
    expect(await admitted).toMatchObject({ accepted: true, disconnectAfterMs: 86_400_000 })
  })
  it('takes policies as objects too', async () => {
    expect(await reasonOf(ask({}, () => ({ ...answer, policyDocuments: [JSON.parse(policy)] })))).toBe('accepted')
  })
  it('is asked again after `refreshAfterInSeconds`: its new policies hold, its no ends the connection', async () => {
    const answers: unknown[] = [
      answer, { ...answer, policyDocuments: [policy.replace('keg/*', 'other/*')] }, { ...answer, isAuthenticated: false },
    ]
    const accepted = await (await ask({}, () => answers.shift() ?? Promise.reject(new Error('down')))).admitted
    if (!accepted.accepted) throw new Error(accepted.reason)
    const { authorization, refresh } = accepted
    expect(refresh?.everyMs).toBe(300_000)
    expect(await refresh?.ask()).toBeUndefined()
    expect(authorization.refusal('Subscribe', 'keg/berlin')).toMatch(/no statement allows it/)
    expect(authorization.refusal('Subscribe', 'other/berlin')).toBeUndefined()
    expect(await refresh?.ask()).toMatch(/isAuthenticated: false/)
    expect(await refresh?.ask()).toBeUndefined()
  })
  it('is the account\'s default where none is named', async () => {
    expect(await reasonOf(ask({ username: 'bob' }, undefined, {}, 'people'))).toBe('accepted')
  })
  // connect-policy.html#persistent-sessions-examples
  it.each([
    { what: 'neither', change: {}, accepted: true },
    { what: 'a session that is kept', change: { persistent: true }, accepted: false },
    { what: 'a Will', change: { willTopic: 'gone' }, accepted: false },
  ])('is held to what its policies say of connect attributes, with $what', async ({ change, accepted }) => {
    const Condition = { 'ForAllValues:StringEquals': { 'iot:ConnectAttributes': [] } }
    const policyDocuments = [{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:*', Resource: '*', Condition }] }]
    const { admitted } = await ask(change, () => ({ ...answer, policyDocuments }))
    expect((await admitted).accepted).toBe(accepted)
  })
  it('sees a TLS connection', async () => {
    const { events } = await ask({ info: { transport: 'mqtts', serverName: 'localhost' } })
    expect(events).toMatchObject([{ protocols: ['tls', 'mqtt'], protocolData: { tls: { serverName: 'localhost' } } }])
  })
  it('can be named in the URL', async () => {
    expect(await reasonOf(ask({
      username: 'bob', info: { transport: 'ws', http: { queryString: 'x-amz-customauthorizer-name=people', headers: {} } },
    }))).toBe('accepted')
    expect(await reasonOf(ask({
      username: undefined, info: { transport: 'ws', http: { queryString: '', headers: { 'x-amz-customauthorizer-name': 'people' } } },
    }))).toBe('accepted')
  })
  it.each([
    { what: 'nobody named', change: { username: 'bob' }, reason: /no custom authorizer was named/ },
    { what: 'an unknown one', change: { username: '?x-amz-customauthorizer-name=nobody' }, reason: /no authorizer nobody/ },
    {
      what: 'another client id', change: { clientId: 'keg-1' },
      reason: /iot:Connect on client\/keg-1 for principal bob.*no statement allows it/,
    },
  ])('refuses with $what', async ({ change, reason }) => {
    expect(await reasonOf(ask(change))).toMatch(reason)
  })
  it.each([
    { what: 'false', given: { ...answer, isAuthenticated: false }, reason: /isAuthenticated: false/ },
    { what: 'nothing', given: undefined, reason: /answered no object/ },
    { what: 'a bad principal', given: { ...answer, principalId: 'bob@bar' }, reason: /principalId/ },
    { what: 'no policies', given: { ...answer, policyDocuments: undefined }, reason: /policyDocuments/ },
    { what: 'eleven policies', given: { ...answer, policyDocuments: Array.from({ length: 11 }, () => policy) }, reason: /policyDocuments/ },
    { what: 'a malformed policy', given: { ...answer, policyDocuments: ['{'] }, reason: /Malformed/ },
    { what: 'no number of seconds', given: { ...answer, disconnectAfterInSeconds: '3600' }, reason: /disconnectAfterInSeconds/ },
    { what: 'a short time', given: { ...answer, disconnectAfterInSeconds: 10 }, reason: /disconnectAfterInSeconds/ },
  ])('refuses when it answers $what', async ({ given, reason }) => {
    expect(await reasonOf(ask({}, () => given))).toMatch(reason)
  })
  it('refuses when the function fails or takes over 5 s', async () => {
    expect(await reasonOf(ask({}, () => { throw new Error('boom') }))).toMatch(/function failed: Error: boom/)
    const { admitted, clock } = await ask({}, () => new Promise(() => undefined))
    clock.advance(5000)
    expect(await admitted).toMatchObject({ accepted: false, reason: expect.stringMatching(/5000 ms/) })
  })
  it('refuses when it is inactive', async () => {
    expect(await reasonOf(ask({}, undefined, { status: 'INACTIVE' }))).toMatch(/INACTIVE/)
  })
  it('checks the token\'s signature where signing is on', async () => {
    const signed = { signingDisabled: false, tokenSigningPublicKeys: { one: 'KEY' } }
    const named = '?x-amz-customauthorizer-name=people'
    expect(await reasonOf(ask({}, undefined, signed))).toMatch(/wants token and x-amz-customauthorizer-signature/)
    expect(await reasonOf(ask({ username: `${named}&token=t&x-amz-customauthorizer-signature=forged` }, undefined, signed)))
      .toMatch(/by none of/)
    const { admitted, events } = await ask({ username: `${named}&token=t&x-amz-customauthorizer-signature=t%3AKEY` }, undefined, signed)
    expect([(await admitted).accepted, events]).toMatchObject([true, [{ token: 't', signatureVerified: true }]])
  })
})
