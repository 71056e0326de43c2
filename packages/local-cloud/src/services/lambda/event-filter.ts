import { isRecord } from '@keg/aws-service'
import { checkPattern, matchesEvent, type EventPattern } from '../event-pattern/event-pattern.ts'

/** An event source's `FilterCriteria`: a record passes that matches one of the patterns. */
export interface EventFilter {
  readonly patterns: readonly EventPattern[]
  /** The member that holds what was sent, which may be JSON in a text: `body` of a queue's, `data` of a Kinesis stream's. */
  readonly payloadMember?: 'body' | 'data'
}

/** Reads patterns, which templates write as JSON in a text. Throws `TypeError` for one that can't be honoured. */
export function eventFilter(patterns: readonly string[], payloadMember?: EventFilter['payloadMember']): EventFilter | undefined {
  if (patterns.length === 0) return undefined
  const parsed = patterns.map((text) => {
    const pattern: unknown = JSON.parse(text)
    checkPattern(pattern)
    return pattern
  })
  return { patterns: parsed, ...(payloadMember === undefined ? {} : { payloadMember }) }
}

/**
 * Whether a record passes; what was sent with it is looked at as JSON where the pattern is of an object, else as text.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html
 */
export function passes(filter: EventFilter | undefined, record: object, payload = ''): boolean {
  if (filter === undefined) return true
  const { patterns, payloadMember } = filter
  return patterns.some((pattern) => {
    if (payloadMember === undefined) return matchesEvent(pattern, record)
    return matchesEvent(pattern, { ...record, [payloadMember]: isRecord(pattern[payloadMember]) ? json(payload) : payload })
  })
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON: no pattern of an object matches it.
    return undefined
  }
}
