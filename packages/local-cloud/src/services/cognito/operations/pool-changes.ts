import { isRecord } from '../../../assembly/template.ts'
import { clientSettings } from '../client-settings.ts'
import { invalidParameter } from '../cognito-error.ts'
import { describedClient, describedPool } from '../descriptions.ts'
import { optionalText, text, type Input } from '../input.ts'
import type { Operations } from '../operation.ts'
import { poolSettings } from '../pool-settings.ts'

/** What is refused in templates is refused here, too. */
function checkPool(input: Input): void {
  if (input['MfaConfiguration'] === 'ON') throw invalidParameter('Second factors are not emulated: MfaConfiguration ON.')
}

/** Pools, clients and domains that a call makes or changes, as a template would. */
export const poolChangeOperations: Operations = {
  async CreateUserPool(input, { pools, newId }) {
    checkPool(input)
    return { UserPool: describedPool(await pools.create(newId(), poolSettings(input, text(input, 'PoolName'))), undefined, 0) }
  },

  UpdateUserPool(input, { pools }) {
    checkPool(input)
    const { id, settings } = pools.get(text(input, 'UserPoolId'))
    const { schema, aliasAttributes, usernameAttributes, caseSensitive } = settings
    // How users are named, and what they have, stays.
    pools.update(id, { ...poolSettings(input, optionalText(input, 'PoolName') ?? settings.name), schema, aliasAttributes, usernameAttributes, caseSensitive })
    return {}
  },

  DeleteUserPool(input, { pools }) {
    const { id } = pools.get(text(input, 'UserPoolId'))
    if (pools.domainOf(id) !== undefined) throw invalidParameter('User pool cannot be deleted. It has a domain configured that should be deleted first.')
    pools.remove(id)
    return {}
  },

  CreateUserPoolClient(input, { pools, newId }) {
    const settings = clientSettings(input, text(input, 'UserPoolId'), text(input, 'ClientName'))
    return { UserPoolClient: describedClient(pools.createClient(newId(), settings, input['GenerateSecret'] === true)) }
  },

  UpdateUserPoolClient(input, { pools }) {
    const { id, poolId, name } = pools.client(text(input, 'ClientId'), text(input, 'UserPoolId'))
    return { UserPoolClient: describedClient(pools.updateClient(id, clientSettings(input, poolId, optionalText(input, 'ClientName') ?? name))) }
  },

  DeleteUserPoolClient(input, { pools }) {
    pools.removeClient(pools.client(text(input, 'ClientId'), text(input, 'UserPoolId')).id)
    return {}
  },

  CreateUserPoolDomain(input, { pools }) {
    pools.addDomain(text(input, 'Domain'), text(input, 'UserPoolId'))
    return {}
  },

  DeleteUserPoolDomain(input, { pools }) {
    const domain = text(input, 'Domain')
    if (pools.poolOfDomain(domain)?.id !== text(input, 'UserPoolId')) throw invalidParameter('No such domain or user pool exists.')
    pools.removeDomain(domain)
    return {}
  },

  CreateResourceServer(input, { pools }) {
    const [poolId, identifier, name] = [text(input, 'UserPoolId'), text(input, 'Identifier'), text(input, 'Name')]
    const given = (Array.isArray(input['Scopes']) ? input['Scopes'] : []).filter(isRecord)
    const scopes = given.map(({ ScopeName, ScopeDescription }) => ({ name: String(ScopeName), description: String(ScopeDescription) }))
    pools.setResourceServer({ poolId, identifier, name, scopes })
    return { ResourceServer: { UserPoolId: poolId, Identifier: identifier, Name: name, Scopes: given } }
  },

  DeleteResourceServer(input, { pools }) {
    pools.removeResourceServer({ poolId: text(input, 'UserPoolId'), identifier: text(input, 'Identifier') })
    return {}
  },
}
