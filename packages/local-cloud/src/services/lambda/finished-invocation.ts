/** What is told of an invocation that has ended. */
export interface FinishedInvocation {
  readonly functionName: string
  readonly requestId: string
  readonly startedAtMs: number
  /** As JSON. */
  readonly input: string
  readonly output: string
  readonly failed: boolean
}
