import { createSign, generateKeyPairSync } from 'node:crypto'
import {
  ClearDefaultAuthorizerCommand, CreateAuthorizerCommand, DeleteAuthorizerCommand, DescribeAuthorizerCommand,
  DescribeDefaultAuthorizerCommand, ListAuthorizersCommand, SetDefaultAuthorizerCommand, TestInvokeAuthorizerCommand,
  UpdateAuthorizerCommand, type IoTClient, type TestInvokeAuthorizerCommandInput,
} from '@aws-sdk/client-iot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, invalid, missing, taken } from './error-of.ts'
import { kegPolicy, startIot } from './start-iot.ts'

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:authorize'
const inUse = { name: 'DeleteConflictException', status: 409 }
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

let started: Awaited<ReturnType<typeof startIot>>
let control: IoTClient
let events: unknown[] = []
let answer: unknown
beforeAll(async () => {
  started = await startIot({
    invokeFunction: (_arn, event) => {
      events.push(event)
      return Promise.resolve(answer)
    },
  })
  control = started.control
})
afterAll(() => started[Symbol.asyncDispose]())

describe('authorizers', () => {
  it('are created, updated, described and deleted', async () => {
    const created = await control.send(new CreateAuthorizerCommand({
      authorizerName: 'people', authorizerFunctionArn: functionArn, signingDisabled: true, status: 'ACTIVE',
    }))
    expect(created.authorizerArn).toBe('arn:aws:iot:us-east-1:123456789012:authorizer/people')
    expect(await errorOf(control.send(new DeleteAuthorizerCommand({ authorizerName: 'people' })))).toMatchObject(inUse)
    await control.send(new UpdateAuthorizerCommand({ authorizerName: 'people', status: 'INACTIVE' }))
    const { authorizerDescription } = await control.send(new DescribeAuthorizerCommand({ authorizerName: 'people' }))
    expect(authorizerDescription).toMatchObject({
      authorizerFunctionArn: functionArn, status: 'INACTIVE', signingDisabled: true, creationDate: expect.any(Date),
    })
    await control.send(new DeleteAuthorizerCommand({ authorizerName: 'people' }))
    expect(await errorOf(control.send(new DescribeAuthorizerCommand({ authorizerName: 'people' })))).toMatchObject(missing)
  })
  it.each([
    { what: 'no key to check signatures with', more: {} },
    { what: 'a bad status', more: { signingDisabled: true, status: 'MAYBE' as 'ACTIVE' } },
    { what: 'an ARN of no function', more: { signingDisabled: true, authorizerFunctionArn: 'arn:aws:iam::123456789012:role/r' } },
  ])('are refused with $what', async ({ more }) => {
    expect(await errorOf(control.send(new CreateAuthorizerCommand({ authorizerName: 'bad', authorizerFunctionArn: functionArn, ...more }))))
      .toMatchObject(invalid)
  })
  it('are listed by status', async () => {
    for (const authorizerName of ['a', 'b', 'c']) {
      await control.send(new CreateAuthorizerCommand({
        authorizerName, authorizerFunctionArn: functionArn, signingDisabled: true, status: authorizerName === 'b' ? 'INACTIVE' : 'ACTIVE',
      }))
    }
    const list = async (input: object) =>
      (await control.send(new ListAuthorizersCommand(input))).authorizers?.map(({ authorizerName }) => authorizerName)
    expect(await list({})).toEqual(['c', 'b', 'a'])
    expect(await list({ ascendingOrder: true, pageSize: 2 })).toEqual(['a', 'b'])
    expect(await list({ status: 'INACTIVE' })).toEqual(['b'])
  })
  it('can be the default, one of them', async () => {
    expect(await errorOf(control.send(new DescribeDefaultAuthorizerCommand({})))).toMatchObject(missing)
    expect(await errorOf(control.send(new ClearDefaultAuthorizerCommand({})))).toMatchObject(missing)
    expect(await errorOf(control.send(new SetDefaultAuthorizerCommand({ authorizerName: 'nothing' })))).toMatchObject(missing)
    expect(await control.send(new SetDefaultAuthorizerCommand({ authorizerName: 'b' }))).toMatchObject({
      authorizerName: 'b', authorizerArn: expect.stringContaining('authorizer/b'),
    })
    expect(await errorOf(control.send(new SetDefaultAuthorizerCommand({ authorizerName: 'a' })))).toMatchObject(taken)
    expect((await control.send(new DescribeDefaultAuthorizerCommand({}))).authorizerDescription?.authorizerName).toBe('b')
    expect(await errorOf(control.send(new DeleteAuthorizerCommand({ authorizerName: 'b' })))).toMatchObject(inUse)
    await control.send(new ClearDefaultAuthorizerCommand({}))
    await control.send(new DeleteAuthorizerCommand({ authorizerName: 'b' }))
  })
})

describe('TestInvokeAuthorizer', () => {
  const good = {
    isAuthenticated: true, principalId: 'bob', disconnectAfterInSeconds: 3600, refreshAfterInSeconds: 300, policyDocuments: [kegPolicy()],
  }
  const test = (input: Partial<TestInvokeAuthorizerCommandInput>) =>
    control.send(new TestInvokeAuthorizerCommand({ authorizerName: 'a', ...input }))
  beforeAll(async () => {
    await control.send(new CreateAuthorizerCommand({
      authorizerName: 'signed', authorizerFunctionArn: functionArn, tokenKeyName: 'token', tokenSigningPublicKeys: { one: publicKey },
    }))
  })
  it('hands the contexts to the function and tells its answer', async () => {
    answer = good
    expect(await test({
      mqttContext: { username: 'bob', password: Buffer.from('jwt'), clientId: 'page' }, tlsContext: { serverName: 'localhost' },
    })).toMatchObject(good)
    expect(events.at(-1)).toEqual({
      signatureVerified: false, protocols: ['tls', 'mqtt'], connectionMetadata: { id: expect.any(String) },
      protocolData: {
        tls: { serverName: 'localhost' }, mqtt: { username: 'bob', password: Buffer.from('jwt').toString('base64'), clientId: 'page' },
      },
    })
  })
  it('checks the token\'s signature', async () => {
    events = []
    const tokenSignature = createSign('RSA-SHA256').update('t0ken').sign(privateKey, 'base64')
    expect(await test({ authorizerName: 'signed', token: 't0ken', tokenSignature })).toMatchObject({ isAuthenticated: true })
    expect(await test({
      authorizerName: 'signed', httpContext: { headers: { token: 't0ken', 'x-amz-customauthorizer-signature': tokenSignature } },
    })).toMatchObject({ isAuthenticated: true })
    expect(events).toMatchObject([
      { token: 't0ken', signatureVerified: true }, { token: 't0ken', signatureVerified: true, protocols: ['http'] },
    ])
    expect(await errorOf(test({ authorizerName: 'signed', token: 'other', tokenSignature }))).toMatchObject(invalid)
    expect(await errorOf(test({ authorizerName: 'signed' }))).toMatchObject(invalid)
  })
  it.each([
    { what: 'somebody it does not know', answers: { isAuthenticated: false }, result: { isAuthenticated: false } },
    { what: 'nothing', answers: undefined, result: { isAuthenticated: false } },
  ])('tells that the function answered $what', async ({ answers, result }) => {
    answer = answers
    expect(await test({})).toMatchObject(result)
  })
  it.each([
    { what: 'a bad principal', answers: { ...good, principalId: 'b-o-b' } },
    { what: 'a bad policy', answers: { ...good, policyDocuments: ['{'] } },
    { what: 'a bad time', answers: { ...good, disconnectAfterInSeconds: 1 } },
  ])('refuses an answer with $what', async ({ answers }) => {
    answer = answers
    expect(await errorOf(test({}))).toMatchObject({ name: 'InvalidResponseException', status: 400 })
  })
  it('needs an authorizer', async () => {
    expect(await errorOf(test({ authorizerName: 'nothing' }))).toMatchObject(missing)
  })
})
