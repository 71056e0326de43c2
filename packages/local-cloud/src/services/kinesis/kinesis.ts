import { ServiceException } from '@keg/aws-service'
import type { Shelf, Shelves } from '../../ground/shelf.ts'
import { dataShards, shardOf, type DataStream } from './data-stream.ts'
import { putRecordInto, type PutRecord } from './put-record.ts'

/** @see https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html */
const RETENTION_HOURS = 24
const ON_DEMAND_SHARDS = 4
const SHARDS_MAX = 500

/** How a stream is made. */
export interface StreamSettings {
  readonly mode?: 'ON_DEMAND' | 'PROVISIONED' | undefined
  readonly shardCount?: number | undefined
  readonly retentionHours?: number | undefined
}

interface KinesisOptions {
  readonly region: string
  readonly accountId: string
  readonly nowMs: () => number
  readonly shelves: Shelves
}

/** What of a stream is kept beside its records. */
interface KeptStream {
  readonly mode: DataStream['mode']
  readonly retentionHours: number
  readonly createdAtMs: number
  readonly shardCount: number
}

/** Kinesis Data Streams: streams by name. */
export class Kinesis {
  readonly #streams = new Map<string, DataStream>()
  readonly #kept: Shelf<KeptStream>
  readonly #options: KinesisOptions

  constructor(options: KinesisOptions) {
    this.#options = options
    this.#kept = options.shelves.shelf('kinesis')
    for (const [name, kept] of this.#kept.entries()) this.#open(name, kept)
  }

  get nowMs(): number {
    return this.#options.nowMs()
  }

  /** Throws `ServiceException`. */
  create(name: string, { mode = 'PROVISIONED', shardCount, retentionHours = RETENTION_HOURS }: StreamSettings): DataStream {
    const { accountId, nowMs } = this.#options
    if (this.#streams.has(name))
      throw new ServiceException('ResourceInUseException', 400, `Stream ${name} under account ${accountId} already exists.`)
    const count = mode === 'ON_DEMAND' ? ON_DEMAND_SHARDS : (shardCount ?? 1)
    if (!Number.isInteger(count) || count < 1 || count > SHARDS_MAX)
      throw new ServiceException('LimitExceededException', 400, `A stream has 1 to ${SHARDS_MAX} shards, not ${count}.`)
    const kept = { mode, retentionHours, createdAtMs: nowMs(), shardCount: count }
    this.#kept.set(name, kept)
    return this.#open(name, kept)
  }

  #open(name: string, { shardCount, ...kept }: KeptStream): DataStream {
    const { region, accountId, nowMs, shelves } = this.#options
    const arn = `arn:aws:kinesis:${region}:${accountId}:stream/${name}`
    const stream = { ...kept, name, arn, shards: dataShards(name, shardCount, { ...kept, nowMs, shelves }) }
    this.#streams.set(name, stream)
    return stream
  }

  /** By name or ARN. Throws `ServiceException` `ResourceNotFoundException`. */
  stream(nameOrArn: string): DataStream {
    const stream = this.#streams.get(nameOrArn.split(':stream/').at(-1) ?? nameOrArn)
    if (stream === undefined) {
      throw new ServiceException(
        'ResourceNotFoundException', 400, `Stream ${nameOrArn} under account ${this.#options.accountId} not found.`,
      )
    }
    return stream
  }

  /** Puts a record as a call does, without a request. Throws `ServiceException`. */
  put(nameOrArn: string, record: PutRecord): ReturnType<typeof putRecordInto> {
    return putRecordInto(this.stream(nameOrArn), record)
  }

  /** Puts what another service sends, in base64. Throws `ServiceException` `ResourceNotFoundException`. */
  append(nameOrArn: string, partitionKey: string, data: string): void {
    shardOf(this.stream(nameOrArn), partitionKey).shard.append({ partitionKey, data })
  }

  delete(nameOrArn: string): void {
    const { name, shards } = this.stream(nameOrArn)
    for (const { shard } of shards) shard.clear()
    this.#streams.delete(name)
    this.#kept.delete(name)
  }

  names(): readonly string[] {
    return [...this.#streams.keys()].sort()
  }
}
