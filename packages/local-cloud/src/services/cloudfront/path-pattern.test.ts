import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matchesPathPattern } from './path-pattern.ts'

it.each([
  ['/api/*', '/api/', true], ['/api/*', '/api/kegs/keg-01', true], ['/api/*', '/api', false], ['api/*', '/api/kegs', true],
  ['/mqtt', '/mqtt', true], ['/mqtt', '/mqtt/', false], ['/mqtt', '/MQTT', false],
  ['*.jpg', '/a/b.jpg', true], ['*.jpg', '/a/b.jpg.txt', false], ['images/*/a?.png', '/images/x/y/ab.png', true],
  ['images/*/a?.png', '/images/x/a.png', false], ['*', '/', true], ['?', '/', false], ['/a.b', '/axb', false], ['', '/', true],
])('%s and %s: %s', (pattern, path, matches) => expect(matchesPathPattern(pattern, path)).toBe(matches))

it('agrees with a regular expression, and takes no longer for many stars', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '/'), maxLength: 12 })
  fc.assert(fc.property(text, text, (pattern, path) => {
    const source = pattern.replace(/^\//, '').replaceAll('*', '.*').replaceAll('?', '.')
    expect(matchesPathPattern(pattern, path)).toBe(new RegExp(`^${source}$`, 's').test(path.replace(/^\//, '')))
  }))
  expect(matchesPathPattern('*a'.repeat(200), `/${'a'.repeat(2_000)}b`)).toBe(false)
})
