import { DescribeJobExecutionCommand, ListJobExecutionsForJobCommand, type IoTClient } from '@aws-sdk/client-iot'

/** A thing that a job failed at. */
export interface Failure {
  readonly thingName: string
  readonly status: 'FAILED' | 'REJECTED' | 'TIMED_OUT'
  /** What the thing says why; absent: nothing. */
  readonly reason?: string
}

/** So many things of a status are named. */
const NAMED_THINGS = 10

/** The things that a job failed at, the first ten of each status. */
export async function failuresOf(iot: IoTClient, jobId: string): Promise<readonly Failure[]> {
  const failures: Failure[] = []
  for (const status of ['FAILED', 'REJECTED', 'TIMED_OUT'] as const) {
    const { executionSummaries = [] } = await iot.send(new ListJobExecutionsForJobCommand({ jobId, status, maxResults: NAMED_THINGS }))
    for (const { thingArn = '' } of executionSummaries) {
      const thingName = thingArn.slice(thingArn.lastIndexOf('/') + 1)
      const { execution } = await iot.send(new DescribeJobExecutionCommand({ jobId, thingName }))
      const reason = execution?.statusDetails?.detailsMap?.['reason']
      failures.push({ thingName, status, ...(reason === undefined ? {} : { reason }) })
    }
  }
  return failures
}

/** A line for each of the first ten, and one that says that there are more. */
export function failureLines(failures: readonly Failure[]): readonly string[] {
  const lines = failures.map(({ thingName, status, reason }) => [thingName, status, ...(reason === undefined ? [] : [reason])].join('  '))
  return lines.length > NAMED_THINGS ? [...lines.slice(0, NAMED_THINGS), '…'] : lines
}
