import { once } from 'node:events'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { CloudError } from '../../cloud-error.ts'
import type { Shelves } from '../state/shelf.ts'
import { httpEngine, type DynamoDbEngine } from './dynamodb-engine.ts'
import { settledTables } from './settled-tables.ts'
import { recordedTimeToLive } from './recorded-time-to-live.ts'
import { transactionalEngine } from './transactions/transactional-engine.ts'

const HOST = '127.0.0.1'

/** What dynalite 4 exports; it has no types of its own. */
type Dynalite = (options: { createTableMs: number; deleteTableMs: number; updateTableMs: number; path?: string }) => Server

/** What dynalite is started with. */
export interface DynaliteOptions {
  readonly nowMs: () => number
  readonly dataDir?: string | undefined
  readonly shelves: Shelves
}

/**
 * DynamoDB by dynalite, in this process, with its data in memory, or in a folder of `dataDir`; transactions are ours, in front of it.
 * It is pure JavaScript: it runs wherever Node.js does.
 * @see https://github.com/architect/dynalite
 */
export async function startDynalite({ nowMs, dataDir, shelves }: DynaliteOptions): Promise<DynamoDbEngine> {
  // Loaded when needed: most runs have dynoxide.
  const dynalite = createRequire(import.meta.url)('dynalite') as Dynalite
  const server = dynalite({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0, ...(dataDir === undefined ? {} : { path: join(dataDir, 'dynamodb') }) }).listen(0, HOST)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new CloudError('ENGINE_FAILED', 'dynalite did not start.')
  const engine = httpEngine(`http://${HOST}:${address.port}`, async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  })
  return transactionalEngine(recordedTimeToLive(settledTables(engine), shelves.shelf('time-to-live')), nowMs)
}
