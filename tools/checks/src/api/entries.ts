import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One door of a published package: what `import '@keg/shadow-client/http'` opens. Its paths are relative to the workspace. */
export interface Entry {
  /** `@keg/shadow-client/http` */
  readonly specifier: string
  /** `packages/shadow-client` */
  readonly folder: string
  /** The built declarations: `packages/shadow-client/dist/transports/http.d.ts`. */
  readonly types: string
  /** `packages/shadow-client/api/http.api.md` */
  readonly report: string
}

// The parts of nx.json and package.json that are read here.
interface Workspace { readonly release: { readonly projects: readonly string[] } }
interface Manifest {
  readonly name: string
  readonly publishConfig: { readonly exports: Readonly<Record<string, { readonly import: { readonly types?: string } }>> }
}

/**
 * The entries of the packages that nx.json releases, as npm gets them. An entry without types is left out: it is a command, and nobody
 * imports it. `import` and `require` are built from the same source, so that one of them is enough.
 */
export function publishedEntries(workspace: string): Entry[] {
  // Both files are ours, and their tools refuse other shapes.
  const read = <Shape>(file: string) => JSON.parse(readFileSync(join(workspace, file), 'utf8')) as Shape
  return read<Workspace>('nx.json').release.projects.flatMap((folder) => {
    const { name, publishConfig } = read<Manifest>(`${folder}/package.json`)
    return Object.entries(publishConfig.exports).flatMap(([door, { import: { types } }]) =>
      types === undefined
        ? []
        : [{ specifier: join(name, door), folder, types: join(folder, types), report: `${folder}/api/${reportName(door)}.api.md` }])
  })
}

const reportName = (door: string): string => (door === '.' ? 'index' : door.slice(2).replaceAll('/', '-'))
