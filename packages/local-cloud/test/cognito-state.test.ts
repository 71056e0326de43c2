import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AdminInitiateAuthCommand, AdminSetUserPasswordCommand, CognitoIdentityProviderClient, GetUserCommand, ListGroupsCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { CfnUserPoolGroup, CfnUserPoolUser, StringAttribute, UserPool } from 'aws-cdk-lib/aws-cognito'
import { decodeJwt } from 'jose'
import { afterAll, expect, it } from 'vitest'
import { Cognito } from '../src/services/cognito/cognito.ts'
import { createUser } from '../src/services/cognito/operations/administration.ts'
import { Lambda } from '../src/services/lambda/lambda.ts'
import { guardProcess } from '../src/services/process-guard.ts'
import { memoryShelves } from '../src/ground/shelf.ts'
import type { ClientSettings, PoolSettings } from '../src/services/cognito/user-pool.ts'
import { run, type TestCloud } from './synthesized.ts'

const shelves = memoryShelves()
const guard = guardProcess(mkdtempSync(join(tmpdir(), 'keg-cloud-')))
afterAll(() => guard.close())
const ids = { next: 0 }
const where = { region: 'us-east-1', accountId: '123456789012', endpoint: 'http://127.0.0.1:4566' }
const settings: PoolSettings = {
  name: 'people',
  passwordPolicy: { minimumLength: 8, requireLowercase: true, requireUppercase: false, requireNumbers: false, requireSymbols: false },
  aliasAttributes: [], usernameAttributes: [], autoVerifiedAttributes: [], caseSensitive: true, adminCreateUserOnly: true, schema: [],
  triggers: {}, preTokenVersion: 'V1_0',
}
const clientSettings = (poolId: string): ClientSettings => ({
  poolId, name: 'app', authFlows: [], oauthFlows: [], oauthScopes: [], callbackUrls: [], logoutUrls: [], defaultRedirectUri: undefined,
  accessTokenSec: 3_600, idTokenSec: 3_600, refreshTokenSec: 86_400, authSessionSec: 180, hidesUnknownUsers: false,
  readAttributes: undefined, writeAttributes: undefined,
})

/** Cognito as a run starts it, over what former ones have left. */
function start(nowMs: number): Cognito {
  const time = { nowMs: () => nowMs, newId: () => `00000000-0000-4000-8000-${String(ids.next += 1).padStart(12, '0')}` }
  const lambda = new Lambda({ ...where, ...time, guard, log: () => undefined })
  return new Cognito({ ...where, ...time, lambda, shelves, randomBelow: () => 0, log: () => undefined })
}

it('keeps users, keys and sessions over a restart; a session ends when its time is up', async () => {
  const first = start(1_000_000)
  const pool = await first.pools.create('people', settings)
  const client = first.pools.createClient('app', clientSettings(pool.id), true)
  await createUser(pool, { Username: 'ada', TemporaryPassword: 'tap-room' }, first.context)
  const outcome = await first.context.signIn.withPassword({ pool, client }, 'ada', 'tap-room')
  const { user } = await first.context.signIn.setNewPassword(
    { pool, client }, outcome.kind === 'newPassword' ? outcome.session : undefined, 'brew-house', {},
  )
  const { refreshToken = '', accessToken } = await first.context.tokens.issue({
    pool, client, user, source: 'TokenGeneration_Authentication',
  })

  const second = start(1_100_000)
  expect(await second.context.tokens.check(accessToken, 'aws.cognito.signin.user.admin')).toMatchObject({
    user: { username: 'ada' }, client: { secret: client.secret },
  })
  expect((await second.context.signIn.withPassword({ pool, client }, 'ada', 'brew-house')).kind).toBe('signedIn')
  expect(decodeJwt((await second.context.tokens.refresh(client, refreshToken)).accessToken)).toMatchObject({ auth_time: 1_000, iat: 1_100 })

  await expect(start(90_000_000).context.tokens.refresh(client, refreshToken))
    .rejects.toMatchObject({ message: 'Refresh Token has expired' })
  await expect(start(90_000_000).context.tokens.check(accessToken, 'openid')).rejects.toMatchObject({ message: 'Access Token has expired' })
})

it('keeps a pool\'s users when its settings change, and nothing once it is removed', async () => {
  const { pools } = start(1_000_000)
  const [pool] = pools.list()
  const poolId = pool?.id ?? ''
  pools.update(poolId, { ...settings, name: 'renamed' })
  expect([pools.get(poolId).settings.name, pools.directory(poolId).users().map(({ username }) => username)]).toEqual(['renamed', ['ada']])
  pools.remove(poolId)
  pools.remove(poolId)
  expect([pools.list(), pools.clients(poolId), shelves.shelf(`cognito/users/${poolId}`).size]).toEqual([[], [], 0])
})

const people = ({ minLength = 8, group = true } = {}) => (stack: Stack) => {
  const pool = new UserPool(stack, 'People', {
    passwordPolicy: { minLength }, customAttributes: { site: new StringAttribute({ mutable: true }) },
  })
  const client = pool.addClient('App', { generateSecret: true, authFlows: { adminUserPassword: true } })
  pool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'people' } })
  new CfnUserPoolUser(stack, 'Ada', { userPoolId: pool.userPoolId, username: 'ada' })
  if (group) new CfnUserPoolGroup(stack, 'Brewers', { userPoolId: pool.userPoolId, groupName: 'brewers' })
  for (const [name, value] of Object.entries({
    PoolId: pool.userPoolId, ClientId: client.userPoolClientId, Secret: client.userPoolClientSecret.unsafeUnwrap(),
    Issuer: pool.userPoolProviderUrl,
  })) {
    new CfnOutput(stack, name, { value })
  }
}

function signIn({ client, outputs }: TestCloud, password: string) {
  const SECRET_HASH = createHmac('sha256', outputs['Secret'] ?? '').update(`ada${outputs['ClientId']}`).digest('base64')
  const AuthParameters = { USERNAME: 'ada', PASSWORD: password, SECRET_HASH }
  return new CognitoIdentityProviderClient(client).send(new AdminInitiateAuthCommand({
    UserPoolId: outputs['PoolId'], ClientId: outputs['ClientId'], AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters,
  }))
}

const setPassword = ({ client, outputs }: TestCloud, Password: string) =>
  new CognitoIdentityProviderClient(client)
    .send(new AdminSetUserPasswordCommand({ UserPoolId: outputs['PoolId'], Username: 'ada', Password, Permanent: true }))

it('is there again from a data folder: pool, client, secret, users and what they signed in with', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'keg-data-'))
  let outputs: TestCloud['outputs']
  let AccessToken: string | undefined
  {
    await using first = await run(people(), { dataDir })
    outputs = { ...first.outputs }
    await setPassword(first, 'Tap-Room-1')
    AccessToken = (await signIn(first, 'Tap-Room-1')).AuthenticationResult?.AccessToken
  }
  {
    await using second = await run(people(), { dataDir })
    expect(second.outputs).toEqual(outputs)
    expect((await signIn(second, 'Tap-Room-1')).AuthenticationResult?.TokenType).toBe('Bearer')
    expect((await new CognitoIdentityProviderClient(second.client).send(new GetUserCommand({ AccessToken }))).Username).toBe('ada')
  }
  rmSync(dataDir, { recursive: true })
})

it('is changed where it is, with its users', async () => {
  await using running = await run(people())
  await setPassword(running, 'Tap-Room-1')
  const outputs = { ...running.outputs }
  expect(await running.update(people({ minLength: 12, group: false })))
    .toEqual(expect.arrayContaining(['updated Test/People/Resource', 'removed Test/Brewers']))
  expect(running.outputs).toEqual(outputs)
  await expect(setPassword(running, 'Tap-Room-2')).rejects.toMatchObject({ name: 'InvalidPasswordException' })
  expect((await signIn(running, 'Tap-Room-1')).AuthenticationResult?.TokenType).toBe('Bearer')
  const { Groups } = await new CognitoIdentityProviderClient(running.client).send(new ListGroupsCommand({ UserPoolId: outputs['PoolId'] }))
  expect(Groups).toEqual([])
})
