import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CALLBACK, localPool, PASSWORD, type LocalPool } from './local-pool.ts'

const pools: LocalPool[] = []
const made = async (...settings: Parameters<typeof localPool>) => {
  const pool = await localPool(...settings)
  pools.push(pool)
  return pool
}
afterAll(async () => void await Promise.all(pools.map((pool) => pool[Symbol.asyncDispose]())))

const recovery = (...names: string[]) => ({
  AccountRecoverySetting: { RecoveryMechanisms: names.map((Name, index) => ({ Name, Priority: index + 1 })).reverse() },
})
const forgot = (pool: LocalPool, Username: string) => pool.call('ForgotPassword', { ClientId: pool.clientId, Username })
const both = { email: 'ada@bar.example', email_verified: 'true', phone_number: '+4930123456', phone_number_verified: 'true' }

// https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-recover-a-user-account.html
describe('a code for a new password', () => {
  it.each([
    [{}, 'phone_number'],
    [recovery('verified_email', 'verified_phone_number'), 'email'],
    [recovery('verified_phone_number', 'verified_email'), 'phone_number'],
    [recovery('verified_email'), 'email'],
  ])('goes where %j says', async (setting, AttributeName) => {
    const pool = await made(setting)
    await pool.user('ada', both)
    expect(await forgot(pool, 'ada')).toMatchObject({ status: 200, body: { CodeDeliveryDetails: { AttributeName } } })
    const { body } = await pool.call('DescribeUserPool', { UserPoolId: pool.poolId }, true)
    expect(body['UserPool']).toMatchObject(setting === undefined || !('AccountRecoverySetting' in setting) ? {} : {
      AccountRecoverySetting: { RecoveryMechanisms: setting.AccountRecoverySetting.RecoveryMechanisms.toReversed() },
    })
  })

  it('goes to nobody where an administrator alone sets passwords', async () => {
    const pool = await made(recovery('admin_only'))
    await pool.user('ada', both)
    for (const name of ['ada', 'nobody']) {
      expect(await forgot(pool, name)).toEqual({
        status: 400, body: { __type: 'NotAuthorizedException', message: 'Contact administrator to reset password.' },
      })
    }
    const query = new URLSearchParams({ response_type: 'code', client_id: pool.clientId, redirect_uri: CALLBACK }).toString()
    expect(await (await pool.page(`login?${query}`)).text()).not.toContain('forgotPassword')
    const token = 'csrf'
    const sent = await pool.page(`forgotPassword?${query}`, {
      method: 'POST', headers: { cookie: `XSRF-TOKEN=${token}` }, body: new URLSearchParams({ _csrf: token, username: 'ada' }),
    })
    expect([sent.status, await sent.text()]).toEqual([400, expect.stringContaining('Contact administrator to reset password.')])
    expect(pool.log.filter((line) => line.startsWith('To '))).toEqual([])
  })

  it('is offered where people may ask for one', async () => {
    const pool = await made()
    const query = new URLSearchParams({ response_type: 'code', client_id: pool.clientId, redirect_uri: CALLBACK }).toString()
    expect(await (await pool.page(`login?${query}`)).text()).toContain('forgotPassword')
  })
})

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
describe('a client that hides who is there', () => {
  let pool: LocalPool
  beforeAll(async () => {
    pool = await made({}, { PreventUserExistenceErrors: 'ENABLED' })
    await pool.user('ada', both)
    await pool.user('mute')
    await pool.user('away', both)
    await pool.call('AdminDisableUser', { UserPoolId: pool.poolId, Username: 'away' }, true)
  })

  it.each(['nobody', 'mute', 'away'])('answers ForgotPassword of %s as if, the same each time, and sends nothing', async (name) => {
    const before = pool.log.length
    const answers = [await forgot(pool, name), await forgot(pool, name)]
    expect(answers[0]).toEqual({ status: 200, body: { CodeDeliveryDetails: {
      Destination: expect.stringMatching(new RegExp(`^${name.charAt(0)}\\*{3}@[a-z]\\*{3}$`)), DeliveryMedium: 'EMAIL', AttributeName: 'email',
    } } })
    expect([answers[1], pool.log.length]).toEqual([answers[0], before])
  })
  it('makes up other letters for other names', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `n${index}`)
    const told = await Promise.all(names.map(async (name) => JSON.stringify((await forgot(pool, name)).body)))
    expect(new Set(told).size).toBeGreaterThan(5)
  })
  it.each([
    ['nobody@bar.example', 'n***@b***', 'EMAIL'], ['+4930999999', '+*******9999', 'SMS'],
  ])('goes by the form of %s', async (name, Destination, DeliveryMedium) => {
    expect((await forgot(pool, name)).body).toMatchObject({ CodeDeliveryDetails: { Destination, DeliveryMedium } })
  })
  it('takes a telephone where the pool verifies those alone', async () => {
    const phones = await made({ AutoVerifiedAttributes: ['phone_number'] }, { PreventUserExistenceErrors: 'ENABLED' })
    expect((await forgot(phones, 'nobody')).body).toMatchObject({
      CodeDeliveryDetails: { Destination: expect.stringMatching(/^\+\*{7}\d{4}$/), DeliveryMedium: 'SMS', AttributeName: 'phone_number' },
    })
  })

  it.each(['nobody', 'mute', 'away', 'ada'])('answers a wrong code of %s as a wrong code', async (Username) => {
    await forgot(pool, Username)
    const given = { ClientId: pool.clientId, Username, ConfirmationCode: '999999' }
    const confirm = (Password: string) => pool.call('ConfirmForgotPassword', { ...given, Password })
    expect((await confirm(PASSWORD)).body['__type']).toBe('CodeMismatchException')
    expect((await confirm('weak')).body['__type']).toBe('InvalidPasswordException')
  })
  it.each(['nobody', 'away'])('answers who asks for a code to sign up as %s as if', async (Username) => {
    expect(await pool.call('ResendConfirmationCode', { ClientId: pool.clientId, Username })).toMatchObject({
      status: 200, body: { CodeDeliveryDetails: { DeliveryMedium: 'EMAIL' } },
    })
  })
  it('answers who confirms an unknown account as for a wrong code', async () => {
    expect((await pool.call('ConfirmSignUp', { ClientId: pool.clientId, Username: 'nobody', ConfirmationCode: '1' })).body['__type'])
      .toBe('CodeMismatchException')
  })
})

describe('a client that does not', () => {
  it.each([
    ['nobody', 'UserNotFoundException', 'User does not exist.'],
    ['mute', 'InvalidParameterException', 'Cannot reset password for the user as there is no registered/verified email or phone_number'],
    ['away', 'NotAuthorizedException', 'User is disabled.'],
  ])('says of %s what is wrong', async (name, __type, message) => {
    const pool = await made()
    if (name !== 'nobody') await pool.user(name, name === 'away' ? both : {})
    if (name === 'away') await pool.call('AdminDisableUser', { UserPoolId: pool.poolId, Username: name }, true)
    expect(await forgot(pool, name)).toEqual({ status: 400, body: { __type, message } })
  })
})
