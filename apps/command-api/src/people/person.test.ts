import { expect, it } from 'vitest'
import { seesSite, standingOf } from './person.ts'

it.each<[readonly string[], ReturnType<typeof standingOf>]>([
  [[], undefined],
  [['site:berlin'], undefined],
  [['Brewer', 'brewers'], undefined],
  [['brewer'], { role: 'brewer' }],
  [['viewer', 'brewer', 'site:berlin'], { role: 'brewer' }],
  [['keeper'], { role: 'keeper', sites: [] }],
  [['viewer', 'keeper', 'site:rome', 'site:berlin', 'site:rome'], { role: 'keeper', sites: ['berlin', 'rome'] }],
  [['viewer', 'site:*', 'site:+', 'site:#', 'site:a/b', 'site:', 'site:${iot:ClientId}', 'site:?'], { role: 'viewer', sites: [] }],
])('%j is %j', (groups, standing) => {
  expect(standingOf(groups)).toEqual(standing)
})

it.each<[readonly string[] | undefined, string | undefined, boolean]>([
  [undefined, 'berlin', true], [undefined, undefined, true],
  [['berlin'], 'berlin', true], [['berlin'], 'berli', false], [['berlin'], undefined, false], [[], 'berlin', false],
])('whose sites are %j sees %j: %s', (sites, siteId, sees) => {
  expect(seesSite(sites === undefined ? {} : { sites }, siteId)).toBe(sees)
})
