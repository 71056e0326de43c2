import { expect, it } from 'vitest'
import { printGroupReport } from './print-group-report.ts'

it('prints a query part by part, and each term with what the thing has', () => {
  expect(printGroupReport({
    groupName: 'warm', thingName: 'k-1', isMember: false, because: 'the query is false',
    explanation: {
      query: 'shadow.reported.celsius>8 AND NOT (abc OR attributes.site:x)', result: false,
      parts: [
        { query: 'shadow.reported.celsius>8', result: false, values: [7.5] },
        {
          query: 'NOT (abc OR attributes.site:x)', result: true, parts: [{
            query: 'abc OR attributes.site:x', result: false, parts: [
              { query: 'abc', result: false }, { query: 'attributes.site:x', result: false, values: [] },
            ],
          }],
        },
      ],
    },
  })).toBe(`k-1 is not in warm: the query is false.
  shadow.reported.celsius>8 AND NOT (abc OR attributes.site:x)  →  false
    shadow.reported.celsius>8  →  false  (it has 7.5)
    NOT (abc OR attributes.site:x)  →  true
      abc OR attributes.site:x  →  false
        abc  →  false
        attributes.site:x  →  false  (it has no such field)`)
  expect(printGroupReport({
    groupName: 'bar', thingName: 'k-1', isMember: true, because: 'the group is static, and the thing was added to it',
  })).toBe('k-1 is in bar: the group is static, and the thing was added to it.')
})

it('keeps on its line what a device reported, and what a query names', () => {
  expect(printGroupReport({
    groupName: 'warm', thingName: 'k-1', isMember: false, because: 'the query is false',
    explanation: { query: 'attributes.a:"b\nc"', result: false, values: ['x)\n  shadow.reported.firmware:forged  →  true', 7] },
  })).toBe(`k-1 is not in warm: the query is false.
  attributes.a:"b\\nc"  →  false  (it has x)\\n  shadow.reported.firmware:forged  →  true, 7)`)
})
