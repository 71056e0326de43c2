import { ServiceException } from '@keg/aws-service'
import type { DataShard } from '../data-stream.ts'

/** A shard of a stream by its id. Throws `ServiceException` `ResourceNotFoundException`. */
export function namedShard(shards: readonly DataShard[], wanted: string): DataShard {
  const found = shards.find(({ shardId }) => shardId === wanted)
  if (found === undefined) throw new ServiceException('ResourceNotFoundException', 400, `Shard ${wanted} is not in this stream.`)
  return found
}
