import { join } from 'node:path'
import type { BuildAppOptions } from 'fauxqs'
import { makePrivateFile } from '../private-file.ts'
import type { SharedEngine } from './shared-engine.ts'

/** fauxqs keeps all that it has in this account. */
const ACCOUNT = '000000000000'

/**
 * Starts fauxqs, embedded: requests are handed to its router without a socket. With `dataDir`, all that it has is in a SQLite file there.
 * @see https://github.com/kibertoad/fauxqs
 */
export async function startFauxqs(region: string, dataDir?: string): Promise<SharedEngine> {
  // Loaded on use: an assembly without queues starts sooner.
  const { buildApp } = await import('fauxqs')
  const app = buildApp({
    logger: false, defaultRegion: region, ...(dataDir === undefined ? {} : await keptStores(join(dataDir, 'queues-topics-buckets'))),
  })
  return {
    accountId: ACCOUNT,
    queueUrl: (name) => `http://sqs.${region}.localhost/${ACCOUNT}/${name}`,
    inject({ service, headers, payload }) {
      const authorization = `AWS4-HMAC-SHA256 Credential=keg/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`
      return app.inject({ method: 'POST', url: '/', headers: { ...headers, authorization }, payload })
    },
    async object({ method, url, headers, payload }) {
      // Whatever method a client sent, the router says what it knows.
      const { statusCode, headers: answered, rawPayload } = await app.inject({ method: method as 'GET', url, headers, payload })
      const texts = Object.entries(answered).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]))
      return { statusCode, headers: Object.fromEntries(texts), body: rawPayload }
    },
    close: async () => {
      await app.close()
    },
  }
}

type Stores = Required<BuildAppOptions>['stores']

/** What of fauxqs's own modules is used here: its package shows them only behind a server that listens on every interface. */
interface Modules {
  readonly SqsStore: new () => Stores['sqsStore']
  readonly SnsStore: new () => Stores['snsStore']
  readonly S3Store: new () => Stores['s3Store']
  readonly PersistenceManager: new (
    dataDir: string,
  ) => Required<Stores['sqsStore']>['persistence'] & { load(sqs: object, sns: object, s3: object): void }
}

/** Stores with all that a folder has of them, and that write to it: in the order in which fauxqs's own server does it. */
async function keptStores(dataDir: string): Promise<{ stores: Stores }> {
  const { SqsStore, SnsStore, S3Store, PersistenceManager } = await fauxqsModules()
  const [sqsStore, snsStore, s3Store] = [new SqsStore(), new SnsStore(), new S3Store()]
  makePrivateFile(join(dataDir, 'fauxqs.db'))
  const persistence = new PersistenceManager(dataDir)
  persistence.load(sqsStore, snsStore, s3Store)
  for (const store of [sqsStore, snsStore, s3Store, ...sqsStore.allQueues()]) Object.assign(store, { persistence })
  return { stores: { sqsStore, snsStore, s3Store } }
}

async function fauxqsModules(): Promise<Modules> {
  // The version is pinned, and a test restarts over a folder.
  const main = import.meta.resolve('fauxqs')
  const files = ['sqs/sqsStore.js', 'sns/snsStore.js', 's3/s3Store.js', 'persistence.js']
  const loaded = await Promise.all(files.map((file) => import(new URL(file, main).href) as Promise<object>))
  return Object.assign({}, ...loaded) as Modules
}
