import { createHash } from 'node:crypto'
import type { Shelves } from '../../ground/shelf.ts'
import { Shard } from '../streams/shard.ts'

/** What was put. */
export interface DataRecord {
  readonly partitionKey: string
  /** Base64. */
  readonly data: string
}

/** One shard with the hash keys that it takes. */
export interface DataShard {
  readonly shardId: string
  readonly shard: Shard<DataRecord>
  readonly startingHashKey: bigint
  readonly endingHashKey: bigint
}

/** A Kinesis data stream. */
export interface DataStream {
  readonly name: string
  readonly arn: string
  readonly mode: 'ON_DEMAND' | 'PROVISIONED'
  readonly retentionHours: number
  readonly createdAtMs: number
  readonly shards: readonly DataShard[]
}

const HASH_KEYS = 2n ** 128n

/** Shards that share the hash keys evenly. @see https://docs.aws.amazon.com/streams/latest/dev/key-concepts.html */
export function dataShards(
  name: string, count: number, { retentionHours, nowMs, shelves }: { retentionHours: number; nowMs: () => number; shelves: Shelves },
): DataShard[] {
  const width = HASH_KEYS / BigInt(count)
  return Array.from({ length: count }, (_, index) => {
    const shardId = `shardId-${String(index).padStart(12, '0')}`
    return {
      shardId,
      shard: new Shard<DataRecord>({
        nowMs, retentionMs: retentionHours * 3_600_000, digits: 56, shelves, name: `kinesis/${name}/${shardId}`,
      }),
      startingHashKey: BigInt(index) * width,
      endingHashKey: index === count - 1 ? HASH_KEYS - 1n : BigInt(index + 1) * width - 1n,
    }
  })
}

/** Where a record goes by its partition key's MD5, or by the hash key that it names. */
export function shardOf({ shards }: DataStream, partitionKey: string, explicitHashKey?: string): DataShard {
  const hashKey = explicitHashKey === undefined
    ? BigInt(`0x${createHash('md5').update(partitionKey).digest('hex')}`)
    : BigInt(explicitHashKey)
  const found = shards.find(({ startingHashKey, endingHashKey }) => startingHashKey <= hashKey && hashKey <= endingHashKey)
  if (found === undefined) throw new RangeError(`No shard takes the hash key ${hashKey}`)
  return found
}
