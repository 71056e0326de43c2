import type { IotState } from '../../state/iot-state.ts'
import type { Stream } from '../../state/streams.ts'
import type { StreamFile } from '../../model/model.generated.ts'
import { invalidRequest, notFound } from '../../errors/service-exception.ts'

export function findStream({ streams }: IotState, streamId: string): Stream {
  const stream = streams.get(streamId)
  if (stream === undefined) throw notFound(`Stream ${streamId} does not exist.`)
  return stream
}

/** Throws where a device could not name each of the files, or one is nowhere. */
export function checkFiles(files: readonly StreamFile[]): void {
  const ids = files.map(({ fileId }) => fileId)
  if (ids.includes(undefined)) throw invalidRequest('Each file of a stream must have a fileId')
  if (new Set(ids).size < ids.length) throw invalidRequest('Each file of a stream must have a fileId of its own')
  const nowhere = files.find(({ s3Location }) => s3Location?.bucket === undefined || s3Location.key === undefined)
  if (nowhere !== undefined) throw invalidRequest(`The file ${nowhere.fileId ?? ''} must have a bucket and a key`)
}
