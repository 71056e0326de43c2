import { expect, it } from 'vitest'
import { filterPattern, overlaps, resourcePattern, templatePattern } from './topic-overlap.ts'

it.each<[string, string, boolean]>([
  ['keg/+/state', 'keg/k-1/state', true],
  ['keg/+/state', 'keg/a/b/state', false],
  ['keg/#', 'keg/a/b/state', true],
  ['keg/#', 'kegs/a', false],
  ['keg/+/state', 'keg/${topic(2)}/state', true],
  ['keg/+/telemetry', 'keg/${topic(2)}/state', false],
  ['keg/+/state', '${topic()}/state', true],
  ['keg/+', '${a}${b}', true],
  ['keg/+/x', 'bar/${topic(2)}/x', false],
  // A wildcard at the beginning matches no topic that begins with `$`.
  ['#', '$aws/things/x/shadow/update', false],
  ['+/things/+/shadow/update', '$aws/things/x/shadow/update', false],
  ['#', 'cost/$x/y', true],
  ['+/things', 'a$b/things', true],
  ['+/things', '/things', true],
  ['#', '${topic()}/x', true],
  ['$aws/things/+/shadow/update', '$aws/things/x/shadow/update', true],
])('the filter %s and the topic %s', (filter, topic, expected) => {
  expect(overlaps(filterPattern(filter), templatePattern(topic))).toBe(expected)
  expect(overlaps(templatePattern(topic), filterPattern(filter))).toBe(expected)
})

it.each<[string, string, boolean]>([
  ['keg/+/pours', 'keg/${iot:Connection.Thing.ThingName}/pours', true],
  ['keg/+/pours', 'keg/*', true],
  ['keg/+/pours', 'bar/*', false],
  ['keg/+/+/pours', 'keg/${iot:Connection.Thing.ThingName}/pours', false],
])('the filter %s and the resource %s', (filter, resource, expected) => {
  expect(overlaps(filterPattern(filter), resourcePattern(resource))).toBe(expected)
})

it('patterns as long as a careless policy\'s', () => {
  const long = 'a'.repeat(30_000)
  expect(overlaps(filterPattern(long), resourcePattern(`${long}*`))).toBe(true)
  expect(overlaps(filterPattern(`${long}b`), resourcePattern(`${long}c*`))).toBe(false)
})
