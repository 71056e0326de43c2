import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { runAssembly } from '../src/index.ts'
import { everything, find } from './data-folder-contents.ts'

const fixtures = fileURLToPath(new URL('fixtures/data-folders/', import.meta.url))
const assembly = join(fixtures, 'assembly')
/** A minute after the folders were written: messages and records in them do not last for ever. */
const WRITTEN = new Date('2026-11-30T05:30:00Z')

let dataDir: string
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'keg-format-'))))
afterEach(() => {
  vi.useRealTimers()
  rmSync(dataDir, { recursive: true, force: true })
})

const formatIn = (...path: string[]) => (JSON.parse(readFileSync(join(dataDir, ...path, 'keg-data.json'), 'utf8')) as unknown)

it.each([
  ['before-formats', 'dynoxide'],
  ['format-1', 'dynalite'],
] as const)('finds everything in a folder of %s', async (name, dynamodb) => {
  cpSync(join(fixtures, name), dataDir, { recursive: true })
  vi.setSystemTime(WRITTEN)
  await using cloud = await runAssembly(assembly, { dataDir, dynamodb })
  const { endpoint, region, credentials, outputs } = cloud
  expect(await find({ endpoint, region, credentials }, outputs['Test'] ?? {})).toEqual(everything)
  // From now on an earlier version knows what it must not touch. The format of `iot`, which is in it, is never the later one.
  expect([formatIn(), formatIn('iot')]).toEqual([{ format: 1, writtenBy: '@keg/local-cloud' }, { format: 1, writtenBy: '@keg/local-iot' }])
})

it('has a fixture of each format', () => {
  const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'assembly')
  expect(folders.map(({ name }) => name).sort()).toEqual(['before-formats', 'format-1'])
})

it.each<[string, string, string, RegExp]>([
  ['that a later version wrote', 'keg-data.json', '{"format":2,"writtenBy":"@keg/local-cloud"}', /of format 2; .* formats 0 to 1\. Update/],
  ['of AWS IoT Core alone', 'keg-data.json', '{"format":1,"writtenBy":"@keg/local-iot"}', /is the data folder of @keg\/local-iot, not/],
  ['with something else in it', 'package.json', '{}', /is no data folder of @keg\/local-cloud, and it is not empty/],
])('refuses a folder %s, and changes nothing there', async (_, name, text, message) => {
  mkdirSync(join(dataDir, 'iot'))
  writeFileSync(join(dataDir, name), text)
  const refusal = { code: 'DATA_UNREADABLE', message: expect.stringMatching(message) }
  await expect(runAssembly(assembly, { dataDir })).rejects.toMatchObject({ name: 'CloudError', ...refusal })
  await expect(runAssembly(assembly, { dataDir })).rejects.toThrow(dataDir)
  expect(readdirSync(dataDir, { recursive: true }).sort()).toEqual(['iot', name].sort())
  expect(readFileSync(join(dataDir, name), 'utf8')).toBe(text)
})
