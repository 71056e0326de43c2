import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Shelves } from '../../ground/shelf.ts'
import type { DynamoDbEngine } from './dynamodb-engine.ts'
import { nodeHttpEngine } from './node-http-engine.ts'
import { settledTables } from './settled-tables.ts'
import { recordedTimeToLive } from './recorded-time-to-live.ts'
import { transactionalEngine } from './transactions/transactional-engine.ts'

/** What dynalite 4 exports; it has no types of its own. */
type Dynalite = (options: { createTableMs: number; deleteTableMs: number; updateTableMs: number; path?: string }) => Server

/** What dynalite is started with. */
export interface DynaliteOptions {
  readonly nowMs: () => number
  readonly dataDir?: string | undefined
  /** A folder of this run's own, for its socket; absent: one is made. */
  readonly directory?: string
  readonly shelves: Shelves
}

/**
 * DynamoDB by dynalite, in this process, with its data in memory, or in a folder of `dataDir`; transactions are ours, in front of it.
 * It is pure JavaScript: it runs wherever Node.js does.
 * @see https://github.com/architect/dynalite
 */
export async function startDynalite({ nowMs, dataDir, directory, shelves }: DynaliteOptions): Promise<DynamoDbEngine> {
  // Loaded when needed: most runs have dynoxide.
  const dynalite = createRequire(import.meta.url)('dynalite') as Dynalite
  const folder = directory ?? await mkdtemp(join(tmpdir(), 'keg-dynalite-'))
  // It lets everybody in, pages of any origin, too: what has no port is for those alone who may open the file.
  const socketPath = process.platform === 'win32' ? `\\\\.\\pipe\\keg-dynalite-${randomUUID()}` : join(folder, 'dynalite.sock')
  if (dataDir !== undefined) mkdirSync(join(dataDir, 'dynamodb'), { recursive: true, mode: 0o700 })
  const server = dynalite({
    createTableMs: 0, updateTableMs: 0, deleteTableMs: 0, ...(dataDir === undefined ? {} : { path: join(dataDir, 'dynamodb') }),
  }).listen(socketPath)
  await once(server, 'listening')
  const engine = nodeHttpEngine({ socketPath }, async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
    if (directory === undefined) await rm(folder, { recursive: true, force: true })
  })
  return transactionalEngine(recordedTimeToLive(settledTables(engine), shelves.shelf('time-to-live')), nowMs)
}
