import { ServiceException } from '@keg/aws-service'
import type { Ports } from '../../ground/ports.ts'
import type { ObjectRequest, SharedEngine } from '../queues-topics-buckets/shared-engine.ts'
import { ruleMatches, type NotificationRule } from './notification-rule.ts'
import { checkDeletedKeys } from './deleted-keys.ts'
import { busEvent, objectEvent, type ObjectChange } from './object-event.ts'

/** What one listing holds at most. */
const KEYS_MAX = 1_000

/** What buckets run with. */
export interface S3Options {
  readonly region: string
  readonly accountId: string
  readonly nowMs: () => number
  readonly newId: () => string
  /** Hands a notification to its destination. */
  readonly deliver: (destination: NotificationRule['destination'], event: object) => Promise<void>
  /** Tells the default event bus. */
  readonly emit: Ports['emit']
  readonly log: (text: string) => void
}

/** S3 by its engine, with the notifications that the engine does not send. */
export class S3 {
  readonly #engine: SharedEngine
  readonly #options: S3Options
  /** By bucket, and by the resource that they belong to. */
  readonly #rules = new Map<string, Map<string, readonly NotificationRule[]>>()
  #changes = 0
  #conditional: Promise<unknown> = Promise.resolve()

  constructor(engine: SharedEngine, options: S3Options) {
    this.#engine = engine
    this.#options = options
  }

  async createBucket(name: string): Promise<void> {
    const { statusCode, body } = await this.#engine.object({ method: 'PUT', url: `/${name}`, headers: {}, payload: Buffer.alloc(0) })
    if (statusCode >= 400) throw new ServiceException('CreateBucketFailed', statusCode, body.toString())
  }

  /** Throws `ServiceException` `BucketNotEmpty`; to no effect for a bucket that is not there. */
  async deleteBucket(name: string): Promise<void> {
    const { statusCode, body } = await this.#engine.object({ method: 'DELETE', url: `/${name}`, headers: {}, payload: Buffer.alloc(0) })
    if (statusCode === 409) throw new ServiceException('BucketNotEmpty', 409, `The bucket you tried to delete is not empty: ${name}`)
    if (statusCode >= 400 && statusCode !== 404) throw new ServiceException('DeleteBucketFailed', statusCode, body.toString())
    this.#rules.delete(name)
  }

  /** How many there are; of more than a thousand, `1000 or more`. */
  async countObjects(name: string): Promise<number | string> {
    const keys = await this.#keys(name)
    return keys.length < KEYS_MAX ? keys.length : `${KEYS_MAX} or more`
  }

  /** The first thousand. */
  async #keys(name: string): Promise<string[]> {
    const { statusCode, body } = await this.#engine.object({
      method: 'GET', url: `/${name}?list-type=2`, headers: {}, payload: Buffer.alloc(0),
    })
    return statusCode >= 400 ? [] : [...body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => unescapeXml(key))
  }

  /** Deletes every object, without telling anybody. */
  async emptyBucket(name: string): Promise<void> {
    for (;;) {
      const keys = await this.#keys(name)
      if (keys.length === 0) return
      for (const key of keys) {
        await this.#engine.object({
          method: 'DELETE', url: `/${name}/${key.split('/').map(encodeURIComponent).join('/')}`, headers: {}, payload: Buffer.alloc(0),
        })
      }
    }
  }

  /**
   * Sets whom a bucket tells of its objects by a resource; queues and topics are sent a test event first, as AWS does, unless they were
   * told before.
   */
  async notify(bucket: string, owner: string, rules: readonly NotificationRule[], toldBefore = false): Promise<void> {
    const ofBucket = this.#rules.get(bucket) ?? new Map<string, readonly NotificationRule[]>()
    this.#rules.set(bucket, ofBucket.set(owner, rules))
    if (toldBefore) return
    const { nowMs, newId, deliver } = this.#options
    for (const { destination } of rules.filter(({ destination: { kind } }) => kind === 'queue' || kind === 'topic')) {
      await deliver(destination, {
        Service: 'Amazon S3', Event: 's3:TestEvent', Time: new Date(nowMs()).toISOString(), Bucket: bucket, RequestId: newId(),
        HostId: newId(),
      })
    }
  }

  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const payload = Buffer.from(await request.arrayBuffer())
    const headers = Object.fromEntries(request.headers)
    // The body is whole by now.
    delete headers['transfer-encoding']
    if (request.method === 'POST' && url.searchParams.has('delete')) checkDeletedKeys(payload.toString())
    const wanted = { method: request.method, url: `${url.pathname}${url.search}`, headers, payload }
    const removed = await this.#toBeRemoved(wanted)
    const answer = await this.#answer(wanted)
    if (answer.statusCode < 300) await this.#tell(wanted, removed)
    const body = request.method === 'HEAD' || answer.statusCode === 204 || answer.statusCode === 304 ? null : new Uint8Array(answer.body)
    return new Response(body, { status: answer.statusCode, headers: answer.headers })
  }

  /**
   * The engine overwrites whatever the condition says.
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
   */
  #answer(request: ObjectRequest): ReturnType<SharedEngine['object']> {
    if (request.headers['if-none-match'] !== '*' || (request.method !== 'PUT' && request.method !== 'POST'))
      return this.#engine.object(request)
    // One after the other: of two that ask at once, one has to lose.
    const answer = this.#conditional.then(async () => {
      const { statusCode } = await this.#engine.object({
        method: 'HEAD', url: request.url.split('?')[0] ?? request.url, headers: {}, payload: Buffer.alloc(0),
      })
      if (statusCode < 300)
        throw new ServiceException('PreconditionFailed', 412, 'At least one of the pre-conditions you specified did not hold')
      return this.#engine.object(request)
    })
    this.#conditional = answer.catch(() => undefined)
    return answer
  }

  async #tell({ method, url, headers }: ObjectRequest, removed: readonly string[]): Promise<void> {
    const { bucket, key, query } = objectOf(url)
    for (const removedKey of removed) this.#changed({ eventName: 'ObjectRemoved:Delete', bucket, key: removedKey })
    const eventName = key === '' || query.has('tagging') || query.has('acl') ? undefined : createdBy(method, query, headers)
    if (eventName === undefined || !this.#rules.has(bucket)) return
    const { headers: head } = await this.#engine.object({
      method: 'HEAD', url: url.split('?')[0] ?? url, headers: {}, payload: Buffer.alloc(0),
    })
    this.#changed({
      eventName, bucket, key, object: { size: Number(head['content-length']), eTag: String(head['etag']).replaceAll('"', '') },
    })
  }

  #changed(change: ObjectChange): void {
    const { region, accountId, nowMs, newId, deliver, emit, log } = this.#options
    this.#changes += 1
    const sequencer = `${nowMs().toString(16).padStart(12, '0')}${this.#changes.toString(16).padStart(6, '0')}`.toUpperCase()
    for (const rule of [...this.#rules.get(change.bucket)?.values() ?? []].flat()) {
      if (!ruleMatches(rule, change.eventName, change.key)) continue
      if (rule.destination.kind === 'eventBus') {
        const { detailType, detail, resources } = busEvent(change, { requestId: newId(), sequencer, accountId })
        emit('aws.s3', detailType, detail, resources)
        continue
      }
      const event = objectEvent(change, { region, nowMs: nowMs(), requestId: newId(), sequencer, configurationId: rule.id })
      deliver(rule.destination, event).catch((error: unknown) =>
        log(`${change.eventName} of ${change.bucket}/${change.key} did not reach ${rule.destination.arn}: ${String(error)}`))
    }
  }

  /** The keys that a request is about to remove and that are there. */
  async #toBeRemoved({ method, url, payload }: ObjectRequest): Promise<string[]> {
    const { bucket, key, query } = objectOf(url)
    if (!this.#rules.has(bucket)) return []
    const keys = method === 'DELETE' && key !== '' && !query.has('uploadId') ? [key]
      : method === 'POST' && query.has('delete')
        ? [...payload.toString().matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, text = '']) => unescapeXml(text))
      : []
    const there = await Promise.all(keys.map(async (each) =>
      (await this.#engine.object({
        method: 'HEAD', url: `/${bucket}/${encodeURIComponent(each)}`, headers: {}, payload: Buffer.alloc(0),
      })).statusCode < 300))
    return keys.filter((_, index) => there[index])
  }
}

function createdBy(method: string, query: URLSearchParams, headers: Readonly<Record<string, string>>): string | undefined {
  if (method === 'POST') return query.has('uploadId') ? 'ObjectCreated:CompleteMultipartUpload' : undefined
  if (method !== 'PUT' || query.has('uploadId')) return undefined
  return headers['x-amz-copy-source'] === undefined ? 'ObjectCreated:Put' : 'ObjectCreated:Copy'
}

function objectOf(url: string): { bucket: string; key: string; query: URLSearchParams } {
  const { pathname, searchParams } = new URL(url, 'http://s3')
  const [bucket = '', ...key] = pathname.slice(1).split('/')
  return { bucket, key: decodeURIComponent(key.join('/')), query: searchParams }
}

function unescapeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', '\'').replaceAll('&amp;', '&')
}
