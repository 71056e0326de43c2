import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLocalIot } from '../src/index.ts'
import { everything, find } from './data-folder-contents.ts'

const fixtures = fileURLToPath(new URL('fixtures/data-folders/', import.meta.url))
/** Minutes after the folders were written: sessions in them do not last for ever. */
const WRITTEN = new Date('2026-11-30T05:30:00Z')

let dataDir: string
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'keg-format-'))))
afterEach(() => {
  vi.useRealTimers()
  rmSync(dataDir, { recursive: true, force: true })
})

it.each(['before-formats', 'format-1'])('finds everything in a folder of %s', async (name) => {
  cpSync(join(fixtures, name), dataDir, { recursive: true })
  vi.setSystemTime(WRITTEN)
  await using iot = await createLocalIot({ dataDir, permissive: true })
  expect(await find(iot)).toEqual(everything)
  expect(JSON.parse(readFileSync(join(dataDir, 'keg-data.json'), 'utf8'))).toEqual({ format: 1, writtenBy: '@keg/local-iot' })
})

it('has a fixture of each format', () => {
  const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual(['before-formats', 'format-1'])
})

it.each<[string, string, string, RegExp]>([
  ['that a later version wrote', 'keg-data.json', '{"format":2,"writtenBy":"@keg/local-iot"}', /of format 2; .* formats 0 to 1\. Update/],
  ['of a whole cloud', 'keg-data.json', '{"format":1,"writtenBy":"@keg/local-cloud"}', /is the data folder of @keg\/local-cloud, not/],
  ['of a whole cloud, from before formats', 'cloud.sqlite', '', /is no data folder of @keg\/local-iot/],
  ['with somebody else\'s certificate in it', 'ca.pem', 'a certificate', /is no data folder of @keg\/local-iot, and it is not empty/],
])('refuses a folder %s, and changes nothing there', async (_, name, text, message) => {
  writeFileSync(join(dataDir, name), text)
  const refusal = { code: 'DATA_UNREADABLE', message: expect.stringMatching(message) }
  await expect(createLocalIot({ dataDir })).rejects.toMatchObject({ name: 'LocalIotError', ...refusal })
  await expect(createLocalIot({ dataDir })).rejects.toThrow(dataDir)
  expect(readdirSync(dataDir)).toEqual([name])
  expect(readFileSync(join(dataDir, name), 'utf8')).toBe(text)
})
