import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { LayerFolders } from './unpack-code.ts'

const root = mkdtempSync(join(tmpdir(), 'keg-unpack-'))
afterAll(() => rmSync(root, { recursive: true }))
const layer = (path: string, content: string) => {
  mkdirSync(join(root, path), { recursive: true })
  writeFileSync(join(root, path, 'says'), content)
  writeFileSync(join(root, path, content), '')
  return { path, packaging: 'zip' }
}

it('unpacks a layer once, by its content, for all functions that have it', async () => {
  const target = mkdtempSync(join(root, 'cloud-'))
  const folders = new LayerFolders((path) => join(root, path), target)
  const [one, same, two] = [layer('asset.1', 'one'), layer('asset.same', 'one'), layer('asset.2', 'two')]
  const [first, again, other] = await Promise.all([folders.unpack([one]), folders.unpack([same]), folders.unpack([one])])
  expect(new Set([first, again, other]).size).toBe(1)
  const [both, reversed] = await Promise.all([folders.unpack([one, two]), folders.unpack([two, one])])
  expect([both, reversed].map((folder) => readFileSync(join(folder, 'says'), 'utf8'))).toEqual(['two', 'one'])
  expect(readdirSync(both).toSorted()).toEqual(['one', 'says', 'two'])
  await Promise.all([folders.unpack([same, two]), folders.unpack([two])])
  // One each of one, two, and the two together in either order.
  expect(readdirSync(join(target, 'layers'))).toHaveLength(4)
})

it('unpacks what is written anew, and what could not be read before', async () => {
  const folders = new LayerFolders((path) => join(root, path), mkdtempSync(join(root, 'cloud-')))
  const before = await folders.unpack([layer('asset.live', 'before')])
  expect(await folders.unpack([layer('asset.live', 'after')])).not.toBe(before)
  writeFileSync(join(root, 'asset.zip'), 'no archive')
  const archive = { path: 'asset.zip', packaging: 'file' }
  await expect(folders.unpack([archive])).rejects.toThrow('no ZIP archive')
  await expect(folders.unpack([archive])).rejects.toThrow('no ZIP archive')
})
