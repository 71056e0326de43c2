/** Why an assembly could not be run; all but `RESOURCE_FAILED`, `DATA_IN_USE` and the `ENGINE_…` codes are known before anything starts. */
export type CloudErrorCode =
  | 'ASSEMBLY_UNREADABLE'
  | 'PARAMETER_INVALID'
  | 'UNSUPPORTED'
  | 'UNRESOLVED'
  | 'CYCLE'
  | 'RESOURCE_FAILED'
  | 'DATA_IN_USE'
  | 'DATA_UNREADABLE'
  | 'ENGINE_MISSING'
  | 'ENGINE_FAILED'

/** One resource that stands in the way, with its place in the CDK app and what is wrong with it. */
export interface Evidence {
  readonly stackName: string
  readonly logicalId: string
  readonly type: string
  readonly constructPath: string
  /** The property that is wrong, as `Code.ImageUri`; absent when it is the resource as a whole. */
  readonly property?: string
  readonly reason: string
}

/** An assembly that could not be run; `evidence` lists every resource concerned, not only the first. */
export class CloudError extends Error {
  override readonly name = 'CloudError'
  readonly code: CloudErrorCode
  readonly evidence: readonly Evidence[]
  constructor(code: CloudErrorCode, message: string, options: ErrorOptions & { evidence?: readonly Evidence[] } = {}) {
    super([message, ...(options.evidence ?? []).map(describe)].join('\n'), options)
    this.code = code
    this.evidence = options.evidence ?? []
  }
}

function describe({ logicalId, type, constructPath, property, reason }: Evidence): string {
  return `  ${logicalId} (${type}, ${constructPath})${property === undefined ? '' : ` ${property}`}: ${reason}`
}
