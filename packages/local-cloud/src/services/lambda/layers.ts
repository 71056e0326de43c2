import type { FileAsset } from '../../assembly/read-assembly.ts'

/** The layers of an assembly, by the ARNs of their versions. */
export class Layers {
  readonly #contents = new Map<string, FileAsset>()

  /** Publishes a version, and answers its ARN. */
  publish(layerArn: string, content: FileAsset): string {
    const versions = [...this.#contents.keys()].filter((arn) => arn.startsWith(`${layerArn}:`))
    const versionArn = `${layerArn}:${versions.length + 1}`
    this.#contents.set(versionArn, content)
    return versionArn
  }

  /** Throws `TypeError` for a layer that is not of this assembly. */
  content(versionArn: string): FileAsset {
    const content = this.#contents.get(versionArn)
    if (content === undefined) throw new TypeError(`Layers: ${versionArn} is no layer of this assembly, and others are not to be had here`)
    return content
  }
}
