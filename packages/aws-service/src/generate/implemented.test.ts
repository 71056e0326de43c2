import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { implementedOperations } from './implemented.ts'

it('finds operations however their call is broken into lines, in folders too, and none of a test', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keg-operations-'))
  try {
    const files = {
      'pour.ts': "export const pour = operation('Pour', () => ({}))",
      'tap.ts': "export const tap = operation(\n  'Tap',\n  () => ({}),\n)",
      'kegs/swap.ts': "export const swap =\n  operation('Swap', () => ({}))",
      'clean.test.ts': "const clean = operation('Clean', () => ({}))",
    }
    mkdirSync(join(folder, 'kegs'))
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
    expect(implementedOperations(pathToFileURL(`${folder}/`))).toEqual(['Pour', 'Swap', 'Tap'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
