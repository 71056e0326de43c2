import { ServiceError } from '../../gateway/service-error.ts'
import { dataShards, type DataStream } from './data-stream.ts'

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

/** Kinesis Data Streams: streams by name, in memory. */
export class Kinesis {
  readonly #streams = new Map<string, DataStream>()
  readonly #options: { readonly region: string; readonly accountId: string; readonly nowMs: () => number }

  constructor(options: { readonly region: string; readonly accountId: string; readonly nowMs: () => number }) {
    this.#options = options
  }

  get nowMs(): number {
    return this.#options.nowMs()
  }

  /** Throws `ServiceError`. */
  create(name: string, { mode = 'PROVISIONED', shardCount, retentionHours = RETENTION_HOURS }: StreamSettings): DataStream {
    const { region, accountId, nowMs } = this.#options
    if (this.#streams.has(name)) throw new ServiceError('ResourceInUseException', 400, `Stream ${name} under account ${accountId} already exists.`)
    const count = mode === 'ON_DEMAND' ? ON_DEMAND_SHARDS : (shardCount ?? 1)
    if (!Number.isInteger(count) || count < 1 || count > SHARDS_MAX) throw new ServiceError('LimitExceededException', 400, `A stream has 1 to ${SHARDS_MAX} shards, not ${count}.`)
    const arn = `arn:aws:kinesis:${region}:${accountId}:stream/${name}`
    const stream = { name, arn, mode, retentionHours, createdAtMs: nowMs(), shards: dataShards(count, { retentionHours, nowMs }) }
    this.#streams.set(name, stream)
    return stream
  }

  /** By name or ARN. Throws `ServiceError` `ResourceNotFoundException`. */
  stream(nameOrArn: string): DataStream {
    const stream = this.#streams.get(nameOrArn.split(':stream/').at(-1) ?? nameOrArn)
    if (stream === undefined) throw new ServiceError('ResourceNotFoundException', 400, `Stream ${nameOrArn} under account ${this.#options.accountId} not found.`)
    return stream
  }

  delete(nameOrArn: string): void {
    const { name, shards } = this.stream(nameOrArn)
    for (const { shard } of shards) shard.close()
    this.#streams.delete(name)
  }

  names(): readonly string[] {
    return [...this.#streams.keys()].sort()
  }
}
