import { join } from 'node:path'
import { makePrivateFile } from '../private-file.ts'
import { fauxqsModules, type FauxqsStores } from './fauxqs-modules.ts'
import { fauxqsQueues } from './fauxqs-queues.ts'
import type { SharedEngine } from './shared-engine.ts'

/** fauxqs keeps all that it has in this account. */
const ACCOUNT = '000000000000'

/**
 * Starts fauxqs, embedded: requests are handed to its routers without a socket. With `dataDir`, all that it has is in a SQLite file there.
 * Topics and buckets are loaded at the first request to one of them.
 * @see https://github.com/kibertoad/fauxqs
 */
export async function startFauxqs(region: string, dataDir?: string): Promise<SharedEngine> {
  const stores = dataDir === undefined ? await newStores() : await keptStores(join(dataDir, 'queues-topics-buckets'))
  stores.sqsStore.region = region
  const queues = await fauxqsQueues(stores.sqsStore)
  const start = async () => (await import('fauxqs')).buildApp({ logger: false, defaultRegion: region, stores })
  let starting: ReturnType<typeof start> | undefined
  const app = () => (starting ??= start())
  let isClosed = false
  const expectOpen = () => {
    if (isClosed) throw new Error('Queues, topics and buckets are closed.')
  }
  return {
    accountId: ACCOUNT,
    queueUrl: (name) => `http://sqs.${region}.localhost/${ACCOUNT}/${name}`,
    async inject({ service, headers, payload }) {
      expectOpen()
      const authorization = `AWS4-HMAC-SHA256 Credential=keg/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`
      const signed = { ...headers, authorization }
      if (service === 'sqs') return queues({ headers: signed, payload })
      return (await app()).inject({ method: 'POST', url: '/', headers: signed, payload })
    },
    async object({ method, url, headers, payload }) {
      expectOpen()
      // Whatever method a client sent, the router says what it knows.
      const { statusCode, headers: answered, rawPayload } = await (await app()).inject({ method: method as 'GET', url, headers, payload })
      const texts = Object.entries(answered).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]))
      return { statusCode, headers: Object.fromEntries(texts), body: rawPayload }
    },
    async close() {
      isClosed = true
      // Long polls answer at once.
      stores.sqsStore.shutdown()
      await (await starting)?.close()
    },
  }
}

const STORES = ['sqs/sqsStore.js', 'sns/snsStore.js', 's3/s3Store.js'] as const

async function newStores(): Promise<FauxqsStores> {
  const { SqsStore, SnsStore, S3Store } = await fauxqsModules(...STORES)
  return { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() }
}

/** Stores with all that a folder has of them, and that write to it: in the order in which fauxqs's own server does it. */
async function keptStores(dataDir: string): Promise<FauxqsStores> {
  const [stores, { PersistenceManager }] = await Promise.all([newStores(), fauxqsModules('persistence.js')])
  const { sqsStore, snsStore, s3Store } = stores
  makePrivateFile(join(dataDir, 'fauxqs.db'))
  const persistence = new PersistenceManager(dataDir)
  persistence.load(sqsStore, snsStore, s3Store)
  for (const store of [sqsStore, snsStore, s3Store, ...sqsStore.allQueues()]) Object.assign(store, { persistence })
  return stores
}
