import { describedClient, describedPool } from '../descriptions.ts'
import { optionalText, text } from '../input.ts'
import type { Operations } from '../operation.ts'
import { page } from '../page.ts'

/** What the templates have made. */
export const poolOperations: Operations = {
  DescribeUserPool(input, { pools }) {
    const pool = pools.get(text(input, 'UserPoolId'))
    return { UserPool: describedPool(pool, pools.domainOf(pool.id), pools.directory(pool.id).users().length) }
  },

  ListUserPools(input, { pools }) {
    const described = pools.list().map(({ id, settings, createdMs, modifiedMs }) => ({ Id: id, Name: settings.name, LambdaConfig: settings.triggers, CreationDate: createdMs / 1000, LastModifiedDate: modifiedMs / 1000 }))
    const { items, next } = page(described, input['MaxResults'], optionalText(input, 'NextToken'))
    return { UserPools: items, ...(next === undefined ? {} : { NextToken: next }) }
  },

  DescribeUserPoolClient(input, { pools }) {
    return { UserPoolClient: describedClient(pools.client(text(input, 'ClientId'), text(input, 'UserPoolId'))) }
  },

  ListUserPoolClients(input, { pools }) {
    const poolId = pools.get(text(input, 'UserPoolId')).id
    const { items, next } = page(pools.clients(poolId).map(({ id, name }) => ({ ClientId: id, UserPoolId: poolId, ClientName: name })), input['MaxResults'], optionalText(input, 'NextToken'))
    return { UserPoolClients: items, ...(next === undefined ? {} : { NextToken: next }) }
  },

  DescribeUserPoolDomain(input, { pools }) {
    const domain = text(input, 'Domain')
    const pool = pools.poolOfDomain(domain)
    return { DomainDescription: pool === undefined ? {} : { Domain: domain, UserPoolId: pool.id, Status: 'ACTIVE' } }
  },

  ListResourceServers(input, { pools }) {
    const poolId = pools.get(text(input, 'UserPoolId')).id
    const described = pools.resourceServers(poolId).map(({ identifier, name, scopes }) => ({
      UserPoolId: poolId, Identifier: identifier, Name: name, Scopes: scopes.map((scope) => ({ ScopeName: scope.name, ScopeDescription: scope.description })),
    }))
    return { ResourceServers: described }
  },
}
