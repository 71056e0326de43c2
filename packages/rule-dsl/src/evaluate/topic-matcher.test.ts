import { matchesTopicFilter } from '@keg/mqtt-topics'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { topicMatcher } from './topic-matcher.ts'

it('decides as matchesTopicFilter does', () => {
  const level = fc.constantFrom('a', 'b', '', '$aws', '+', '#', 'a.b', '(x', '\n', 'ä', '$', '[^/]*')
  const path = fc.array(level, { minLength: 1, maxLength: 4 }).map((levels) => levels.join('/'))
  fc.assert(
    fc.property(path, path, (filter, topic) => {
      expect([filter, topic, topicMatcher(filter)(topic)]).toEqual([filter, topic, matchesTopicFilter(filter, topic)])
    }),
    { numRuns: 5000 },
  )
})
