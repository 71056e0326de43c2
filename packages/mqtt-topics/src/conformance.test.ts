import { describe, expect, it } from 'vitest'
import filters from '../conformance/filters.json' with { type: 'json' }
import matches from '../conformance/match.json' with { type: 'json' }
import topics from '../conformance/topics.json' with { type: 'json' }
import { matchesTopicFilter, parseTopicFilter, parseTopicName, TopicError } from './index.ts'

const accepts = (parse: (text: string) => unknown, text: string) => {
  try {
    parse(text)
    return true
  } catch (error) {
    expect(error).toBeInstanceOf(TopicError)
    return false
  }
}

describe('conformance', () => {
  it.each(matches)('$filter matches $topic: $match', ({ filter, topic, match }) => {
    expect(matchesTopicFilter(filter, topic)).toBe(match)
  })
  it.each(topics)('publish to $topic: $valid', ({ topic, valid }) => {
    expect(accepts(parseTopicName, topic)).toBe(valid)
  })
  it.each(filters)('subscribe with $filter: $valid', ({ filter, valid }) => {
    expect(accepts(parseTopicFilter, filter)).toBe(valid)
  })
})
