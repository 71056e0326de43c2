import { zipSync } from 'fflate'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { deployFiles, type DeploymentObjects } from './bucket-deployment.ts'
import { objectsOf } from './objects.ts'

const folder = mkdtempSync(join(tmpdir(), 'deployment-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A bucket with an object, and what was done with it. */
function bucket() {
  const done: string[] = []
  const objects: DeploymentObjects = {
    put: async (name, key, body) => void done.push(`put ${name} ${key} ${body.toString()}`),
    list: async () => [{ key: 'old', bytes: 1 }],
    remove: async (name, key) => void done.push(`remove ${name} ${key}`),
  }
  return { done, objects }
}
const deploy = (path: string, objects: DeploymentObjects, prefix = '') => deployFiles({
  bucket: 'own', prefix, sources: [{ path, markers: { values: {}, jsonEscape: false } }], exclude: [], include: [], prune: true, headers: {},
}, objects)
function zipOf(name: string): string {
  const path = join(folder, 'source.zip')
  writeFileSync(path, zipSync({ 'a.txt': Buffer.from('a'), [name]: Buffer.from('x') }))
  return path
}

it.each(['../victim/x', 'a/../../victim/x', '..', './x'])('refuses a zip file that has %s, and changes nothing', async (name) => {
  const { done, objects } = bucket()
  await expect(deploy(zipOf(name), objects)).rejects.toThrow(`${name} leads out of the bucket own`)
  expect(done).toEqual([])
})

it.each(['../victim', 'a/../../victim', '..'])('refuses the prefix %s, and changes nothing', async (prefix) => {
  const { done, objects } = bucket()
  await expect(deploy(zipOf('b.txt'), objects, prefix)).rejects.toThrow(`${prefix} leads out of the bucket own`)
  expect(done).toEqual([])
})

it('takes names with dots in them', async () => {
  const { done, objects } = bucket()
  await deploy(zipOf('..a/b..'), objects)
  expect(done).toEqual(['put own a.txt a', 'put own ..a/b.. x', 'remove own old'])
})

it('follows links to files and folders, and none in a circle', async () => {
  const source = join(folder, 'source')
  mkdirSync(join(source, 'real'), { recursive: true })
  writeFileSync(join(source, 'real', 'a.txt'), 'a')
  symlinkSync(join(source, 'real'), join(source, 'linked'))
  symlinkSync(join(source, 'real', 'a.txt'), join(source, 'b.txt'))
  symlinkSync(source, join(source, 'real', 'circle'))
  const { done, objects } = bucket()
  await deploy(source, objects)
  expect(done).toEqual(['put own b.txt a', 'put own linked/a.txt a', 'put own real/a.txt a', 'remove own old'])
})

it.each(['../victim/x', 'a/../../victim/x', 'a/.'])('asks S3 for no object %s', async (key) => {
  const asked: string[] = []
  const objects = objectsOf(async () => ({ fetch: async ({ url }) => (asked.push(url), new Response('')) }))
  for (const ask of [() => objects.put('own', key, Buffer.from('')), () => objects.get('own', key), () => objects.remove('own', key)])
    await expect((async () => ask())()).rejects.toMatchObject({ name: 'InvalidRequest', message: `The key ${key} has a segment of dots, which no address here can have.` })
  expect(asked).toEqual([])
})
