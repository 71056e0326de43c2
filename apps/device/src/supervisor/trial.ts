/** Something new that has to prove itself by a healthy program: a firmware, or a certificate. */
export interface Trial {
  readonly what: string
  /** Whether it connects by the certificate to come. */
  readonly byNext: boolean
  /** Written down first; throws where the disk fails, and is called again. */
  readonly pass: () => void
  readonly fail: (reason: string) => void
}

/** How a trial stands after a tick. */
export type Verdict = 'passed' | { readonly failed: string } | undefined

/** Judges one trial by the ticks of its program: no wall clock, which may be set meanwhile. */
export interface Judge {
  tick(elapsedMs: number, healthy: boolean): Verdict
}

/** A judge that waits so long for a healthy program. */
export function createJudge(healthMs: number): Judge {
  let elapsed = 0
  return {
    tick(elapsedMs, healthy) {
      if (healthy) return 'passed'
      elapsed += elapsedMs
      return elapsed > healthMs ? { failed: `it was not healthy within ${healthMs / 1_000} s` } : undefined
    },
  }
}
