import type { JobOutcome } from './job-outcome.ts'

/** What came of jobs that outlive one boot of the program. */
export interface SettledJobs {
  /** What came of a job; `undefined` while nothing did. */
  outcomeOf(job: string): JobOutcome | undefined
  /** Resolves once something came of it. */
  when(job: string): Promise<JobOutcome>
  /** Looks again at what is written down. */
  tell(): void
}

/** Reads what came of the last job from `last`. */
export function createSettledJobs(last: () => { readonly job: string; readonly outcome: JobOutcome } | null): SettledJobs {
  const waiting = new Map<string, PromiseWithResolvers<JobOutcome>>()
  const outcomeOf = (job: string) => {
    const settled = last()
    return settled?.job === job ? settled.outcome : undefined
  }
  return {
    outcomeOf,
    async when(job) {
      const known = outcomeOf(job)
      if (known) return known
      const waiter = waiting.get(job) ?? Promise.withResolvers<JobOutcome>()
      waiting.set(job, waiter)
      return waiter.promise
    },
    tell() {
      const settled = last()
      if (settled === null) return
      waiting.get(settled.job)?.resolve(settled.outcome)
      waiting.delete(settled.job)
    },
  }
}
