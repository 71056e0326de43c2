import { operation } from './operation.ts'

export const createStream = operation('CreateStream', ({ StreamName, ShardCount, StreamModeDetails }, kinesis) => {
  const mode = StreamModeDetails?.StreamMode === 'ON_DEMAND' ? 'ON_DEMAND' : 'PROVISIONED'
  kinesis.create(StreamName, { mode, shardCount: ShardCount })
})
