import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dataFolderRefusal, markDataFolder, type DataLayout } from './data-folder.ts'

const layout: DataLayout = { writtenBy: '@keg/barrel', format: 3, oldest: 0, knownBy: ['barrel.sqlite'] }

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'keg-layout-'))))
afterEach(() => rmSync(folder, { recursive: true }))

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

const said = (content: unknown) => ({ 'keg-data.json': JSON.stringify(content) })

it.each<[string, Record<string, string>]>([
  ['is empty', {}],
  ['has hidden files alone', { '.gitignore': '*', '.DS_Store': '' }],
  ['is the root of a volume', { 'lost+found/none': '' }],
  ['was written before formats', { 'barrel.sqlite': '', 'notes.txt': '' }],
  ['is of this format', { ...said({ format: 3, writtenBy: '@keg/barrel' }), 'notes.txt': '' }],
  ['is of an earlier format', said({ format: 1, writtenBy: '@keg/barrel', more: true })],
])('takes a folder that %s', (_, files) => {
  write(files)
  expect(dataFolderRefusal(folder, layout)).toBeUndefined()
})

it.each<[string, Record<string, string>, Partial<DataLayout>, RegExp]>([
  ['of a later format', said({ format: 4, writtenBy: '@keg/barrel' }), {}, /of format 4; .* formats 0 to 3\. Update @keg\/barrel,/],
  ['of a format that is no longer read', said({ format: 1, writtenBy: '@keg/barrel' }), { oldest: 3 }, /1; .* reads format 3\. Use an/],
  ['from before formats, once those are no longer read', { 'barrel.sqlite': '' }, { oldest: 1 }, /format 0; .* reads formats 1 to 3/],
  ['of another package', said({ format: 3, writtenBy: '@keg/tap' }), {}, /the data folder of @keg\/tap, not of @keg\/barrel/],
  ['with other files alone', { 'package.json': '{}' }, {}, /is no data folder of @keg\/barrel, and it is not empty\. Name another/],
  ['whose format file is cut off', { 'keg-data.json': '{"form', 'barrel.sqlite': '' }, {}, /keg-data\.json is not readable/],
  ['whose format is no number', said({ format: '4', writtenBy: '@keg/barrel' }), {}, /is not readable/],
  ['whose format is no whole number', said({ format: 1.5, writtenBy: '@keg/barrel' }), {}, /is not readable/],
  ['whose format file holds no object', said(null), {}, /is not readable/],
])('refuses a folder %s, by name, and leaves it alone', (_, files, other, message) => {
  write(files)
  const refusal = dataFolderRefusal(folder, { ...layout, ...other })
  expect(refusal).toMatch(message)
  expect(refusal).toContain(folder)
  expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort())
})

it('refuses a file in place of a folder', () => {
  write({ data: '' })
  expect(dataFolderRefusal(join(folder, 'data'), layout)).toMatch(/data is a file, not a folder/)
})

it('marks a folder that it makes, and one that was written before, and leaves no draft', () => {
  const place = join(folder, 'a', 'b')
  expect(dataFolderRefusal(place, layout)).toBeUndefined()
  markDataFolder(place, { ...layout, format: 1 })
  markDataFolder(place, layout)
  expect(readdirSync(place)).toEqual(['keg-data.json'])
  expect(JSON.parse(readFileSync(join(place, 'keg-data.json'), 'utf8'))).toEqual({ format: 3, writtenBy: '@keg/barrel' })
  const modes = [place, join(place, 'keg-data.json')].map((path) => (statSync(path).mode & 0o777).toString(8))
  if (process.platform !== 'win32') expect(modes).toEqual(['700', '600'])
})

it('does not write a mark again that is there', () => {
  markDataFolder(folder, layout)
  const file = join(folder, 'keg-data.json')
  writeFileSync(file, '{ "format": 3, "writtenBy": "@keg/barrel", "note": "kept" }')
  markDataFolder(folder, layout)
  expect(readFileSync(file, 'utf8')).toContain('kept')
})
