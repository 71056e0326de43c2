import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** What a browser has to load for the names of a package: bundled, minified, gzipped. */
export async function gzippedBytes(packageName: string, names: string): Promise<number> {
  const result = await build({
    stdin: { contents: `export { ${names} } from '${packageName}'`, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true, minify: true, write: false, format: 'esm', platform: 'browser', target: 'es2024', conditions: ['@keg/source'],
  })
  return gzipSync(result.outputFiles[0]?.contents ?? '').length
}
