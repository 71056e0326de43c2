import { useEffect, useState } from 'react'
import { usePage } from '../shell/page-context.ts'
import type { Outcome, RuleTrial } from './rule-trial.ts'

/** What a rule made of the messages since it was typed. */
export interface Outcomes {
  readonly matched: number
  readonly notMatched: number
  readonly failed: number
  /** The newest first. */
  readonly last: readonly Outcome[]
}

const KEPT = 20
const SHOWN_EVERY_MS = 250
const NONE: Outcomes = { matched: 0, notMatched: 0, failed: 0, last: [] }

/** Evaluates a rule on each message of the line, and shows it four times a second at most; while the page is paused, not at all. */
export function useOutcomes(trial: RuleTrial): Outcomes {
  const { onMessage, paused } = usePage()
  const [shown, setShown] = useState(NONE)
  useEffect(() => {
    // Whoever pauses the page looks at what there was then.
    if (paused) return
    let now = NONE
    setShown(NONE)
    const stop = onMessage((topic, payload) => {
      const outcome = trial.take(topic, payload, Date.now())
      if (outcome !== undefined) now = { ...now, [outcome.kind]: now[outcome.kind] + 1, last: [outcome, ...now.last].slice(0, KEPT) }
    })
    const timer = setInterval(() => setShown(now), SHOWN_EVERY_MS)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [onMessage, trial, paused])
  return shown
}
