import { searchKegsRoute } from '@keg/flows/routes'
import { expect, it } from 'vitest'
import type { IndexedThing } from '../ports.ts'
import { foundKeg } from './found-keg.ts'

const within = { group: 'kegs', siteId: 'berlin' }
const thing: IndexedThing = { thingName: 'k-1', siteId: 'berlin', groups: ['kegs'] }
const shadow = (document: unknown) => ({ shadow: JSON.stringify(document) })
const bare = { kegId: 'k-1', siteId: 'berlin', groups: ['kegs'] }

it.each<[string, Partial<IndexedThing>, object]>([
  ['nothing more', {}, bare],
  ['its groups', { groups: ['kegs', 'warm'] }, { ...bare, groups: ['kegs', 'warm'] }],
  ['that it is connected', { connectivity: { connected: true, timestampMs: 7 } }, { ...bare, connection: { connected: true, sinceMs: 7 } }],
  [
    'that it went', { connectivity: { connected: false, timestampMs: 7, reason: 'CONNECTION_LOST' } },
    { ...bare, connection: { connected: false, sinceMs: 7, reason: 'CONNECTION_LOST' } },
  ],
  ['that it never came', { connectivity: { connected: false } }, { ...bare, connection: { connected: false } }],
  ['that it never came, as 0', { connectivity: { connected: false, timestampMs: 0 } }, { ...bare, connection: { connected: false } }],
  [
    'settings', shadow({ desired: { targetCelsius: 4 }, reported: { targetCelsius: 5, firmware: '1' }, version: 3, metadata: {} }),
    { ...bare, settings: { version: 3, desired: { targetCelsius: 4 }, reported: { targetCelsius: 5, firmware: '1' }, pending: true } },
  ],
  ['settings without version', shadow({ reported: {} }), { ...bare, settings: { reported: {}, pending: false } }],
  [
    'of a shadow what is sound', shadow({ desired: { targetCelsius: 99, valve: 'open', x: 1 }, reported: 1, version: 'new' }),
    { ...bare, settings: { desired: { valve: 'open' }, pending: true } },
  ],
  ['no proto', { shadow: '{"desired":{"__proto__":{"valve":"open"}},"reported":null}' }, { ...bare, settings: { desired: {}, pending: false } }],
  ['nothing of named shadows', shadow({ name: { tap: { reported: { valve: 'open' } } } }), bare],
  ['nothing of a shadow that is a list', shadow([]), bare],
  ['nothing of a shadow that is a text', shadow('x'), bare],
  ['nothing of a shadow that is no JSON', { shadow: '{' }, bare],
])('tells %s', (_, more, keg) => {
  const found = foundKeg({ ...thing, ...more }, within)
  expect(found).toEqual(keg)
  expect(searchKegsRoute.answer.schema.safeParse({ items: [found] }).success).toBe(true)
})

it.each<[string, Partial<IndexedThing>]>([
  ['is at another site', { siteId: 'munich' }], ['is at a site that differs in case', { siteId: 'Berlin' }], ['is at no site', { siteId: undefined }],
  ['is in no group', { groups: [] }], ['is in another group', { groups: ['kegs-2'] }], ['has no name of a keg', { thingName: 'a:b' }],
])('leaves out what %s', (_, more) => {
  expect(foundKeg({ ...thing, ...more }, within)).toBeUndefined()
})

it('tells of a keg at no site, and of one at what can be no site, to who may see all', () => {
  expect(foundKeg({ ...thing, siteId: undefined }, { group: 'kegs' })).toEqual({ kegId: 'k-1', groups: ['kegs'] })
  expect(foundKeg({ ...thing, siteId: 'a b' }, { group: 'kegs' })).toEqual({ kegId: 'k-1', groups: ['kegs'] })
})
