import { createHash } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Shelf, Shelves } from '../../ground/shelf.ts'
import { invalidParameter, resourceNotFound } from './cognito-error.ts'
import { physicalSuffix } from './pool-names.ts'
import { UserDirectory } from './user-directory.ts'
import type { ClientSettings, PoolSettings, ResourceServer, UserPool, UserPoolClient } from './user-pool.ts'

/** What user pools are kept and made with. */
export interface UserPoolsOptions {
  readonly region: string
  readonly accountId: string
  readonly shelves: Shelves
  readonly nowMs: () => number
  readonly newId: () => string
}

/** The user pools of a run with their clients, domains and resource servers. */
export class UserPools {
  readonly #options: UserPoolsOptions
  readonly #pools: Shelf<UserPool>
  readonly #clients: Shelf<UserPoolClient>
  /** Pool ids by domain. */
  readonly #domains: Shelf<string>
  readonly #resourceServers: Shelf<ResourceServer>
  readonly #directories = new Map<string, UserDirectory>()

  constructor(options: UserPoolsOptions) {
    this.#options = options
    const { shelves } = options
    this.#pools = shelves.shelf('cognito/pools')
    this.#clients = shelves.shelf('cognito/clients')
    this.#domains = shelves.shelf('cognito/domains')
    this.#resourceServers = shelves.shelf('cognito/resource-servers')
  }

  /** Creates a pool with an id that is made of `seed`, so that it lasts from run to run. */
  async create(seed: string, settings: PoolSettings): Promise<UserPool> {
    const { region, accountId, nowMs } = this.#options
    const id = `${region}_${physicalSuffix(seed, 9)}`
    const [idKey, accessKey] = await Promise.all([newKey(), newKey()])
    const arn = `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`
    const pool: UserPool = { id, arn, settings, keys: { id: idKey, access: accessKey }, createdMs: nowMs(), modifiedMs: nowMs() }
    this.#pools.set(id, pool)
    return pool
  }

  update(poolId: string, settings: PoolSettings): UserPool {
    const pool = { ...this.get(poolId), settings, modifiedMs: this.#options.nowMs() }
    this.#pools.set(poolId, pool)
    return pool
  }

  /** Removes a pool with its users and all that belongs to it. */
  remove(poolId: string): void {
    if (this.find(poolId) === undefined) return
    this.directory(poolId).clear()
    for (const { id } of this.clients(poolId)) this.#clients.delete(id)
    for (const [domain, each] of [...this.#domains.entries()]) if (each === poolId) this.#domains.delete(domain)
    for (const server of this.resourceServers(poolId)) this.removeResourceServer(server)
    this.#pools.delete(poolId)
    this.#directories.delete(poolId)
  }

  find(poolId: string): UserPool | undefined {
    return this.#pools.get(poolId)
  }

  /** Throws `ServiceException` `ResourceNotFoundException`. */
  get(poolId: string): UserPool {
    const pool = this.find(poolId)
    if (pool === undefined) throw resourceNotFound(`User pool ${poolId} does not exist.`)
    return pool
  }

  list(): UserPool[] {
    return [...this.#pools.values()]
  }

  directory(poolId: string): UserDirectory {
    const { shelves, nowMs } = this.#options
    this.get(poolId)
    const directory = this.#directories.get(poolId) ?? new UserDirectory(poolId, () => this.get(poolId), shelves, nowMs)
    this.#directories.set(poolId, directory)
    return directory
  }

  createClient(seed: string, settings: ClientSettings, hasSecret: boolean): UserPoolClient {
    this.get(settings.poolId)
    const { nowMs, newId } = this.#options
    const secret = hasSecret ? createHash('sha256').update(newId()).update(newId()).digest('hex').slice(0, 52) : undefined
    const client = { ...settings, id: physicalSuffix(seed, 26).toLowerCase(), secret, createdMs: nowMs(), modifiedMs: nowMs() }
    this.#clients.set(client.id, client)
    return client
  }

  /** Changes a client, whose secret stays. */
  updateClient(clientId: string, settings: ClientSettings): UserPoolClient {
    const client = { ...this.client(clientId), ...settings, modifiedMs: this.#options.nowMs() }
    this.#clients.set(clientId, client)
    return client
  }

  removeClient(clientId: string): void {
    this.#clients.delete(clientId)
  }

  /** Throws `ServiceException` `ResourceNotFoundException`, also where the client is another pool's. */
  client(clientId: string, poolId?: string): UserPoolClient {
    const client = this.#clients.get(clientId)
    if (client === undefined || (poolId !== undefined && client.poolId !== poolId))
      throw resourceNotFound(`User pool client ${clientId} does not exist.`)
    return client
  }

  clients(poolId: string): UserPoolClient[] {
    return [...this.#clients.values()].filter((client) => client.poolId === poolId)
  }

  /** Throws `ServiceException` `InvalidParameterException` for a domain that another pool has. */
  addDomain(domain: string, poolId: string): void {
    this.get(poolId)
    if ((this.#domains.get(domain) ?? poolId) !== poolId) throw invalidParameter('Domain already associated with another user pool.')
    this.#domains.set(domain, poolId)
  }

  removeDomain(domain: string): void {
    this.#domains.delete(domain)
  }

  poolOfDomain(domain: string): UserPool | undefined {
    const poolId = this.#domains.get(domain)
    return poolId === undefined ? undefined : this.find(poolId)
  }

  domainOf(poolId: string): string | undefined {
    return [...this.#domains.entries()].find(([, each]) => each === poolId)?.[0]
  }

  setResourceServer(server: ResourceServer): void {
    this.get(server.poolId)
    this.#resourceServers.set(`${server.poolId}/${server.identifier}`, server)
  }

  removeResourceServer({ poolId, identifier }: Pick<ResourceServer, 'poolId' | 'identifier'>): void {
    this.#resourceServers.delete(`${poolId}/${identifier}`)
  }

  resourceServers(poolId: string): ResourceServer[] {
    return [...this.#resourceServers.values()].filter((server) => server.poolId === poolId)
  }
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = await exportJWK(privateKey)
  return { ...key, kid: await calculateJwkThumbprint(key), alg: 'RS256', use: 'sig' }
}
