import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeDataFolder } from './data-folder.ts'

const place = mkdtempSync(join(tmpdir(), 'keg-data-folder-'))
afterAll(() => rmSync(place, { recursive: true }))

const modeOf = (...path: string[]) => (statSync(join(place, ...path)).mode & 0o777).toString(8)

it.skipIf(process.platform === 'win32')('makes a folder for its owner alone', () => {
  makeDataFolder(join(place, 'new', 'deep'))
  expect([modeOf('new', 'deep'), modeOf('new')]).toEqual(['700', '700'])
})

it.skipIf(process.platform === 'win32')('closes what earlier runs have kept, and leaves alone what is not ours', () => {
  mkdirSync(join(place, 'old', 'iot', 'ca'), { recursive: true })
  const files = ['cloud.sqlite', 'cloud.sqlite-wal', 'dynamodb.sqlite', 'notes.txt', join('iot', 'ca', 'key.pem')]
  for (const file of files) writeFileSync(join(place, 'old', file), '')
  writeFileSync(join(place, 'elsewhere'), '')
  symlinkSync(join(place, 'elsewhere'), join(place, 'old', 'iot', 'link'))
  for (const path of [...files.map((file) => join('old', file)), 'elsewhere']) chmodSync(join(place, path), 0o644)
  for (const folder of ['old', join('old', 'iot'), join('old', 'iot', 'ca')]) chmodSync(join(place, folder), 0o755)
  makeDataFolder(join(place, 'old'))
  expect(files.map((file) => modeOf('old', file))).toEqual(['600', '600', '600', '644', '600'])
  expect([modeOf('old'), modeOf('old', 'iot'), modeOf('old', 'iot', 'ca'), modeOf('elsewhere')]).toEqual(['755', '700', '700', '644'])
})
