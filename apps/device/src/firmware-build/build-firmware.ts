import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../', import.meta.url))
/** The oldest Node that runs a keg. */
const TARGET = 'node22.13'

/**
 * The keg's program as one ES module that exports `version` and `startProgram`. It imports nothing but Node's own modules, so it runs
 * wherever it lies: hardware, files and the connection, native libraries with it, are handed to it by the device that loads it.
 */
export async function buildFirmware(version: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export const version = ${JSON.stringify(version)}\nexport { startProgram } from './program.ts'\n`,
      resolveDir: source, loader: 'ts',
    },
    bundle: true, minify: true, platform: 'node', format: 'esm', target: TARGET, conditions: ['@keg/source'], write: false,
    logLevel: 'error',
  })
  const [program] = outputFiles
  if (program === undefined) throw new Error('esbuild made no program.')
  return program.contents
}
