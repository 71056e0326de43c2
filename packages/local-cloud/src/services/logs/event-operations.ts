import { type Input, numberOf, recordsOf, textOf } from '@keg/aws-service'
import type { Operations } from '../aws-protocol/serve-calls.ts'
import { eventBytes, type InputEvent, type LogEvent } from './log-group.ts'
import type { Logs } from './logs.ts'
import { invalid, notFound } from './refusal.ts'
import { groupName, limit, streamName } from './request.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html */
const BATCH_MAX = 10_000
const BATCH_BYTES_MAX = 1_048_576
const DAY_MS = 24 * 3_600_000
const TOO_OLD_MS = 14 * DAY_MS
const TOO_NEW_MS = 2 * 3_600_000
/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html */
const READ_MAX = 10_000

/** Lines in and out of a stream. */
export function eventOperations({ groups, options }: Logs): Operations {
  return {
    PutLogEvents: (input) => {
      const group = groupName(input)
      const stream = streamName(input)
      const events = batch(input)
      const nowMs = options.nowMs()
      const { retentionDays } = groups.group(group)
      if (!groups.hasStream(group, stream)) throw notFound('log stream')
      const expired = before(events, nowMs - (retentionDays ?? Infinity) * DAY_MS)
      const tooOld = before(events, nowMs - TOO_OLD_MS)
      const tooNew = before(events, nowMs + TOO_NEW_MS + 1)
      groups.append(group, stream, events.slice(Math.max(expired, tooOld), tooNew))
      const rejected = { expiredLogEventEndIndex: expired || undefined, tooOldLogEventEndIndex: tooOld || undefined, tooNewLogEventStartIndex: tooNew < events.length ? tooNew : undefined }
      return { nextSequenceToken: '1', rejectedLogEventsInfo: Object.values(rejected).some((index) => index !== undefined) ? rejected : undefined }
    },
    GetLogEvents: (input) => {
      const group = groupName(input)
      const stream = streamName(input)
      groups.group(group)
      if (!groups.hasStream(group, stream)) throw notFound('log stream')
      const startMs = numberOf(input['startTime']) ?? -Infinity
      const endMs = numberOf(input['endTime']) ?? Infinity
      return read(groups.events(group, stream).filter(({ timestamp }) => timestamp >= startMs && timestamp < endMs), input)
    },
  }
}

function batch(input: Input): InputEvent[] {
  const events = recordsOf(input['logEvents']).map(({ timestamp, message }): InputEvent => {
    const at = numberOf(timestamp)
    const text = textOf(message)
    if (at === undefined || text === undefined) throw invalid('1 validation error detected: Value null at \'logEvents.1.member\' failed to satisfy constraint: Member must not be null')
    if (text === '') throw invalid('1 validation error detected: Value \'\' at \'logEvents.1.member.message\' failed to satisfy constraint: Member must have length greater than or equal to 1')
    return { timestamp: at, message: text }
  })
  if (events.length === 0 || events.length > BATCH_MAX) throw invalid(`1 validation error detected: Value at 'logEvents' failed to satisfy constraint: Member must have length between 1 and ${BATCH_MAX}`)
  if (events.reduce((bytes, event) => bytes + eventBytes(event), 0) > BATCH_BYTES_MAX) throw invalid(`Upload too large: ${events.reduce((bytes, event) => bytes + eventBytes(event), 0)} bytes exceeds limit of ${BATCH_BYTES_MAX}`)
  if (events.some(({ timestamp }, index) => timestamp < (events[index - 1]?.timestamp ?? timestamp))) throw invalid('Log events in a single PutLogEvents request must be in chronological order.')
  if ((events.at(-1)?.timestamp ?? 0) - (events[0]?.timestamp ?? 0) > DAY_MS) throw invalid('The batch of log events in a single PutLogEvents request cannot span more than 24 hours.')
  return events
}

/** How many of the lines, which are in order, are from before a time. */
function before(events: readonly InputEvent[], ms: number): number {
  const index = events.findIndex(({ timestamp }) => timestamp >= ms)
  return index < 0 ? events.length : index
}

/** One page: from the end unless `startFromHead`, or after or before the line that a token names. */
function read(events: readonly LogEvent[], input: Input): object {
  const max = limit(input, READ_MAX)
  const token = textOf(input['nextToken'])
  if (token !== undefined && !/^[fb]\/\d{56}$/.test(token)) throw invalid('The specified nextToken is invalid.')
  const [from, end] = pageBounds(events, { max, token, fromHead: input['startFromHead'] === true })
  const found = events.slice(from, end)
  const [first, last] = [found[0]?.id, found.at(-1)?.id]
  // At either end a client gets the token that it came with.
  const here = token?.slice(2) ?? events.at(-1)?.id ?? '0'.padStart(56, '0')
  return {
    events: found.map(({ timestamp, message, ingestionTime }) => ({ timestamp, message, ingestionTime })),
    nextForwardToken: `f/${last ?? here}`, nextBackwardToken: `b/${first ?? here}`,
  }
}

function pageBounds(events: readonly LogEvent[], { max, token, fromHead }: { max: number; token: string | undefined; fromHead: boolean }): [from: number, end: number] {
  if (token === undefined) return fromHead ? [0, max] : [Math.max(0, events.length - max), events.length]
  const index = events.findIndex(({ id }) => id === token.slice(2))
  // The line may be gone: those after it are told by their ids.
  if (token.startsWith('f')) return ((from) => [from, from + max])(index >= 0 ? index + 1 : countUntil(events, token.slice(2)))
  const end = index >= 0 ? index : countUntil(events, token.slice(2))
  return [Math.max(0, end - max), end]
}

function countUntil(events: readonly LogEvent[], id: string): number {
  return events.filter((event) => event.id < id).length
}
