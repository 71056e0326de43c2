import { operation } from '../operation.ts'
import { checkFiles, findStream } from './find-stream.ts'

export const updateStream = operation('UpdateStream', ({ streamId, description, files, roleArn }, { state }) => {
  const known = findStream(state, streamId)
  if (files !== undefined) checkFiles(files)
  const updated = {
    ...known, streamVersion: known.streamVersion + 1, updatedAtMs: state.clock.nowMs(),
    description: description ?? known.description, files: files ?? known.files, roleArn: roleArn ?? known.roleArn,
  }
  state.streams.set(streamId, updated)
  return { streamId, streamArn: state.arn(`stream/${streamId}`), description: updated.description, streamVersion: updated.streamVersion }
})
