import { chmod, cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { unzipSync } from 'fflate'
import type { FileAsset } from '../assembly/read-assembly.ts'
import type { AssetPath } from './asset-paths.ts'

/**
 * Copies a function's code to a folder of its own, as Lambda does: away from the assembly, neither a `package.json` nor
 * `node_modules` of the project around it decide how the code runs.
 */
export async function unpackCode(assetPath: AssetPath, directory: string, functionName: string, code: FileAsset | { readonly inline: string }): Promise<string> {
  await mkdir(join(directory, 'functions'), { recursive: true })
  // A folder of its own each time: what runs on the code before goes on with that.
  const target = await mkdtemp(join(directory, 'functions', `${functionName}-`))
  if ('inline' in code) await writeFile(join(target, 'index.js'), code.inline)
  else await unpack(assetPath, code, target)
  return target
}

/** Lays layers into a folder of a function's own, a later one over those before it, as Lambda does below `/opt`. */
export async function unpackLayers(assetPath: AssetPath, directory: string, functionName: string, layers: readonly FileAsset[]): Promise<string> {
  await mkdir(join(directory, 'layers'), { recursive: true })
  const target = await mkdtemp(join(directory, 'layers', `${functionName}-`))
  for (const layer of layers) await unpack(assetPath, layer, target)
  return target
}

async function unpack(assetPath: AssetPath, { packaging, path }: FileAsset, target: string): Promise<void> {
  if (packaging === 'zip') await cp(assetPath(path), target, { recursive: true })
  else await unzip(await readFile(assetPath(path)), target)
}

/** An archive made ready by somebody else, as `Code.fromAsset('function.zip')`. Throws `TypeError` for what is none, or would write elsewhere. */
async function unzip(archive: Uint8Array, target: string): Promise<void> {
  for (const [name, content] of Object.entries(filesOf(archive))) {
    const file = resolve(target, name)
    if (!file.startsWith(target + sep)) throw new TypeError(`The archive has a file outside of itself: ${name}`)
    if (name.endsWith('/')) continue
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    // What of a file's mode matters here: that a program can be run.
    await chmod(file, 0o755)
  }
}

function filesOf(archive: Uint8Array): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(archive)
  } catch (cause) {
    throw new TypeError(`The code is no ZIP archive: ${String(cause)}`, { cause })
  }
}
