import { DescribeJobExecutionCommand, ListJobExecutionsForJobCommand, type IoTClient } from '@aws-sdk/client-iot'
import type { Counts } from './counts.ts'

/** A thing that a job failed at. */
export interface Failure {
  readonly thingName: string
  readonly status: 'FAILED' | 'REJECTED' | 'TIMED_OUT'
  /** What the thing says why; absent: nothing. */
  readonly reason?: string
}

/** The things that a job failed at. */
export interface Failures {
  /** The first ten of each status. */
  readonly named: readonly Failure[]
  /** How many there are besides. */
  readonly more: number
}

/** So many things of a status are named. */
const NAMED_THINGS = 10

/** Asks for the things that a job failed at, of which its counts say how many they are. */
export async function failuresOf(
  iot: IoTClient, jobId: string, { failed, rejected, timedOut }: Counts, options: { readonly abortSignal?: AbortSignal } = {},
): Promise<Failures> {
  const named: Failure[] = []
  for (const status of ['FAILED', 'REJECTED', 'TIMED_OUT'] as const) {
    const asked = new ListJobExecutionsForJobCommand({ jobId, status, maxResults: NAMED_THINGS })
    const { executionSummaries = [] } = await iot.send(asked, options)
    for (const { thingArn = '' } of executionSummaries) {
      const thingName = thingArn.slice(thingArn.lastIndexOf('/') + 1)
      const { execution } = await iot.send(new DescribeJobExecutionCommand({ jobId, thingName }), options)
      const reason = execution?.statusDetails?.detailsMap?.['reason']
      named.push({ thingName, status, ...(reason === undefined ? {} : { reason }) })
    }
  }
  // Of a job that goes on, one may have failed since it was counted.
  return { named, more: Math.max(0, failed + rejected + timedOut - named.length) }
}

/** A line for each that is named, and one that says how many more there are. */
export function failureLines({ named, more }: Failures): readonly string[] {
  const lines = named.map(({ thingName, status, reason }) => [thingName, status, ...(reason === undefined ? [] : [reason])].join('  '))
  return more === 0 ? lines : [...lines, `… and ${more} more`]
}
