import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { auditFile, readAdminToken } from './admin-files.ts'

const token = 'a-token-of-the-bar-that-is-long-enough'
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keg-admin-'))
  file = join(folder, 'token')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('takes the token of a file that is its owner\'s alone', () => {
  writeFileSync(file, `${token}\n`, { mode: 0o600 })
  const read = readAdminToken(file)
  expect([`Bearer ${token}`, `bearer ${token}`, `Bearer ${token}\n`, token, undefined].map((header) => read.isIn(header)))
    .toEqual([true, true, false, false, false])
})

it.each<[string, string, number, RegExp]>([
  ['that others may read', token, 0o644, /mode 644.*chmod 600/],
  ['that its group may read', token, 0o640, /mode 640/],
  ['with a token that can be guessed', 'beer', 0o600, /32 characters/],
  ['with several words', `${token} ${token}`, 0o600, /without spaces/],
  ['that is empty', '', 0o600, /32 characters/],
])('refuses a file %s, and says what to do', (_, text, mode, message) => {
  writeFileSync(file, text)
  chmodSync(file, mode)
  expect(() => readAdminToken(file)).toThrow(message)
})

it('appends to the audit, for its owner alone to read', () => {
  const audit = auditFile(file)
  const line = { at: '2026-11-29T00:00:00.000Z', who: 'token 1', what: 'command\nkeg-01', outcome: 'accepted' }
  audit(line)
  audit(line)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8').split('\n').slice(0, -1).map((text) => JSON.parse(text) as unknown)).toEqual([line, line])
})
