import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { matchesTopicFilter, TopicError, topicTemplate } from './index.ts'

const pours = topicTemplate('keg/{siteId}/{kegId}/pours')
const level = fc.string({ minLength: 1 }).filter((text) => !/[/+#\0]/.test(text))

describe('topicTemplate', () => {
  it('gives back what it was formatted with, and its filter matches', () => {
    fc.assert(
      fc.property(level, level, (siteId, kegId) => {
        const topic = pours.format({ siteId, kegId })
        expect(pours.parse(topic)).toEqual({ siteId, kegId })
        expect(matchesTopicFilter(pours.filter(), topic)).toBe(true)
        expect(matchesTopicFilter(pours.filter({ siteId }), topic)).toBe(true)
      }),
    )
  })
  it.each(['keg/berlin/k-1', 'keg/berlin/k-1/telemetry', 'keg//k-1/pours', 'keg/berlin/k-1/pours/x'])('does not read %s', (topic) => {
    expect(pours.parse(topic)).toBeUndefined()
  })
  it.each(['', 'a/b', '+', 'a#', 'a\0'])('refuses %j as a level', (siteId) => {
    expect(() => pours.format({ siteId, kegId: 'k-1' })).toThrow(TopicError)
    expect(() => pours.filter({ siteId })).toThrow(/siteId/)
  })
  it('types its parameters', () => {
    expectTypeOf(pours.format).parameter(0).toEqualTypeOf<{ siteId: string; kegId: string }>()
    // @ts-expect-error kegId is missing
    expect(() => pours.format({ siteId: 'berlin' })).toThrow(TopicError)
  })
})
