/** A file or folder of the assembly that a stack uses, for example the bundle of a Lambda function. */
export interface FileAsset {
  /** The path, relative to the folder of the assembly. */
  readonly path: string
  /** `zip` for a folder that is zipped for AWS, `file` for a file used as it is. */
  readonly packaging: string
}
