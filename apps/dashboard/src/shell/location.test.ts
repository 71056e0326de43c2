import { describe, expect, it } from 'vitest'
import { hrefOf, kegHref, readLocation } from './location.ts'

describe('readLocation', () => {
  it.each([
    ['', '/', {}],
    ['#', '/', {}],
    ['#/', '/', {}],
    ['#/kegs/keg-01?range=1d', '/kegs/keg-01', { range: '1d' }],
    ['#/?q=a%3Fb', '/', { q: 'a?b' }],
    ['#/?q=a?b', '/', { q: 'a?b' }],
    ['#main', '/', {}],
    ['#?site=berlin', '/', { site: 'berlin' }],
  ])('%s', (hash, path, query) => {
    const read = readLocation(hash)
    expect([read.path, Object.fromEntries(read.query)]).toEqual([path, query])
  })
})

it('writes an address that reads back, without what is empty', () => {
  expect(hrefOf('/', { site: 'berlin', q: '', sort: undefined })).toBe('#/?site=berlin')
  expect(hrefOf('/', {})).toBe('#/')
  const { query } = readLocation(hrefOf('/', { q: '<img onerror> & ?#/' }))
  expect(query.get('q')).toBe('<img onerror> & ?#/')
})

it.each(['keg-01', 'a/b', '#?%', '..'])('has a page for a keg called %s', (kegId) => {
  const [, name = ''] = /^\/kegs\/([^/]+)$/.exec(readLocation(kegHref(kegId)).path) ?? []
  expect(decodeURIComponent(name)).toBe(kegId)
})
