import { matchesTopicFilter } from '@keg/mqtt-topics'
import { expect, it } from 'vitest'
import { topicDifference } from './topic-difference.ts'

it.each([
  ['a/b', 'a/b', undefined],
  ['a/+', 'a/b', undefined],
  ['a/#', 'a/b/c', undefined],
  ['a/#', 'a', 'the topic ends before level 2, #'],
  ['keg/+/pours', 'keg/berlin/alerts', 'level 3 is alerts, not pours'],
  ['keg/+', 'keg/berlin/alerts', 'the topic goes on after level 2'],
  ['keg/+/pours', 'keg/berlin', 'the topic ends before level 3, pours'],
  ['keg//pours', 'keg/berlin/pours', 'level 2 is berlin, not empty'],
  ['#', '$aws/things/k-1', 'a wildcard at level 1 leaves out topics that begin with $'],
])('%s and %s', (filter, topic, difference) => {
  expect(topicDifference(filter, topic)).toBe(difference)
  expect(matchesTopicFilter(filter, topic)).toBe(difference === undefined)
})
