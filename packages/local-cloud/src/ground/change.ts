/** A change that a deployment made to a resource. */
export interface Change {
  readonly kind: 'created' | 'updated' | 'replaced' | 'removed' | 'retained'
  readonly constructPath: string
  readonly type: string
}
