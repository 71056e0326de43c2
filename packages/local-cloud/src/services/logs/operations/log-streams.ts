import type { LogStream as Stream } from '../log-group.ts'
import type { LogStream } from '../model.generated.ts'
import { invalid } from '../refusal.ts'
import { namedGroup } from './named-group.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

export const createLogStream = operation('CreateLogStream', ({ logGroupName, logStreamName }, { groups }) => {
  groups.createStream(logGroupName, logStreamName)
})

export const deleteLogStream = operation('DeleteLogStream', ({ logGroupName, logStreamName }, { groups }) => {
  groups.deleteStream(logGroupName, logStreamName)
})

export const describeLogStreams = operation('DescribeLogStreams', (input, { groups }) => {
  const name = namedGroup(input)
  const { logStreamNamePrefix, orderBy, descending } = input
  const byTime = orderBy === 'LastEventTime'
  if (byTime && logStreamNamePrefix !== undefined) throw invalid('Cannot order by LastEventTime with a logStreamNamePrefix.')
  const events = Map.groupBy(groups.events(name), ({ stream }) => stream)
  const found = groups.streams(name).filter((stream) => stream.name.startsWith(logStreamNamePrefix ?? '')).map((stream) =>
    described(stream, events.get(stream.name)))
  found.sort((a, b) =>
    (byTime ? (a.lastEventTimestamp ?? 0) - (b.lastEventTimestamp ?? 0) : (a.logStreamName ?? '') < (b.logStreamName ?? '') ? -1 : 1))
  if (descending === true) found.reverse()
  const { items, nextToken } = page(found, input)
  return { logStreams: items, nextToken }
})

function described(
  { name, arn, createdAtMs }: Stream, events: readonly { readonly timestamp: number; readonly ingestionTime: number }[] = [],
): LogStream {
  return {
    logStreamName: name, arn, creationTime: createdAtMs, storedBytes: 0, uploadSequenceToken: '1',
    firstEventTimestamp: events[0]?.timestamp, lastEventTimestamp: events.at(-1)?.timestamp,
    lastIngestionTime: events.at(-1)?.ingestionTime,
  }
}
