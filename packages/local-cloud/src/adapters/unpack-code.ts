import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileAsset } from '../assembly/read-assembly.ts'

/**
 * Copies a function's code to a folder of its own, as Lambda does: away from the assembly, neither a `package.json` nor
 * `node_modules` of the project around it decide how the code runs.
 */
export async function unpackCode(assembly: string, directory: string, functionName: string, code: FileAsset | { readonly inline: string }): Promise<string> {
  await mkdir(join(directory, 'functions'), { recursive: true })
  // A folder of its own each time: what runs on the code before goes on with that.
  const target = await mkdtemp(join(directory, 'functions', `${functionName}-`))
  if ('inline' in code) await writeFile(join(target, 'index.js'), code.inline)
  else await cp(join(assembly, code.path), target, { recursive: true })
  return target
}
