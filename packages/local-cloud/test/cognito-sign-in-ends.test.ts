import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localPool, PASSWORD, type LocalPool } from './local-pool.ts'

let pool: LocalPool
beforeAll(async () => void (pool = await localPool()))
afterAll(() => pool[Symbol.asyncDispose]())

const named = (Username: string) => ({ UserPoolId: pool.poolId, Username })
const setPassword = (name: string, Permanent = true) =>
  pool.call('AdminSetUserPassword', { ...named(name), Password: 'Hop-Garden-2', Permanent }, true)
const mailed = () => / is (\d{6})$/.exec(pool.log.at(-1) ?? '')?.[1] ?? ''

/** What ends a browser's session, and the codes that it has got. */
const ends: Readonly<Record<string, (name: string) => Promise<unknown>>> = {
  'is deleted': (name) => pool.call('AdminDeleteUser', named(name), true),
  'deletes the account': async (name) => {
    const AuthParameters = { USERNAME: name, PASSWORD }
    const { body } = await pool.call('InitiateAuth', { ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
    // What the operation answers.
    const { AccessToken } = body['AuthenticationResult'] as { readonly AccessToken: string }
    return pool.call('DeleteUser', { AccessToken })
  },
  'is disabled, be it for a moment': async (name) => {
    await pool.call('AdminDisableUser', named(name), true)
    return pool.call('AdminEnableUser', named(name), true)
  },
  'is given a password': (name) => setPassword(name),
  'is given a temporary password': (name) => setPassword(name, false),
  'is told to choose a password': (name) => pool.call('AdminResetUserPassword', named(name), true),
  'has chosen a password by a code': async (name) => {
    await pool.call('ForgotPassword', { ClientId: pool.clientId, Username: name })
    return pool.call('ConfirmForgotPassword', {
      ClientId: pool.clientId, Username: name, ConfirmationCode: mailed(), Password: 'Hop-Garden-2',
    })
  },
}

describe.each(Object.keys(ends))('somebody who %s', (what) => {
  it('is no longer signed in with any browser, and no app gets tokens for an old code', async () => {
    const name = what.replaceAll(/\W+/g, '-')
    await pool.user(name, { email: `${name}@bar.example`, email_verified: 'true' })
    const browsers = [pool.browser(), pool.browser()]
    for (const browser of browsers) expect(await browser.signIn(name, PASSWORD)).toEqual(expect.any(String))
    const code = await browsers[0]?.code() ?? ''
    expect(code).not.toBe('')
    await ends[what]?.(name)
    expect(await Promise.all(browsers.map((browser) => browser.code()))).toEqual([undefined, undefined])
    expect(await pool.redeem(code)).toEqual({ status: 400, body: { error: 'invalid_grant' } })
  })
})

it('is not another person of the same name', async () => {
  await pool.user('zoe')
  const browser = pool.browser()
  const code = await browser.signIn('zoe', PASSWORD) ?? ''
  await pool.call('AdminDeleteUser', named('zoe'), true)
  await pool.user('zoe')
  expect([await browser.code(), (await pool.redeem(code)).status]).toEqual([undefined, 400])
})

it('is not another person of the same name by tokens, though a template has removed the first', async () => {
  await pool.user('max')
  const AuthParameters = { USERNAME: 'max', PASSWORD }
  const { body } = await pool.call('InitiateAuth', { ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
  // What the operation answers.
  const { AccessToken, RefreshToken } = body['AuthenticationResult'] as Readonly<Record<string, string>>
  pool.removeUser('max')
  await pool.user('max')
  expect(await pool.call('GetUser', { AccessToken })).toMatchObject({ status: 400, body: { __type: 'UserNotFoundException' } })
  const refreshed = await pool.call('InitiateAuth', {
    ClientId: pool.clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: RefreshToken },
  })
  expect(refreshed).toMatchObject({ status: 400, body: { message: 'Invalid Refresh Token' } })
})

// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html
it('outlasts a sign-out everywhere, which ends tokens and leaves the cookie as in AWS', async () => {
  await pool.user('leaves')
  const browser = pool.browser()
  await browser.signIn('leaves', PASSWORD)
  await pool.call('AdminUserGlobalSignOut', named('leaves'), true)
  expect((await pool.redeem(await browser.code() ?? '')).status).toBe(200)
})

describe('a sign-in that waits for its next step', () => {
  const begun = async (name: string) => {
    await pool.call('AdminCreateUser', { ...named(name), TemporaryPassword: 'For-Now-1' }, true)
    const AuthParameters = { USERNAME: name, PASSWORD: 'For-Now-1' }
    const { body } = await pool.call('InitiateAuth', { ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
    return () => pool.call('RespondToAuthChallenge', {
      ClientId: pool.clientId, ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: body['Session'],
      ChallengeResponses: { USERNAME: name, NEW_PASSWORD: 'Mash-Tun-3' },
    })
  }
  it('takes the new password', async () => {
    expect(await (await begun('waits'))()).toMatchObject({ status: 200, body: { AuthenticationResult: { TokenType: 'Bearer' } } })
  })
  it.each<[string, (name: string) => Promise<unknown>, string]>([
    ['has got a password', (name) => setPassword(name), 'Invalid session for the user.'],
    ['has got another temporary password', (name) => setPassword(name, false), 'Invalid session for the user.'],
    ['is disabled', (name) => pool.call('AdminDisableUser', named(name), true), 'User is disabled.'],
    ['is another person of the same name', async (name) => {
      await pool.call('AdminDeleteUser', named(name), true)
      await pool.call('AdminCreateUser', { ...named(name), TemporaryPassword: 'For-Now-1' }, true)
    }, 'Invalid session for the user.'],
  ])('is nobody\'s where the user %s by then', async (what, change, message) => {
    const name = what.replaceAll(/\W+/g, '-')
    const answer = await begun(name)
    await change(name)
    expect(await answer()).toEqual({ status: 400, body: { __type: 'NotAuthorizedException', message } })
  })
})
