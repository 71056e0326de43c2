import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, it } from 'vitest'

/** The size of an entry, minified and gzipped, with all that it imports. */
async function gzippedBytes(entry: string): Promise<number> {
  const built = await build({
    logLevel: 'silent',
    configFile: false,
    build: { write: false, minify: true, target: 'es2024', lib: { entry: new URL(entry, import.meta.url).pathname, formats: ['es'] } },
  })
  const chunks = [built].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []))
  expect(chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.imports : []))).toEqual([])
  return chunks.reduce((sum, chunk) => sum + (chunk.type === 'chunk' ? gzipSync(chunk.code).length : 0), 0)
}

it('the client takes at most 6 KB', async () => {
  expect(await gzippedBytes('./index.ts')).toBeLessThan(6 * 1024)
})
