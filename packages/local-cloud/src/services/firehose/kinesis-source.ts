import type { Kinesis } from '../kinesis/kinesis.ts'
import type { DataShard } from '../kinesis/data-stream.ts'
import { PolledSource } from '../../ground/polled-source.ts'
import type { Shelf } from '../../ground/shelf.ts'

/** Records that are taken at once. */
const BATCH = 500

/** What a delivery stream reads a Kinesis stream with. */
export interface KinesisSourceOptions {
  readonly deliveryStream: string
  readonly streamArn: string
  readonly kinesis: Kinesis
  /** The position after the last record that was taken, by delivery stream and shard. */
  readonly positions: Shelf<number>
  readonly put: (records: readonly Buffer[]) => void
  readonly log: (text: string) => void
}

/**
 * Remembers where the stream is now: a delivery stream begins there.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/writing-with-kinesis-streams.html
 */
export function markLatest(
  { deliveryStream, streamArn, kinesis, positions }: Pick<KinesisSourceOptions, 'deliveryStream' | 'streamArn' | 'kinesis' | 'positions'>,
): void {
  for (const { shardId, shard } of kinesis.stream(streamArn).shards) positions.set(`${deliveryStream}/${shardId}`, shard.end)
}

/** Takes the records of each shard of a stream. */
export function kinesisSources(options: KinesisSourceOptions): PolledSource[] {
  return options.kinesis.stream(options.streamArn).shards.map((each) => shardSource(each, options))
}

function shardSource({ shardId, shard }: DataShard, { deliveryStream, positions, put, log }: KinesisSourceOptions): PolledSource {
  const key = `${deliveryStream}/${shardId}`
  return new PolledSource(async ({ signal }) => {
    // A stream whose records went with the last run begins anew.
    const position = Math.min(positions.get(key) ?? shard.end, shard.end)
    await shard.arrived(position, signal)
    if (shard.closed && shard.end <= position)
      return new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())))
    const entries = shard.read(position, BATCH)
    const last = entries.at(-1)
    if (last === undefined) return
    put(entries.map(({ record }) => Buffer.from(record.data, 'base64')))
    positions.set(key, last.position + 1)
  }, log)
}
