import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Manifest } from './published-exports.ts'

const workspace = fileURLToPath(new URL('../../../../', import.meta.url))

/** The package.json of each package that nx.json releases: its path in the workspace, its path on this machine, and its content. */
export function releasedManifests(): { readonly file: string; readonly path: string; readonly manifest: Manifest }[] {
  // Both files are ours, and their tools refuse other shapes.
  const nx = JSON.parse(readFileSync(join(workspace, 'nx.json'), 'utf8')) as { readonly release: { readonly projects: readonly string[] } }
  return nx.release.projects.map((folder) => {
    const file = `${folder}/package.json`
    const path = join(workspace, file)
    return { file, path, manifest: JSON.parse(readFileSync(path, 'utf8')) as Manifest }
  })
}
