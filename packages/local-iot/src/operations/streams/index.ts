import { createStream } from './create-stream.ts'
import { deleteStream } from './delete-stream.ts'
import { describeStream } from './describe-stream.ts'
import { listStreams } from './list-streams.ts'
import { updateStream } from './update-stream.ts'

/** The operations on streams, by AWS's name. */
export const streamOperations = {
  CreateStream: createStream,
  DeleteStream: deleteStream,
  DescribeStream: describeStream,
  ListStreams: listStreams,
  UpdateStream: updateStream,
} as const
