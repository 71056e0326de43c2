const TAIL_BYTES = 4_096

/** What an invocation printed, with Lambda's own lines around it. */
export interface PrintedInvocation {
  readonly requestId: string
  readonly version: string
  readonly lines: readonly string[]
  readonly durationMs: number
  readonly memoryMb: number
}

/**
 * The last 4 KB of an invocation's log, in Base64.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#lambda-Invoke-request-LogType
 */
export function logTail({ requestId, version, lines, durationMs, memoryMb }: PrintedInvocation): string {
  const report = `REPORT RequestId: ${requestId}\tDuration: ${durationMs.toFixed(2)} ms\tBilled Duration: ${Math.ceil(durationMs)} ms\tMemory Size: ${memoryMb} MB\t`
  const all = [`START RequestId: ${requestId} Version: ${version}`, ...lines, `END RequestId: ${requestId}`, report]
    .map((line) => `${line}\n`)
    .join('')
  return Buffer.from(all).subarray(-TAIL_BYTES).toString('base64')
}
