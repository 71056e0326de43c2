import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { WithheldMessage } from '../withheld.ts'
import { openWithheld } from './sqlite-withheld.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keg-withheld-'))
  file = join(folder, 'residency.db')
})
afterEach(() => rmSync(folder, { recursive: true }))
const message = (index: number, size = 10): WithheldMessage => ({
  kegId: 'keg-01', topic: 'a/b', payload: new Uint8Array(size).fill(index), reason: 'markedField', atMs: index,
})
const open = (maxBytes = 1_000) => openWithheld(file, maxBytes, () => 42)

it('keeps what stays for the next start, for its owner alone, with the same secret', () => {
  const first = open()
  first.keep(message(1))
  first.keep({ ...message(2), reason: 'topic' })
  expect(first.status()).toMatchObject({ rows: 2, bytes: 26, since: { markedField: 1, topic: 1, unreadable: 0 } })
  first.close()
  const second = open()
  expect([...second.all()]).toEqual([message(1), { ...message(2), reason: 'topic' }])
  expect(second.secret).toEqual(first.secret)
  expect(second.status()).toMatchObject({ rows: 2, bytes: 26, since: { markedField: 0 } })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  second.close()
})

it('forgets the oldest when it is full, and has always room for the newest', () => {
  const withheld = open(50)
  for (let index = 1; index <= 9; index++) withheld.keep(message(index))
  expect([...withheld.all()].map(({ atMs }) => atMs)).toEqual([7, 8, 9])
  withheld.keep(message(10, 500))
  expect([...withheld.all()].map(({ atMs }) => atMs)).toEqual([10])
  withheld.close()
})

it.each([
  ['small', 10, 500], ['large', 960, 20],
])('lets a keg with many %s messages push out its own, not those of others', (_, size, times) => {
  let withheld = open()
  withheld.keep(message(1))
  withheld.keep({ ...message(2), kegId: 'keg-02' })
  for (let index = 0; index < times; index++) {
    // Also after a restart.
    if (index === times / 2) {
      withheld.close()
      withheld = open()
    }
    withheld.keep({ ...message(3, size), kegId: 'keg-03' })
  }
  const kept = [...withheld.all()]
  expect(kept.slice(0, 2).map(({ kegId }) => kegId)).toEqual(['keg-01', 'keg-02'])
  expect(new Set(kept.slice(2).map(({ kegId }) => kegId))).toEqual(new Set(['keg-03']))
  expect(withheld.status()).toMatchObject({ rows: kept.length })
  expect(withheld.status().bytes).toBeGreaterThan(950)
  expect(withheld.status().bytes).toBeLessThanOrEqual(1_000)
  withheld.close()
})

it('sets a file aside that it can\'t read, and leaves one of a newer gateway', () => {
  writeFileSync(file, 'no database at all, and long enough to be looked at as one: '.repeat(20))
  const withheld = open()
  withheld.keep(message(1))
  withheld.close()
  expect(readdirSync(folder).some((name) => name.startsWith('residency.db.corrupt-42'))).toBe(true)
  const database = new DatabaseSync(file)
  database.exec('PRAGMA user_version = 2')
  database.close()
  expect(() => open()).toThrow(/start the newer gateway again/)
})
