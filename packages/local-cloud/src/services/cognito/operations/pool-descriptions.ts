import { describedClient, describedPool } from '../descriptions.ts'

import { page } from '../page.ts'
import { operation } from './operation.ts'

/** What the templates have made. */
export const describeUserPool = operation('DescribeUserPool', (input, { pools }) => {
  const pool = pools.get(input.UserPoolId)
  return { UserPool: describedPool(pool, pools.domainOf(pool.id), pools.directory(pool.id).users().length) }
})

export const listUserPools = operation('ListUserPools', (input, { pools }) => {
  const described = pools.list().map(({ id, settings, createdMs, modifiedMs }) => ({
    Id: id, Name: settings.name, LambdaConfig: settings.triggers, CreationDate: createdMs / 1000, LastModifiedDate: modifiedMs / 1000,
  }))
  const { items, next } = page(described, input.MaxResults, input.NextToken)
  return { UserPools: items, ...(next === undefined ? {} : { NextToken: next }) }
})

export const describeUserPoolClient = operation('DescribeUserPoolClient', (input, { pools }) => {
  return { UserPoolClient: describedClient(pools.client(input.ClientId, input.UserPoolId)) }
})

export const listUserPoolClients = operation('ListUserPoolClients', (input, { pools }) => {
  const poolId = pools.get(input.UserPoolId).id
  const { items, next } = page(
    pools.clients(poolId).map(({ id, name }) => ({ ClientId: id, UserPoolId: poolId, ClientName: name })),
    input.MaxResults,
    input.NextToken,
  )
  return { UserPoolClients: items, ...(next === undefined ? {} : { NextToken: next }) }
})

export const describeUserPoolDomain = operation('DescribeUserPoolDomain', (input, { pools }) => {
  const domain = input.Domain
  const pool = pools.poolOfDomain(domain)
  return { DomainDescription: pool === undefined ? {} : { Domain: domain, UserPoolId: pool.id, Status: 'ACTIVE' } }
})

export const listResourceServers = operation('ListResourceServers', (input, { pools }) => {
  const poolId = pools.get(input.UserPoolId).id
  const described = pools.resourceServers(poolId).map(({ identifier, name, scopes }) => ({
    UserPoolId: poolId, Identifier: identifier, Name: name,
    Scopes: scopes.map((scope) => ({ ScopeName: scope.name, ScopeDescription: scope.description })),
  }))
  return { ResourceServers: described }
})
