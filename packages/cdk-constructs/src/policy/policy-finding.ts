/** What is wrong with, or strange in, a policy of AWS IoT. */
export interface PolicyFinding {
  /** The name of the rule that says so. */
  readonly rule: string
  /** An error does nothing, or lets anybody in; a warning may be meant. */
  readonly severity: 'error' | 'warning'
  /** The index of the statement; `undefined`: it is of the whole document. */
  readonly statement: number | undefined
  /** The resource, without what stands before it in its ARN. */
  readonly resource: string | undefined
  readonly message: string
  readonly fix: string
  /** The page of AWS that it follows from. */
  readonly see: string
}

/** As a rule finds it. */
export interface Found {
  readonly resource?: string
  readonly message: string
  readonly fix: string
}
