import { chmod, cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { unzipSync } from 'fflate'
import type { FileAsset } from '../../ground/file-asset.ts'
import { assetVersions } from '../../ground/asset-version.ts'

/** Where an asset is by its path in the assembly. */
export type AssetPath = (path: string) => string

/**
 * Copies a function's code to a folder of its own, as Lambda does: away from the assembly, neither a `package.json` nor
 * `node_modules` of the project around it decide how the code runs.
 */
export async function unpackCode(
  { assetPath, directory }: { readonly assetPath: AssetPath; readonly directory: string },
  functionName: string,
  code: FileAsset | { readonly inline: string },
): Promise<string> {
  await mkdir(join(directory, 'functions'), { recursive: true })
  // A folder of its own each time: what runs on the code before goes on with that.
  const target = await mkdtemp(join(directory, 'functions', `${functionName}-`))
  if ('inline' in code) await writeFile(join(target, 'index.js'), code.inline)
  else await unpack(assetPath, code, target)
  return target
}

/**
 * Lays layers into a folder, a later one over those before it, as Lambda does below `/opt`. Functions with layers of the same content in
 * the same order have one folder: nobody writes there.
 */
export class LayerFolders {
  readonly #folders = new Map<string, Promise<string>>()
  readonly #assetPath: AssetPath
  readonly #version: (path: string) => string
  readonly #directory: string

  /** `directory` is where the folders are made. */
  constructor(assetPath: AssetPath, directory: string) {
    this.#assetPath = assetPath
    this.#version = assetVersions(assetPath)
    this.#directory = join(directory, 'layers')
  }

  unpack(layers: readonly FileAsset[]): Promise<string> {
    const content = layers.map(({ path, packaging }) => `${packaging} ${this.#version(path)}`).join('\n')
    const unpacked = this.#folders.get(content) ?? this.#unpack(layers)
    this.#folders.set(content, unpacked)
    // What could not be read is read again.
    unpacked.catch(() => this.#folders.delete(content))
    return unpacked
  }

  async #unpack(layers: readonly FileAsset[]): Promise<string> {
    await mkdir(this.#directory, { recursive: true })
    const target = await mkdtemp(join(this.#directory, 'layer-'))
    const [only, ...others] = layers
    if (only !== undefined && others.length === 0) await unpack(this.#assetPath, only, target)
    // Each of several is unpacked once, too, whatever it is combined with.
    else for (const layer of layers) await cp(await this.unpack([layer]), target, { recursive: true })
    return target
  }
}

async function unpack(assetPath: AssetPath, { packaging, path }: FileAsset, target: string): Promise<void> {
  if (packaging === 'zip') await cp(assetPath(path), target, { recursive: true })
  else await unzip(await readFile(assetPath(path)), target)
}

/**
 * An archive made ready by somebody else, as `Code.fromAsset('function.zip')`. Throws `TypeError` for what is none, or would write
 * elsewhere.
 */
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
