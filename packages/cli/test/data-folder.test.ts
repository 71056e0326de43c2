import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runVerb } from './in-process.ts'

it.each([
  ['local', '@keg/local-iot', []],
  ['run', '@keg/local-cloud', ['cdk.out']],
])('keg %s refuses a data folder that a later version wrote, in one line', async (verb, writtenBy, [assembly]) => {
  const folder = mkdtempSync(join(tmpdir(), 'keg-cli-data-'))
  const [dataDir, directory] = [join(folder, 'data'), join(folder, 'cdk.out')]
  for (const path of [dataDir, directory]) mkdirSync(path)
  writeFileSync(join(directory, 'manifest.json'), '{"version":"36.0.0","artifacts":{}}')
  writeFileSync(join(dataDir, 'keg-data.json'), JSON.stringify({ format: 9, writtenBy }))
  const line = [verb, ...(assembly === undefined ? [] : [directory]), '--json', '--data-dir', dataDir]
  const said = `${dataDir} holds data of format 9; this version of ${writtenBy} reads formats 0 to 1.`
  const fix = `Update ${writtenBy}, or name another data folder (--data-dir, dataDir).`
  expect(await runVerb(...line)).toEqual({ code: 1, out: '', err: `${said} ${fix}` })
  rmSync(folder, { recursive: true })
})
