import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'

const infra = fileURLToPath(new URL('../../infra', import.meta.url))
const other = await mkdtemp(join(tmpdir(), 'keg-synth-'))
afterAll(() => rm(other, { recursive: true }))

const filesOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort()

// `apps/infra/cdk.out` was written by nx's target, which runs before these tests, and may hold files of earlier syntheses, which nothing
// names.
it('synthesizes the whole app, bundles included, to the same bytes in another folder', async () => {
  await promisify(execFile)(process.execPath, ['--conditions=@keg/source', 'src/main.ts'], {
    cwd: infra, env: { ...process.env, CDK_OUTDIR: other },
  })
  const files = await filesOf(other)
  expect(files.filter((file) => file.endsWith('index.js')).length).toBeGreaterThan(0)
  const differing = []
  for (const file of files) {
    const [one, two] = await Promise.all(
      [join(infra, 'cdk.out', file), join(other, file)].map((path) => readFile(path).catch(() => undefined)),
    )
    if (one === undefined || two === undefined || !one.equals(two)) differing.push(file)
  }
  expect(differing).toEqual([])
}, 240_000)
