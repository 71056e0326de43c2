import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeWholeFile } from './whole-file.ts'

it.each([false, true])('replaces a file as a whole, for its owner alone, durable: %s', (durable) => {
  const dir = mkdtempSync(join(tmpdir(), 'keg-whole-file-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const path = join(dir, 'private.key')
  writeWholeFile(path, 'one', { durable })
  writeWholeFile(path, Uint8Array.of(0x74, 0x77, 0x6f), { durable })
  expect(readFileSync(path, 'utf8')).toBe('two')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(dir)).toEqual(['private.key'])
})
