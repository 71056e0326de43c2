import type { Shelf, Shelves } from '../../../ground/shelf.ts'
import { Shard } from '../../streams/shard.ts'
import type { Attributes } from '../transactions/item-key.ts'

/** Which of an item's images a stream has. */
export type StreamViewType = 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES'

/** One change of an item, without its place in the stream. */
export interface ItemChange {
  readonly eventId: string
  readonly keys: Attributes
  readonly before: Attributes | undefined
  readonly after: Attributes | undefined
}

/** The stream of a table. */
export interface TableStream {
  readonly arn: string
  /** When it was enabled, as `2026-11-25T12:00:00.000`. */
  readonly label: string
  readonly tableName: string
  readonly viewType: StreamViewType
  readonly keySchema: unknown
  readonly createdAtMs: number
  readonly shardId: string
  readonly shard: Shard<ItemChange>
}

interface TableStreamsOptions {
  readonly region: string
  readonly accountId: string
  readonly nowMs: () => number
  readonly shelves: Shelves
}

/** What of a stream is kept beside its records. */
interface KeptStream extends Pick<TableStream, 'tableName' | 'viewType' | 'keySchema' | 'createdAtMs'> {
  readonly endedAtMs?: number
}

/**
 * As long as DynamoDB keeps records, and a stream after its end.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
 */
const RETENTION_MS = 24 * 3_600_000

/** The streams of an account's tables, those that have ended included. */
export class TableStreams {
  readonly #options: TableStreamsOptions
  readonly #byArn = new Map<string, TableStream>()
  readonly #byTable = new Map<string, TableStream>()
  /** By ARN. */
  readonly #kept: Shelf<KeptStream>

  constructor(options: TableStreamsOptions) {
    this.#options = options
    this.#kept = options.shelves.shelf('dynamodb-streams')
    for (const kept of this.#kept.values()) this.#open(kept)
  }

  get region(): string {
    return this.#options.region
  }

  get nowMs(): number {
    return this.#options.nowMs()
  }

  /** Whether any table has a stream that is enabled. */
  get any(): boolean {
    return this.#byTable.size > 0
  }

  enable(tableName: string, viewType: StreamViewType, keySchema: unknown): void {
    const kept = { tableName, viewType, keySchema, createdAtMs: this.nowMs }
    this.#kept.set(this.#open(kept).arn, kept)
  }

  #open({ endedAtMs, ...kept }: KeptStream): TableStream {
    const { region, accountId, nowMs, shelves } = this.#options
    const label = new Date(kept.createdAtMs).toISOString().replace('Z', '')
    const arn = `arn:aws:dynamodb:${region}:${accountId}:table/${kept.tableName}/stream/${label}`
    const shardId = `shardId-${String(kept.createdAtMs).padStart(20, '0')}-00000001`
    const shard = new Shard<ItemChange>({ nowMs, retentionMs: RETENTION_MS, digits: 21, shelves, name: `dynamodb-streams/${arn}` })
    const stream = { ...kept, arn, label, shardId, shard }
    this.#byArn.set(arn, stream)
    if (endedAtMs === undefined) this.#byTable.set(kept.tableName, stream)
    else shard.close()
    return stream
  }

  /** Ends a table's stream, which can be read for another day. */
  disable(tableName: string): void {
    const stream = this.#byTable.get(tableName)
    const kept = this.#kept.get(stream?.arn ?? '')
    if (stream === undefined || kept === undefined) return
    stream.shard.close()
    this.#byTable.delete(tableName)
    this.#kept.set(stream.arn, { ...kept, endedAtMs: this.nowMs })
  }

  /** The stream that a table writes to; `undefined` where it has none that is enabled. */
  ofTable(tableName: string): TableStream | undefined {
    return this.#byTable.get(tableName)
  }

  get(arn: string): TableStream | undefined {
    this.#forget()
    return this.#byArn.get(arn)
  }

  all(): readonly TableStream[] {
    this.#forget()
    return [...this.#byArn.values()]
  }

  #forget(): void {
    for (const [arn, { endedAtMs = Infinity }] of this.#kept.entries()) {
      if (endedAtMs + RETENTION_MS >= this.nowMs) continue
      this.#kept.delete(arn)
      this.#byArn.get(arn)?.shard.clear()
      this.#byArn.delete(arn)
    }
  }
}
