import { expect, it } from 'vitest'
import { attributeClaims, groupClaims, overridden, overriddenGroups, overriddenScopes } from './token-claims.ts'
import { clientSettings } from './client-settings.ts'

const client = {
  ...clientSettings({ ReadAttributes: ['email', 'email_verified', 'name'] }, 'us-east-1_a', 'app'), id: 'c', secret: undefined,
  createdMs: 0, modifiedMs: 0,
}
const user = { attributes: { sub: 's-1', email: 'ada@bar.example', email_verified: 'true', name: 'Ada', 'custom:site': 'berlin' } }

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
it.each<[string[], object]>([
  [['openid'], { sub: 's-1', email: 'ada@bar.example', email_verified: true, name: 'Ada' }],
  [['openid', 'email'], { sub: 's-1', email: 'ada@bar.example', email_verified: true }],
  [['openid', 'phone'], { sub: 's-1' }],
  [['openid', 'email', 'profile'], { sub: 's-1', email: 'ada@bar.example', email_verified: true, name: 'Ada' }],
  [['aws.cognito.signin.user.admin'], { sub: 's-1', email: 'ada@bar.example', email_verified: true, name: 'Ada' }],
])('the scopes %j open what the client may read', (scopes, claims) => {
  expect(attributeClaims(client, user, scopes)).toEqual(claims)
})

const group = (name: string, roleArn?: string) => ({ name, roleArn, description: undefined, precedence: 0, createdMs: 0, modifiedMs: 0 })

it('groups are claims with their roles; of none there is no claim', () => {
  expect(groupClaims([])).toEqual({})
  expect(groupClaims([group('a', 'arn:a'), group('b')])).toEqual({
    'cognito:groups': ['a', 'b'], 'cognito:roles': ['arn:a'], 'cognito:preferred_role': 'arn:a',
  })
  expect(groupClaims([group('a', 'arn:a'), group('b', 'arn:b')])).not.toHaveProperty('cognito:preferred_role')
  expect(groupClaims([group('a', 'arn:a'), { ...group('b', 'arn:b'), precedence: 1 }])).toMatchObject({ 'cognito:preferred_role': 'arn:a' })
  expect(overriddenGroups(groupClaims([group('a', 'arn:a')]), { groupsToOverride: ['x'] })).toEqual({
    'cognito:groups': ['x'], 'cognito:roles': ['arn:a'], 'cognito:preferred_role': 'arn:a',
  })
})

// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
it.each<[unknown, object]>([
  [undefined, { sub: 's-1', name: 'Ada' }],
  [{ claimsToAddOrOverride: { site: 'berlin', name: 'A.' } }, { sub: 's-1', name: 'A.', site: 'berlin' }],
  [{ claimsToSuppress: ['name'] }, { sub: 's-1' }],
  [
    { claimsToAddOrOverride: { sub: 'forged', iss: 'forged', 'cognito:username': 'forged' }, claimsToSuppress: ['sub', 'exp'] },
    { sub: 's-1', name: 'Ada' },
  ],
])('a trigger that says %j changes claims, but not who it is', (details, claims) => {
  expect(overridden({ sub: 's-1', name: 'Ada' }, details)).toEqual(claims)
})

it('a trigger adds and suppresses scopes', () => {
  expect(overriddenScopes(['openid', 'email'], { scopesToAdd: ['kegs/read', 'openid'], scopesToSuppress: ['email'] }))
    .toEqual(['openid', 'kegs/read'])
})
