import { inWorkspace } from '@keg/system'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const pageDir = inWorkspace('apps/dashboard/dist')

/** What Vite writes of each chunk. */
type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>

/** The page that opens first. */
const [ENTRY, FIRST_PAGE] = ['index.html', 'src/fleet/fleet-page.tsx']

/** What a browser loads of scripts before the first page can be drawn, gzipped, in bytes: the entry, that page, and what they import. */
export async function initialScriptBytes(): Promise<number> {
  const manifest = JSON.parse(await readFile(join(pageDir, '.vite/manifest.json'), 'utf8')) as Manifest
  const files = new Set<string>()
  const load = (name: string): void => {
    const chunk = manifest[name]
    if (chunk === undefined) throw new Error(`The page has no chunk ${name}.`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    for (const imported of chunk.imports ?? []) load(imported)
  }
  load(ENTRY)
  load(FIRST_PAGE)
  const sizes = await Promise.all([...files].map(async (file) => gzipSync(await readFile(join(pageDir, file)), { level: 9 }).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}
