import { operation } from '../operation.ts'
import { findStream } from './find-stream.ts'

export const deleteStream = operation('DeleteStream', ({ streamId }, { state }) => {
  findStream(state, streamId)
  state.streams.delete(streamId)
  state.tags.delete(state.arn(`stream/${streamId}`))
  return {}
})
