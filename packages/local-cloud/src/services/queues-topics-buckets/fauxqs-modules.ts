import type { BuildAppOptions } from 'fauxqs'

/** What fauxqs has of queues, topics and buckets. */
export type FauxqsStores = Required<BuildAppOptions>['stores']

/** A request to the queues, as far as they look at it. */
export interface QueueRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** Takes down the status and the headers of an answer. */
export interface QueueReply {
  status(code: number): void
  header(name: string, value: string): void
}

/** Answers a request for one operation of SQS. Throws what the router makes a refusal of. */
export type QueueAction = (body: unknown, store: FauxqsStores['sqsStore'], request: QueueRequest) => unknown

export interface QueueRouter {
  register(operation: string, action: QueueAction): void
  /** Resolves with the body of the answer, an object. */
  handle(request: QueueRequest, reply: QueueReply): Promise<unknown>
}

/** What of fauxqs's own modules is used here: its package shows them only behind a web server, whose own modules are five times as many. */
export interface FauxqsModules {
  readonly SqsStore: new () => FauxqsStores['sqsStore']
  readonly SnsStore: new () => FauxqsStores['snsStore']
  readonly S3Store: new () => FauxqsStores['s3Store']
  readonly SqsRouter: new (store: FauxqsStores['sqsStore']) => QueueRouter
  readonly PersistenceManager: new (
    dataDir: string,
  ) => FauxqsStores['sqsStore']['persistence'] & { load(sqs: object, sns: object, s3: object): void }
}

/** Loads modules of fauxqs by their files, as `sqs/sqsStore.js`, and answers all that they export. */
export async function fauxqsModules<Exports = FauxqsModules>(...files: readonly string[]): Promise<Exports> {
  // The version is pinned, and a test restarts over a folder.
  const main = import.meta.resolve('fauxqs')
  const loaded = await Promise.all(files.map((file) => import(new URL(file, main).href) as Promise<object>))
  return Object.assign({}, ...loaded) as Exports
}
