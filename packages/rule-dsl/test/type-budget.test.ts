import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, 'type-budget')
/** What a rule that uses most of the builder may cost the compiler beyond importing it; raise it only for a reason. */
const MAX_INSTANTIATIONS = 4000

function instantiations(file: string): number {
  const config = ts.getParsedCommandLineOfConfigFile(join(import.meta.dirname, '../tsconfig.json'), {}, {
    ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined,
  })
  const program = ts.createProgram([join(folder, file)], { ...config?.options, noEmit: true })
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([])
  return program.getInstantiationCount()
}

it('keeps the builder cheap to check', () => {
  const cost = instantiations('rules.ts') - instantiations('empty.ts')
  expect(cost).toBeGreaterThan(0)
  expect(cost).toBeLessThan(MAX_INSTANTIATIONS)
}, 60_000)
