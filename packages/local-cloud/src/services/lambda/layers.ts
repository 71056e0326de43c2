import type { FileAsset } from '../../ground/file-asset.ts'
import type { LayerFolders } from './unpack-code.ts'

/** The layers of an assembly, by the ARNs of their versions. */
export class Layers {
  readonly #contents = new Map<string, FileAsset>()
  readonly #folders: LayerFolders

  constructor(folders: LayerFolders) {
    this.#folders = folders
  }

  /** Publishes a version, and answers its ARN. */
  publish(layerArn: string, content: FileAsset): string {
    const versions = [...this.#contents.keys()].filter((arn) => arn.startsWith(`${layerArn}:`))
    const versionArn = `${layerArn}:${versions.length + 1}`
    this.#contents.set(versionArn, content)
    return versionArn
  }

  /**
   * Puts layers, one over the other, into a folder, and answers it; `undefined` for none.
   * Throws `TypeError` for a layer that is not of this assembly.
   */
  async unpack(versionArns: readonly string[]): Promise<string | undefined> {
    return versionArns.length === 0 ? undefined : this.#folders.unpack(versionArns.map((versionArn) => this.#content(versionArn)))
  }

  #content(versionArn: string): FileAsset {
    const content = this.#contents.get(versionArn)
    if (content === undefined) throw new TypeError(`Layers: ${versionArn} is no layer of this assembly, and others are not to be had here`)
    return content
  }
}
