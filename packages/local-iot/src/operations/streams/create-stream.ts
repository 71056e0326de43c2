import { operation } from '../operation.ts'
import { alreadyExists } from '../../errors/service-exception.ts'
import { tagCreated } from '../tags/tags.ts'
import { checkFiles } from './find-stream.ts'

export const createStream = operation('CreateStream', ({ streamId, description, files, roleArn, tags }, { state }) => {
  const streamArn = state.arn(`stream/${streamId}`)
  if (state.streams.has(streamId))
    throw alreadyExists(`Stream ${streamId} already exists.`, { resourceId: streamId, resourceArn: streamArn })
  checkFiles(files)
  tagCreated(state, streamArn, tags)
  const nowMs = state.clock.nowMs()
  state.streams.set(streamId, { streamId, streamVersion: 1, description, files, roleArn, createdAtMs: nowMs, updatedAtMs: nowMs })
  return { streamId, streamArn, description, streamVersion: 1 }
})
