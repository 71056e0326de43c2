import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqliteTables } from './sqlite-tables.ts'

let directory: string
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'keg-tables-'))))
afterEach(() => rmSync(directory, { recursive: true }))

const open = () => openSqliteTables(join(directory, 'state.sqlite'))

it('keeps what was set, in the order it came, without being closed', () => {
  const things = open().table<{ at: Date; bytes: Uint8Array; names: Map<string, number>; absent: undefined }>('things')
  const value = { at: new Date(5), bytes: Uint8Array.of(1, 2), names: new Map([['a', 1]]), absent: undefined }
  things.set('b', value)
  things.set('a', value)
  things.set('c', value)
  things.set('b', { ...value, at: new Date(6) })
  expect([things.delete('c'), things.delete('c')]).toEqual([true, false])
  const again = open().table('things')
  expect([...again.entries()]).toEqual([['b', { ...value, at: new Date(6) }], ['a', value]])
  expect([again.size, again.has('a'), again.get('c')]).toEqual([2, true, undefined])
})

it('keeps tables apart', () => {
  const tables = open()
  tables.table<number>('things').set('a', 1)
  tables.table<number>('rules').set('b', 2)
  tables.drop('things')
  const again = open()
  expect([again.table('things').size, again.table('rules').size]).toEqual([0, 1])
})

it('keeps changes that are made together, and none of them where one fails', () => {
  const tables = open()
  const [things, rules] = [tables.table<unknown>('things'), tables.table<unknown>('rules')]
  tables.together(() => {
    things.set('a', 1)
    rules.set('b', 2)
  })
  expect(() => tables.together(() => {
    things.set('c', 3)
    // No value that can be kept.
    rules.set('d', () => undefined)
  })).toThrow(/could not be cloned/)
  things.set('e', 5)
  const again = open()
  expect([[...again.table('things').keys()], [...again.table('rules').keys()]]).toEqual([['a', 'e'], ['b']])
})
