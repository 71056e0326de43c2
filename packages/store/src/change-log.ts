/**
 * One step of a job: what was planned before anything was changed, and what came of it; `outcome` is absent until then. Both are the
 * writer's own texts.
 */
export interface LoggedStep {
  readonly plan: string
  readonly outcome?: string
}

/** How long steps are kept after they were planned: events are told again within hours, and people ask within days. */
export const STEPS_KEPT_MS = 30 * 24 * 3_600_000

/**
 * What writers that may be killed at any time, and told twice, have planned and done. A step is planned once: who comes later gets the plan
 * of the first, and can tell what the first has done by it. Every adapter runs the suite in `@keg/store/testing`.
 */
export interface ChangeLog {
  /** Keeps a plan where the step has none; answers the step as it is kept. */
  plan(job: string, step: string, plan: string, nowMs: number): Promise<LoggedStep>
  /** Keeps what came of a step that is planned; the first outcome stays. */
  settle(job: string, step: string, outcome: string): Promise<void>
  /** A step; `undefined` where it is not planned. */
  step(job: string, step: string): Promise<LoggedStep | undefined>
}
