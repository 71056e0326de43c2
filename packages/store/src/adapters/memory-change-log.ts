import type { ChangeLog, LoggedStep } from '../change-log.ts'

/** The log of writers in this process, for tests of what stands on it. */
export function memoryChangeLog(): ChangeLog {
  const steps = new Map<string, LoggedStep>()
  const keyOf = (job: string, step: string) => JSON.stringify([job, step])
  return {
    plan: async (job, step, plan) => {
      const kept = steps.get(keyOf(job, step)) ?? { plan }
      steps.set(keyOf(job, step), kept)
      return kept
    },
    settle: async (job, step, outcome) => {
      const kept = steps.get(keyOf(job, step))
      if (kept !== undefined && kept.outcome === undefined) steps.set(keyOf(job, step), { ...kept, outcome })
    },
    step: async (job, step) => steps.get(keyOf(job, step)),
  }
}
