import { eventBytes, type InputEvent } from '../log-group.ts'
import { invalid, notFound } from '../refusal.ts'
import { operation } from './operation.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html */
const BATCH_BYTES_MAX = 1_048_576
const DAY_MS = 24 * 3_600_000
const TOO_OLD_MS = 14 * DAY_MS
const TOO_NEW_MS = 2 * 3_600_000

export const putLogEvents = operation('PutLogEvents', ({ logGroupName, logStreamName, logEvents: events }, { groups, options }) => {
  checkBatch(events)
  const nowMs = options.nowMs()
  const { retentionDays } = groups.group(logGroupName)
  if (!groups.hasStream(logGroupName, logStreamName)) throw notFound('log stream')
  const expired = before(events, nowMs - (retentionDays ?? Infinity) * DAY_MS)
  const tooOld = before(events, nowMs - TOO_OLD_MS)
  const tooNew = before(events, nowMs + TOO_NEW_MS + 1)
  groups.append(logGroupName, logStreamName, events.slice(Math.max(expired, tooOld), tooNew))
  const rejected = {
    expiredLogEventEndIndex: expired || undefined,
    tooOldLogEventEndIndex: tooOld || undefined,
    tooNewLogEventStartIndex: tooNew < events.length ? tooNew : undefined,
  }
  return {
    nextSequenceToken: '1', rejectedLogEventsInfo: Object.values(rejected).some((index) => index !== undefined) ? rejected : undefined,
  }
})

function checkBatch(events: readonly InputEvent[]): void {
  const bytes = events.reduce((sum, event) => sum + eventBytes(event), 0)
  if (bytes > BATCH_BYTES_MAX) throw invalid(`Upload too large: ${bytes} bytes exceeds limit of ${BATCH_BYTES_MAX}`)
  if (events.some(({ timestamp }, index) => timestamp < (events[index - 1]?.timestamp ?? timestamp))) {
    throw invalid('Log events in a single PutLogEvents request must be in chronological order.')
  }
  if ((events.at(-1)?.timestamp ?? 0) - (events[0]?.timestamp ?? 0) > DAY_MS) {
    throw invalid('The batch of log events in a single PutLogEvents request cannot span more than 24 hours.')
  }
}

/** How many of the lines, which are in order, are from before a time. */
function before(events: readonly InputEvent[], ms: number): number {
  const index = events.findIndex(({ timestamp }) => timestamp >= ms)
  return index < 0 ? events.length : index
}
