/** Why an assembly could not be run. All codes but `RESOURCE_FAILED`, `DATA_IN_USE` and `ENGINE_…` are found before anything starts. */
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

/** A resource that can't be run: its place in the CDK app, and the reason. */
export interface Evidence {
  readonly stackName: string
  readonly logicalId: string
  readonly type: string
  readonly constructPath: string
  /** The property at fault, for example `Code.ImageUri`. Absent: the resource as a whole. */
  readonly property?: string
  readonly reason: string
}

/**
 * Thrown where an assembly can't be run. `evidence` lists every resource at fault, not only the first.
 *
 * @example
 * try {
 *   await runAssembly('cdk.out')
 * } catch (error) {
 *   if (error instanceof CloudError) for (const { constructPath, reason } of error.evidence) console.log(constructPath, reason)
 * }
 */
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
