import { describe, expect, it } from 'vitest'
import type { KegSettings } from '../api/client.ts'
import { newest, wishState, type Wish } from './settings.ts'

const at = (version: number, reported?: number): KegSettings => ({ version, ...(reported === undefined ? {} : { reported: { targetCelsius: reported } }) })

describe('newest', () => {
  it.each<[KegSettings | undefined, KegSettings | undefined, number | undefined]>([
    [undefined, undefined, undefined],
    [at(1), undefined, 1],
    [undefined, at(2), 2],
    [at(3), at(2), 3],
    [at(2), at(3), 3],
  ])('of %j and %j', (read, live, version) => {
    expect(newest(read, live)?.version).toBe(version)
  })
})

describe('wishState', () => {
  const wish: Wish = { targetCelsius: 4, version: 5 }
  it.each<[string, Wish | undefined, KegSettings | undefined, string | undefined]>([
    ['nothing without a wish', undefined, at(9, 4), undefined],
    ['pending before the keg has said anything', wish, undefined, 'pending'],
    ['pending while it reports another target', wish, at(6, 5), 'pending'],
    ['pending on a report older than the wish', wish, at(4, 4), 'pending'],
    ['done once it reports the target', wish, at(6, 4), 'done'],
  ])('%s', (_, wished, settings, expected) => {
    expect(wishState(wished, settings)).toBe(expected)
  })
})
