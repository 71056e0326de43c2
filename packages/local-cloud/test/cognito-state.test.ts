import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import { afterAll, expect, it } from 'vitest'
import { Cognito } from '../src/services/cognito/cognito.ts'
import { createUser } from '../src/services/cognito/operations/administration.ts'
import { Lambda } from '../src/services/lambda/lambda.ts'
import { guardProcess } from '../src/services/process-guard.ts'
import { memoryShelves } from '../src/services/state/shelf.ts'
import type { ClientSettings, PoolSettings } from '../src/services/cognito/user-pool.ts'

const shelves = memoryShelves()
const guard = guardProcess(mkdtempSync(join(tmpdir(), 'keg-cloud-')))
afterAll(() => guard.close())
const ids = { next: 0 }
const where = { region: 'us-east-1', accountId: '123456789012', endpoint: 'http://127.0.0.1:4566' }
const settings: PoolSettings = {
  name: 'people', passwordPolicy: { minimumLength: 8, requireLowercase: true, requireUppercase: false, requireNumbers: false, requireSymbols: false }, aliasAttributes: [], usernameAttributes: [],
  autoVerifiedAttributes: [], caseSensitive: true, adminCreateUserOnly: true, schema: [], triggers: {}, preTokenVersion: 'V1_0',
}
const clientSettings = (poolId: string): ClientSettings => ({
  poolId, name: 'app', authFlows: [], oauthFlows: [], oauthScopes: [], callbackUrls: [], logoutUrls: [], defaultRedirectUri: undefined, accessTokenSec: 3_600, idTokenSec: 3_600, refreshTokenSec: 86_400,
  authSessionSec: 180, hidesUnknownUsers: false, readAttributes: undefined, writeAttributes: undefined,
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
  const { user } = await first.context.signIn.setNewPassword({ pool, client }, outcome.kind === 'newPassword' ? outcome.session : undefined, 'brew-house', {})
  const { refreshToken = '', accessToken } = await first.context.tokens.issue({ pool, client, user, source: 'TokenGeneration_Authentication' })

  const second = start(1_100_000)
  expect(await second.context.tokens.check(accessToken, 'aws.cognito.signin.user.admin')).toMatchObject({ user: { username: 'ada' }, client: { secret: client.secret } })
  expect((await second.context.signIn.withPassword({ pool, client }, 'ada', 'brew-house')).kind).toBe('signedIn')
  expect(decodeJwt((await second.context.tokens.refresh(client, refreshToken)).accessToken)).toMatchObject({ auth_time: 1_000, iat: 1_100 })

  await expect(start(90_000_000).context.tokens.refresh(client, refreshToken)).rejects.toMatchObject({ message: 'Refresh Token has expired' })
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
