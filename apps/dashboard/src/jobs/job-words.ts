import type { FleetJob } from '../api/operations-api.ts'

/**
 * How fast a job goes out, in words.
 *
 * @example rolloutWords({ maximumPerMinute: 50 })  // 'at most 50 a minute'
 */
export function rolloutWords(rollout: FleetJob['rollout']): string {
  const { maximumPerMinute, exponential } = rollout ?? {}
  const parts = [
    ...(exponential === undefined ? [] : [
      `${exponential.basePerMinute} a minute, times ${exponential.factor} after each ${afterWords(exponential.after)}`,
    ]),
    ...(maximumPerMinute === undefined ? [] : [`at most ${maximumPerMinute} a minute`]),
  ]
  return parts.length === 0 ? 'as fast as AWS can' : parts.join(', ')
}

const afterWords = ({ notified, succeeded }: NonNullable<NonNullable<FleetJob['rollout']>['exponential']>['after']): string =>
  (succeeded === undefined ? `${notified ?? 0} that were told` : `${succeeded} that succeeded`)

/** When a job is canceled by itself, a sentence each; none = never. */
export const abortWords = (abort: FleetJob['abort']): readonly string[] =>
  abort.map(({ failure, thresholdPercentage, minimumExecutions }) =>
    `stops where ${thresholdPercentage} % end ${failure === 'ALL' ? 'without success' : failure}, once ${minimumExecutions} have ended`)

const ENDED = ['succeeded', 'failed', 'rejected', 'timedOut', 'canceled', 'removed'] as const

/** How far a job has come: of how many kegs, how many have ended it, and how many of those not as they should. */
export function progressOf({ counts }: Pick<FleetJob, 'counts'>): { readonly all: number; readonly ended: number; readonly bad: number } {
  const ended = ENDED.reduce((sum, state) => sum + counts[state], 0)
  return { all: ended + counts.queued + counts.inProgress, ended, bad: counts.failed + counts.rejected + counts.timedOut }
}

/** Whether a job can be taken back still. */
export const isOpen = ({ status }: Pick<FleetJob, 'status'>): boolean => status === 'IN_PROGRESS' || status === 'SCHEDULED'
