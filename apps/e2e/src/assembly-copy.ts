import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A resource of a template, as far as tests change it. */
export interface CopiedResource {
  readonly Type: string
  readonly Properties: Record<string, unknown>
}

/** A copy of the deployed assembly, whose bundles a test changes: `cloud.update()` deploys them then. */
export interface AssemblyCopy extends AsyncDisposable {
  readonly folder: string
  /** Writes a handler's bundle anew, made of the one that was built. */
  changeBundle(handler: string, how: (built: string) => string): Promise<void>
}

/** Copies the assembly; `change` may change the properties of its resources first, as time-outs that a test would wait for. */
export async function copyAssembly(change: (id: string, resource: CopiedResource) => void = () => undefined): Promise<AssemblyCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'keg-assembly-'))
  await cp(fileURLToPath(new URL('../../infra/cdk.out', import.meta.url)), folder, { recursive: true })
  const files = new Map<string, string>()
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.template.json'))) {
    const template = JSON.parse(await readFile(join(folder, name), 'utf8')) as { Resources: Record<string, Pick<CopiedResource, 'Type'> & Partial<CopiedResource>> }
    for (const [id, { Type, Properties = {} }] of Object.entries(template.Resources)) {
      const resource = (template.Resources[id] = { Type, ...template.Resources[id], Properties })
      change(id, resource)
      const { Code, Environment } = resource.Properties as { Code?: { S3Key?: string }; Environment?: { Variables?: Record<string, string> } }
      if (Code?.S3Key !== undefined) files.set(Environment?.Variables?.['POWERTOOLS_SERVICE_NAME'] ?? id, join(folder, `asset.${Code.S3Key.replace(/\.zip$/, '')}`, 'index.js'))
    }
    await writeFile(join(folder, name), JSON.stringify(template))
  }
  const built = new Map<string, string>()
  return {
    folder,
    async changeBundle(handler, how) {
      const file = files.get(handler)
      if (file === undefined) throw new Error(`The assembly has no handler ${handler}.`)
      const before = built.get(handler) ?? (await readFile(file, 'utf8'))
      built.set(handler, before)
      await writeFile(file, how(before))
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
