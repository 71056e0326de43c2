import type { JobProcessDetails } from '@aws-sdk/client-iot'

/** As AWS writes them: DescribeJob. */
const COUNTS = {
  queued: 'numberOfQueuedThings', inProgress: 'numberOfInProgressThings', succeeded: 'numberOfSucceededThings', failed: 'numberOfFailedThings',
  rejected: 'numberOfRejectedThings', timedOut: 'numberOfTimedOutThings', canceled: 'numberOfCanceledThings', removed: 'numberOfRemovedThings',
} as const satisfies Record<string, keyof JobProcessDetails>
const NOT_WELL = ['failed', 'rejected', 'timedOut', 'canceled'] as const

/** How many things a job's executions have come how far at. */
export type Counts = Readonly<Record<keyof typeof COUNTS, number>>

export const countsOf = (details: JobProcessDetails = {}): Counts =>
  // Of the counts' own names.
  Object.fromEntries(Object.entries(COUNTS).map(([name, member]) => [name, details[member] ?? 0])) as Counts

/** Whether the job has done what it should at each thing that it was told to. */
export const isWell = (counts: Counts): boolean => NOT_WELL.every((name) => counts[name] === 0)

/**
 * The counts in words, those alone of which there are some.
 *
 * @example inWords(countsOf({ numberOfQueuedThings: 2, numberOfTimedOutThings: 1 }))  // '2 queued, 1 timed out'
 */
export function inWords(counts: Counts): string {
  const told = Object.entries(counts).filter(([, count]) => count > 0).map(([name, count]) => `${count} ${words(name)}`)
  return told.length === 0 ? 'nobody was told yet' : told.join(', ')
}

const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
