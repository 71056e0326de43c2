import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localPool, PASSWORD, type Answer, type LocalPool } from './local-pool.ts'

const unauthorized = {
  status: 400, body: { __type: 'NotAuthorizedException', message: 'A client attempted to write unauthorized attribute' },
}
const schema = { Schema: [{ Name: 'site', AttributeDataType: 'String', Mutable: true }] }
const pools: Record<string, LocalPool> = {}
beforeAll(async () => {
  pools['all'] = await localPool(schema)
  pools['name alone'] = await localPool(schema, { WriteAttributes: ['name'] })
  for (const pool of Object.values(pools)) await pool.user('ada', { email: 'ada@bar.example' })
})
afterAll(async () => void await Promise.all(Object.values(pools).map((pool) => pool[Symbol.asyncDispose]())))

const poolOf = (writable: string) => {
  const pool = pools[writable]
  if (pool === undefined) throw new Error(`No client writes ${writable}.`)
  return pool
}
const signIn = (pool: LocalPool, USERNAME: string, password = PASSWORD) => pool.call('InitiateAuth', {
  ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD: password },
})
async function accessToken(pool: LocalPool): Promise<string> {
  const { body } = await signIn(pool, 'ada')
  // What the operation answers.
  return (body['AuthenticationResult'] as { readonly AccessToken: string }).AccessToken
}

// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-attribute-permissions-and-scopes
describe.each<[string, string, boolean]>([
  ['all', 'name', true], ['all', 'custom:site', true], ['all', 'email', true],
  ['all', 'email_verified', false],
  ['name alone', 'name', true], ['name alone', 'custom:site', false], ['name alone', 'email', false],
  ['name alone', 'email_verified', false],
])('a client that may write %s', (writable, name, may) => {
  const expected = (answer: Answer) => (may ? expect(answer.status).toBe(200) : expect(answer).toEqual(unauthorized))
  it(`${may ? 'updates' : 'does not update'} ${name}`, async () => {
    const pool = poolOf(writable)
    expected(await pool.call('UpdateUserAttributes', {
      AccessToken: await accessToken(pool), UserAttributes: [{ Name: name, Value: 'other@bar.example' }],
    }))
  })
  it(`${may ? 'sets' : 'does not set'} ${name} with a first password`, async () => {
    const pool = poolOf(writable)
    const Username = `new-${name.replaceAll(/\W/g, '-')}`
    await pool.call('AdminCreateUser', { UserPoolId: pool.poolId, Username, TemporaryPassword: 'For-Now-1' }, true)
    const { body: { ChallengeName, Session } } = await signIn(pool, Username, 'For-Now-1')
    expected(await pool.call('RespondToAuthChallenge', {
      ClientId: pool.clientId, ChallengeName, Session,
      ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: PASSWORD, [`userAttributes.${name}`]: 'true' },
    }))
  })
  it(`${may ? 'deletes' : 'does not delete'} ${name}`, async () => {
    const pool = poolOf(writable)
    expected(await pool.call('DeleteUserAttributes', { AccessToken: await accessToken(pool), UserAttributeNames: [name] }))
  })
})

it.each([['all', 200], ['name alone', 400]])('a client that may write %s verifies an address: %i', async (writable, status) => {
  const pool = poolOf(writable)
  await pool.call('AdminUpdateUserAttributes', {
    UserPoolId: pool.poolId, Username: 'ada', UserAttributes: [{ Name: 'email', Value: 'ada@bar.example' }],
  }, true)
  const AccessToken = await accessToken(pool)
  await pool.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' })
  const Code = / is (\d{6})$/.exec(pool.log.at(-1) ?? '')?.[1] ?? ''
  const answer = await pool.call('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code })
  expect(answer).toEqual(status === 200 ? { status, body: {} } : unauthorized)
})
