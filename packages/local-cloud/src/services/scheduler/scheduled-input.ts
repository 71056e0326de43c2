/** One invocation of a schedule's target. */
export interface Invocation {
  /** Of the schedule. */
  readonly arn: string
  /** When it was due. */
  readonly atMs: number
  readonly executionId: string
  /** From 1. */
  readonly attempt: number
}

/**
 * An input with its context attributes filled in.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
export function scheduledInput(input: string, { arn, atMs, executionId, attempt }: Invocation): string {
  const values: Readonly<Record<string, string>> = {
    'schedule-arn': arn, 'scheduled-time': new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z'), 'execution-id': executionId,
    'attempt-number': String(attempt),
  }
  return input.replaceAll(/<aws\.scheduler\.([a-z-]+)>/g, (whole, name: string) => values[name] ?? whole)
}
