import { filterPattern } from '../filter-pattern/filter-pattern.ts'
import { invalid } from '../refusal.ts'
import { asRefusal } from './as-refusal.ts'
import { namedGroup } from './named-group.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
const FOUND_MAX = 10_000

export const filterLogEvents = operation('FilterLogEvents', (input, { groups }) => {
  const {
    logStreamNames = [], logStreamNamePrefix: prefix, startTime = -Infinity, endTime = Infinity, limit = FOUND_MAX, nextToken: token,
  } = input
  const names = new Set(logStreamNames)
  if (names.size > 0 && prefix !== undefined) throw invalid('logStreamNames and logStreamNamePrefix are mutually exclusive.')
  const pattern = asRefusal(() => filterPattern(input.filterPattern ?? ''))
  const found = groups.events(namedGroup(input)).filter(({ stream, timestamp, message }) =>
    (names.size === 0 || names.has(stream)) && stream.startsWith(prefix ?? '')
      && timestamp >= startTime && timestamp <= endTime && pattern.match(message) !== undefined)
  const { items, nextToken } = page(found, { limit, nextToken: token })
  const events = items.map(({ id, stream, timestamp, message, ingestionTime }) => ({
    logStreamName: stream, timestamp, message, ingestionTime, eventId: id,
  }))
  return { events, searchedLogStreams: [], nextToken }
})

export const testMetricFilter = operation('TestMetricFilter', ({ filterPattern: text, logEventMessages }) => {
  const pattern = asRefusal(() => filterPattern(text))
  const matches = logEventMessages.flatMap((eventMessage, index) => {
    const extractedValues = pattern.match(eventMessage)
    return extractedValues === undefined ? [] : [{ eventNumber: index + 1, eventMessage, extractedValues }]
  })
  return { matches }
})
