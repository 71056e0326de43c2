import { clientSettings } from '../client-settings.ts'
import { invalidParameter } from '../cognito-error.ts'
import { describedClient, describedPool } from '../descriptions.ts'

import { poolSettings } from '../pool-settings.ts'
import { operation } from './operation.ts'

/** What is refused in templates is refused here, too. */
function checkPool(input: { readonly MfaConfiguration?: string | undefined }): void {
  if (input.MfaConfiguration === 'ON') throw invalidParameter('Second factors are not emulated: MfaConfiguration ON.')
}

/** Pools, clients and domains that a call makes or changes, as a template would. */
export const createUserPool = operation('CreateUserPool', async (input, { pools, newId }) => {
  checkPool(input)
  return { UserPool: describedPool(await pools.create(newId(), poolSettings({ ...input }, input.PoolName)), undefined, 0) }
})

export const updateUserPool = operation('UpdateUserPool', (input, { pools }) => {
  checkPool(input)
  const { id, settings } = pools.get(input.UserPoolId)
  const { schema, aliasAttributes, usernameAttributes, caseSensitive } = settings
  // How users are named, and what they have, stays.
  pools.update(id, {
    ...poolSettings({ ...input }, input.PoolName ?? settings.name), schema, aliasAttributes, usernameAttributes, caseSensitive,
  })
  return {}
})

export const deleteUserPool = operation('DeleteUserPool', (input, { pools }) => {
  const { id } = pools.get(input.UserPoolId)
  if (pools.domainOf(id) !== undefined)
    throw invalidParameter('User pool cannot be deleted. It has a domain configured that should be deleted first.')
  pools.remove(id)
})

export const createUserPoolClient = operation('CreateUserPoolClient', (input, { pools, newId }) => {
  const settings = clientSettings({ ...input }, input.UserPoolId, input.ClientName)
  return { UserPoolClient: describedClient(pools.createClient(newId(), settings, input.GenerateSecret === true)) }
})

export const updateUserPoolClient = operation('UpdateUserPoolClient', (input, { pools }) => {
  const { id, poolId, name } = pools.client(input.ClientId, input.UserPoolId)
  return { UserPoolClient: describedClient(pools.updateClient(id, clientSettings({ ...input }, poolId, input.ClientName ?? name))) }
})

export const deleteUserPoolClient = operation('DeleteUserPoolClient', (input, { pools }) => {
  pools.removeClient(pools.client(input.ClientId, input.UserPoolId).id)
})

export const createUserPoolDomain = operation('CreateUserPoolDomain', (input, { pools }) => {
  pools.addDomain(input.Domain, input.UserPoolId)
  return {}
})

export const deleteUserPoolDomain = operation('DeleteUserPoolDomain', (input, { pools }) => {
  const domain = input.Domain
  if (pools.poolOfDomain(domain)?.id !== input.UserPoolId) throw invalidParameter('No such domain or user pool exists.')
  pools.removeDomain(domain)
  return {}
})

export const createResourceServer = operation('CreateResourceServer', (input, { pools }) => {
  const [poolId, identifier, name] = [input.UserPoolId, input.Identifier, input.Name]
  const given = input.Scopes ?? []
  const scopes = given.map(({ ScopeName, ScopeDescription }) => ({ name: ScopeName, description: ScopeDescription }))
  pools.setResourceServer({ poolId, identifier, name, scopes })
  return { ResourceServer: { UserPoolId: poolId, Identifier: identifier, Name: name, Scopes: given } }
})

export const deleteResourceServer = operation('DeleteResourceServer', (input, { pools }) => {
  pools.removeResourceServer({ poolId: input.UserPoolId, identifier: input.Identifier })
})
