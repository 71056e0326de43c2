import { numberOf, textOf, textsOf } from '@keg/aws-service'
import type { Operations } from '../aws-protocol/serve-calls.ts'
import { filterPattern, type FilterPattern } from './filter-pattern/filter-pattern.ts'
import { FilterPatternError } from './filter-pattern/filter-pattern-error.ts'
import type { Logs } from './logs.ts'
import { invalid } from './refusal.ts'
import { groupName, member, page } from './request.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
const FOUND_MAX = 10_000

/** Searching lines by a pattern. */
export function searchOperations({ groups }: Logs): Operations {
  return {
    FilterLogEvents: (input) => {
      const group = groupName(input)
      const names = new Set(textsOf(input['logStreamNames']))
      const prefix = textOf(input['logStreamNamePrefix'])
      if (names.size > 0 && prefix !== undefined) throw invalid('logStreamNames and logStreamNamePrefix are mutually exclusive.')
      const startMs = numberOf(input['startTime']) ?? -Infinity
      const endMs = numberOf(input['endTime']) ?? Infinity
      const pattern = readPattern(textOf(input['filterPattern']) ?? '')
      const found = groups.events(group).filter(({ stream, timestamp, message }) => (names.size === 0 || names.has(stream)) && stream.startsWith(prefix ?? '')
        && timestamp >= startMs && timestamp <= endMs && pattern.match(message) !== undefined)
      const { items, nextToken } = page(found, input, FOUND_MAX)
      return { events: items.map(({ id, stream, timestamp, message, ingestionTime }) => ({ logStreamName: stream, timestamp, message, ingestionTime, eventId: id })), searchedLogStreams: [], nextToken }
    },
    TestMetricFilter: (input) => {
      const pattern = readPattern(member(input, 'filterPattern', /^[^]*$/))
      const matches = textsOf(input['logEventMessages']).flatMap((eventMessage, index) => {
        const extractedValues = pattern.match(eventMessage)
        return extractedValues === undefined ? [] : [{ eventNumber: index + 1, eventMessage, extractedValues }]
      })
      return { matches }
    },
  }
}

/** Throws `ServiceException` for a pattern that is none. */
export function readPattern(text: string): FilterPattern {
  return asRefusal(() => filterPattern(text))
}

/** What a pattern that is none makes of a call. */
export function asRefusal<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof FilterPatternError) throw invalid(error.message)
    throw error
  }
}

