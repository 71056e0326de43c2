import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { row, type Row } from '../row.ts'

async function gzippedBytes(names: string): Promise<number> {
  const result = await build({
    stdin: { contents: `export { ${names} } from '@keg/rule-dsl'`, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true, minify: true, write: false, format: 'esm', platform: 'browser', target: 'es2022', conditions: ['@keg/source'],
  })
  return gzipSync(result.outputFiles[0]?.contents ?? '').length
}

/** What of the language a browser has to load. */
export async function sizeRows(): Promise<readonly Row[]> {
  return [
    row('rule-dsl/size-of-parse-and-print', 'bytes', await gzippedBytes('parseRule, printRule'), 20_000, '<= 1'),
    row('rule-dsl/size-of-parse-check-print', 'bytes', await gzippedBytes('parseRule, checkRule, printRule'), 20_000, '<= 1'),
    row('rule-dsl/size-of-all', 'bytes', await gzippedBytes('parseRule, checkRule, printRule, compileRule, explainRule, from'), 60_000, '<= 1'),
  ]
}
