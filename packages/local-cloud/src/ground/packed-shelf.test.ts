import { describe, expect, it } from 'vitest'
import { PackedShelf } from './packed-shelf.ts'

interface Value {
  readonly sent: number
  readonly text: string
}

const value = (sent: number): Value => ({ sent, text: `a record like all others — but for its number, ${sent}` })

/** A shelf and a map that have seen the same. */
function filled(count: number): { readonly shelf: PackedShelf<Value>; readonly map: Map<string, Value> } {
  const [shelf, map] = [new PackedShelf<Value>(), new Map<string, Value>()]
  for (let index = 0; index < count; index++) for (const each of [shelf, map]) each.set(String(index), value(index))
  return { shelf, map }
}

function expectSame({ shelf, map }: ReturnType<typeof filled>): void {
  expect(shelf.size).toBe(map.size)
  expect([...shelf.keys()]).toEqual([...map.keys()])
  expect([...shelf.values()]).toEqual([...map.values()])
  expect([...shelf.entries()]).toEqual([...map])
}

it('takes a fifth, or less, of what records take as JSON that are alike', () => {
  const { shelf, map } = filled(10_000)
  const jsonBytes = [...map.values()].reduce((sum, each) => sum + Buffer.byteLength(JSON.stringify(each)), 0)
  // The last blocks are not compressed, and have room for larger values.
  expect(shelf.bytes - 5 * 64 * 1024).toBeLessThan(jsonBytes / 5)
})

it('keeps nothing of values that come and go', () => {
  const { shelf } = filled(500)
  for (const key of [...shelf.keys()]) shelf.delete(key)
  const bytes = shelf.bytes
  for (let index = 0; index < 5_000; index++) {
    shelf.set(String(index), value(index))
    shelf.delete(String(index))
  }
  expect([shelf.size, shelf.bytes]).toEqual([0, bytes])
})

describe('is like a map', () => {
  it.each([0, 1, 2_499, 2_500, 4_100])('with %i values', (count) => {
    const both = filled(count)
    expectSame(both)
    for (const key of [0, 1, 499, 500, 999, 1_000, count - 1, count].map(String)) {
      expect([both.shelf.get(key), both.shelf.has(key)]).toEqual([both.map.get(key), both.map.has(key)])
    }
  })
  it.each(['0', '600', '3599'])('where the value %s is set again: it stays in its place', (key) => {
    const both = filled(3_600)
    for (const each of [both.shelf, both.map]) each.set(key, value(-1))
    expect(both.shelf.get(key)).toEqual(value(-1))
    expectSame(both)
  })
  it.each(['0', '600', '3599', 'none'])('where the value %s is removed, and comes again: it is the last then', (key) => {
    const both = filled(3_600)
    expect(both.shelf.delete(key)).toBe(both.map.delete(key))
    expect(both.shelf.has(key)).toBe(false)
    expect(both.shelf.delete(key)).toBe(false)
    expectSame(both)
    for (const each of [both.shelf, both.map]) each.set(key, value(-1))
    expectSame(both)
  })
  it('where all are removed, one after the other or at once', () => {
    const both = filled(3_000)
    for (const key of [...both.shelf.keys()]) for (const each of [both.shelf, both.map]) each.delete(key)
    expectSame(both)
    const other = filled(3_000)
    for (const each of [other.shelf, other.map]) each.clear()
    expectSame(other)
    expect(other.shelf.get('0')).toBeUndefined()
  })
})
