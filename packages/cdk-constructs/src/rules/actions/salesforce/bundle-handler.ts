import type * as esbuild from 'esbuild'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Writes the function as one file, `index.mjs`: where the package is built, and where it is used from its source. Takes esbuild from beside
 * `from`.
 */
export function bundleHandler(from: string, outputDirectory: string): void {
  // Only its developers have it.
  const { buildSync } = createRequire(from)('esbuild') as typeof esbuild
  buildSync({
    entryPoints: [fileURLToPath(new URL('handler.ts', from))], outfile: `${outputDirectory}/index.mjs`,
    bundle: true, platform: 'node', target: 'node24', format: 'esm', external: ['@aws-sdk/*'], logLevel: 'error',
  })
}
