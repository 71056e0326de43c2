import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { memoryShelves, type Shelves } from '../ground/shelf.ts'
import { sqliteShelves } from './sqlite-shelves.ts'

const folder = mkdtempSync(join(tmpdir(), 'keg-shelves-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = () => join(folder, `${files++}.sqlite`)

describe.each<[string, () => Shelves]>([
  ['in memory', memoryShelves], ['in a file', () => sqliteShelves(newFile())],
])('shelves %s', (_, open) => {
  it('keep values by shelf and key, in the order of their first setting', async () => {
    const shelves = open()
    const secrets = shelves.shelf<{ value: string }>('secrets')
    secrets.set('b', { value: '1' })
    secrets.set('a', { value: '2' })
    secrets.set('b', { value: '3' })
    shelves.shelf('parameters').set('b', 'other')
    expect([...shelves.shelf('secrets').entries()]).toEqual([['b', { value: '3' }], ['a', { value: '2' }]])
    expect([secrets.delete('b'), secrets.delete('b'), secrets.has('b'), secrets.size]).toEqual([true, false, false, 1])
    expect([...shelves.shelf('parameters').values()]).toEqual(['other'])
    await shelves.close()
  })
})

it('a file has all that was set before a kill -9, in order', async () => {
  const file = newFile()
  const script = `
    import { sqliteShelves } from ${JSON.stringify(new URL('./sqlite-shelves.ts', import.meta.url).href)}
    const shelf = sqliteShelves(${JSON.stringify(file)}).shelf('s')
    for (let index = 0; index < 100; index++) shelf.set('key-' + index, { index })
    shelf.set('key-0', 'again')
    shelf.delete('key-1')
    process.kill(process.pid, 'SIGKILL')
  `
  expect(spawnSync(process.execPath, ['--conditions=@keg/source', '--input-type=module', '-e', script]).signal).toBe('SIGKILL')
  const shelves = sqliteShelves(file)
  const shelf = shelves.shelf<unknown>('s')
  expect([...shelf.keys()].slice(0, 3)).toEqual(['key-0', 'key-2', 'key-3'])
  expect([shelf.size, shelf.get('key-0'), shelf.get('key-99')]).toEqual([99, 'again', { index: 99 }])
  await shelves.close()
})
