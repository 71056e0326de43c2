import { build } from 'esbuild'
import { isBuiltin } from 'node:module'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../', import.meta.url))
/** The oldest Node that runs a keg. */
const TARGET = 'node22.13'

/**
 * The keg's program as one ES module that exports `version` and `startProgram`. It imports nothing but Node's own modules, so it runs
 * wherever it lies: hardware, files and the connection, native libraries with it, are handed to it by the device that loads it.
 */
export async function buildFirmware(version: string, entry = './program.ts'): Promise<Uint8Array> {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `export const version = ${JSON.stringify(version)}\nexport { startProgram } from ${JSON.stringify(entry)}\n`,
      resolveDir: source, loader: 'ts',
    },
    bundle: true, minify: true, platform: 'node', format: 'esm', target: TARGET, conditions: ['@keg/source'], write: false, metafile: true,
    logLevel: 'error',
  })
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  const foreign = imported.filter((path) => !isBuiltin(path))
  if (foreign.length > 0) throw new Error(`A firmware may import Node's own modules alone; this one imports ${foreign.join(', ')}.`)
  const [program] = outputFiles
  if (program === undefined) throw new Error('esbuild made no program.')
  return program.contents
}
