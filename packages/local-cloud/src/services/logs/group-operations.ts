import { type Input, numberOf, textOf } from '@keg/aws-service'
import type { Operations } from '../aws-protocol/serve-calls.ts'
import type { LogGroup, LogStream } from './log-group.ts'
import type { Logs } from './logs.ts'
import { exists, invalid } from './refusal.ts'
import { groupName, page, streamName } from './request.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html */
const DESCRIBED_MAX = 50

/** Groups and streams. */
export function groupOperations({ groups, metricFilters }: Logs): Operations {
  const describedGroup = (group: LogGroup) => ({
    logGroupName: group.name, logGroupArn: group.arn, arn: `${group.arn}:*`, creationTime: group.createdAtMs, retentionInDays: group.retentionDays,
    metricFilterCount: metricFilters.of(group.name).length, storedBytes: groups.storedBytes(group.name), logGroupClass: group.logGroupClass ?? 'STANDARD',
  })
  return {
    CreateLogGroup: (input) => {
      const name = groupName(input)
      if (groups.has(name)) throw exists('log group')
      groups.put(name, { logGroupClass: textOf(input['logGroupClass']) })
      return {}
    },
    DeleteLogGroup: (input) => {
      groups.delete(groupName(input))
      return {}
    },
    DescribeLogGroups: (input) => {
      const prefix = textOf(input['logGroupNamePrefix']) ?? ''
      const part = textOf(input['logGroupNamePattern']) ?? ''
      const found = groups.groups().filter(({ name }) => name.startsWith(prefix) && name.toLowerCase().includes(part.toLowerCase()))
      const { items, nextToken } = page(found, input, DESCRIBED_MAX)
      return { logGroups: items.map(describedGroup), nextToken }
    },
    PutRetentionPolicy: (input) => {
      const { name, logGroupClass } = groups.group(groupName(input))
      groups.put(name, { logGroupClass, retentionDays: numberOf(input['retentionInDays']) ?? NaN })
      return {}
    },
    DeleteRetentionPolicy: (input) => {
      const { name, logGroupClass } = groups.group(groupName(input))
      groups.put(name, { logGroupClass })
      return {}
    },
    CreateLogStream: (input) => {
      groups.createStream(groupName(input), streamName(input))
      return {}
    },
    DeleteLogStream: (input) => {
      groups.deleteStream(groupName(input), streamName(input))
      return {}
    },
    DescribeLogStreams: (input) => describeStreams(groups, input),
  }
}

function describeStreams(groups: Logs['groups'], input: Input): object {
  const name = groupName(input)
  const prefix = textOf(input['logStreamNamePrefix'])
  const byTime = input['orderBy'] === 'LastEventTime'
  if (byTime && prefix !== undefined) throw invalid('Cannot order by LastEventTime with a logStreamNamePrefix.')
  const events = Map.groupBy(groups.events(name), ({ stream }) => stream)
  const described = groups.streams(name).filter((stream) => stream.name.startsWith(prefix ?? '')).map((stream) => describedStream(stream, events.get(stream.name)))
  described.sort((a, b) => (byTime ? (a.lastEventTimestamp ?? 0) - (b.lastEventTimestamp ?? 0) : a.logStreamName < b.logStreamName ? -1 : 1))
  if (input['descending'] === true) described.reverse()
  const { items, nextToken } = page(described, input, DESCRIBED_MAX)
  return { logStreams: items, nextToken }
}

function describedStream({ name, arn, createdAtMs }: LogStream, events: readonly { timestamp: number; ingestionTime: number }[] = []) {
  return {
    logStreamName: name, arn, creationTime: createdAtMs, storedBytes: 0, uploadSequenceToken: '1',
    firstEventTimestamp: events[0]?.timestamp, lastEventTimestamp: events.at(-1)?.timestamp, lastIngestionTime: events.at(-1)?.ingestionTime,
  }
}
