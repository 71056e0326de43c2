import { ServiceException } from '@keg/aws-service'
import type { DataStream } from '../data-stream.ts'
import type { Kinesis } from '../kinesis.ts'

/** How a request names its stream. */
interface NamesStream {
  readonly StreamARN?: string | undefined
  readonly StreamName?: string | undefined
}

/** The stream that a request is for. Throws `ServiceException` where it names none, or one that is not there. */
export function namedStream({ StreamARN, StreamName }: NamesStream, kinesis: Kinesis): DataStream {
  const named = StreamARN ?? StreamName
  if (named === undefined) throw new ServiceException('InvalidArgumentException', 400, 'Either StreamARN or StreamName has to be given.')
  return kinesis.stream(named)
}
