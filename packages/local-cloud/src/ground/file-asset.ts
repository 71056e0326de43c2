/** A file or folder that the assembly carries for a stack, such as a Lambda function's bundle. */
export interface FileAsset {
  /** Relative to the assembly's directory. */
  readonly path: string
  /** `zip`: a folder that is zipped for AWS; `file`: a file taken as it is. */
  readonly packaging: string
}
