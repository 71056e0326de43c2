import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { emptyOver } from './empty-over.ts'

const place = mkdtempSync(join(tmpdir(), 'keg-empty-over-test-'))
afterAll(() => rmSync(place, { recursive: true }))

it.each([
  ['more', 9, true],
  ['as much', 10, false],
  ['less', 11, false],
])('removes a folder with %s than it may have, counting its folders\' files', (name, bytes, removed) => {
  const folder = join(place, name)
  mkdirSync(join(folder, 'inner'), { recursive: true })
  writeFileSync(join(folder, 'one'), '1234')
  writeFileSync(join(folder, 'inner', 'two'), '123456')
  expect(emptyOver(folder, bytes)).toBe(removed)
  expect(existsSync(folder)).toBe(!removed)
})

it('leaves what is not there', () => {
  expect(emptyOver(join(place, 'none'), 0)).toBe(false)
})
