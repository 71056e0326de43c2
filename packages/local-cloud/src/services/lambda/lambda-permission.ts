/** A statement of a function's resource policy. */
export interface LambdaPermission {
  /** A service such as `iot.amazonaws.com`, an account or `*`. */
  readonly principal: string
  /** With `*` and `?` as in IAM; absent: any source. */
  readonly sourceArn: string | undefined
}

/** Whether a permission lets `principal` invoke on behalf of `sourceArn`. */
export function permits({ principal: allowed, sourceArn: pattern }: LambdaPermission, principal: string, sourceArn: string): boolean {
  if (allowed !== '*' && allowed !== principal) return false
  if (pattern === undefined) return true
  const expression = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')
  return new RegExp(`^${expression}$`).test(sourceArn)
}
