import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** A resource of a template, as far as tests change it. */
export interface CopiedResource {
  readonly Type: string
  readonly Properties: Record<string, unknown>
}

export interface CopyOptions {
  /** Of a stage that is told more than the one that is deployed: it is synthesized with this context, and not copied. */
  readonly context?: Readonly<Record<string, string>>
  /** Changes properties of resources, as time-outs that a test would wait for; it is told the stack, too. */
  readonly change?: (id: string, resource: CopiedResource, stack: string) => void
  /** Changes a template as a whole. */
  readonly rewrite?: (template: string) => string
}

/** An assembly of a test's own, whose bundles it changes: `cloud.update()` deploys them then. */
export interface AssemblyCopy extends AsyncDisposable {
  readonly folder: string
  /** Writes a handler's bundle anew, made of the one that was built. */
  changeBundle(handler: string, how: (built: string) => string): Promise<void>
}

/** A handler that dies after its work, before it answers: whoever called it calls again. */
export const dying = (built: string): string => `${built}\n;{const done=module.exports.handler;module.exports={handler:async(event,context)=>{await done(event,context);process.exit(1)}}}`

const infra = (path: string): string => fileURLToPath(new URL(`../../infra/${path}`, import.meta.url))

/** Copies the deployed assembly, to be changed. */
export async function copyAssembly(
  { context, change = () => undefined, rewrite = (template) => template }: CopyOptions = {},
): Promise<AssemblyCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'keg-assembly-'))
  if (context === undefined) await cp(infra('cdk.out'), folder, { recursive: true })
  else await synthesize(folder, context)
  const files = new Map<string, string>()
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.template.json'))) {
    const template = JSON.parse(rewrite(await readFile(join(folder, name), 'utf8'))) as {
      Resources: Record<string, Pick<CopiedResource, 'Type'> & Partial<CopiedResource>>
    }
    for (const [id, { Type, Properties = {} }] of Object.entries(template.Resources)) {
      const resource = (template.Resources[id] = { Type, ...template.Resources[id], Properties })
      change(id, resource, name.replace(/\.template\.json$/, ''))
      const { Code, Environment } =
        resource.Properties as { Code?: { S3Key?: string }; Environment?: { Variables?: Record<string, string> } }
      if (Code?.S3Key !== undefined) {
        files.set(
          Environment?.Variables?.['POWERTOOLS_SERVICE_NAME'] ?? id, join(folder, `asset.${Code.S3Key.replace(/\.zip$/, '')}`, 'index.js'),
        )
      }
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

/** As `nx run infra:synth`, in a process of its own. */
async function synthesize(folder: string, context: Readonly<Record<string, string>>): Promise<void> {
  const options = Object.entries(context).flatMap(([name, value]) => ['--context', `${name}=${value}`])
  await promisify(execFile)(process.execPath, ['--conditions=@keg/source', infra('src/main.ts'), ...options], {
    cwd: infra('.'), env: { ...process.env, CDK_OUTDIR: folder },
  })
}
