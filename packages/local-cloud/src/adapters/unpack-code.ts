import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileAsset } from '../assembly/read-assembly.ts'

/**
 * Copies a function's code to a folder of its own, as Lambda does: away from the assembly, neither a `package.json` nor
 * `node_modules` of the project around it decide how the code runs.
 */
export async function unpackCode(assembly: string, directory: string, functionName: string, code: FileAsset | { readonly inline: string }): Promise<string> {
  const target = join(directory, 'functions', functionName)
  await mkdir(target, { recursive: true })
  if ('inline' in code) await writeFile(join(target, 'index.js'), code.inline)
  else await cp(join(assembly, code.path), target, { recursive: true })
  return target
}

/** Copies layers into a folder of a function's own, a later one over those before it, as Lambda does below `/opt`. */
export async function unpackLayers(assembly: string, directory: string, functionName: string, layers: readonly FileAsset[]): Promise<string> {
  const target = join(directory, 'layers', functionName)
  await mkdir(target, { recursive: true })
  for (const { path } of layers) await cp(join(assembly, path), target, { recursive: true })
  return target
}
