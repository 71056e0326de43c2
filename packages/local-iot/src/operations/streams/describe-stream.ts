import { operation } from '../operation.ts'
import { findStream } from './find-stream.ts'

export const describeStream = operation('DescribeStream', ({ streamId }, { state }) => {
  const { createdAtMs, updatedAtMs, files, ...stream } = findStream(state, streamId)
  const dates = { createdAt: new Date(createdAtMs), lastUpdatedAt: new Date(updatedAtMs) }
  return { streamInfo: { ...stream, streamArn: state.arn(`stream/${streamId}`), files: [...files], ...dates } }
})
