import type { StallWatch } from './stall-watch.ts'
import { UplinkError } from './uplink-error.ts'

/** The answers that a line waits for. */
export interface Acknowledgements {
  /** What the broker answers, unless {@link failAll} comes before. `watched`: whether its absence is a sign of a stalled line. */
  until<Answer>(answer: Promise<Answer>, watched: boolean): Promise<Answer>
  /** Rejects all that is waited for: the connection is gone. */
  failAll(error: UplinkError): void
}

/** Answers that end with their connection; `watch` learns of those that are watched. */
export function createAcknowledgements(watch: StallWatch): Acknowledgements {
  const waiting = new Set<(error: UplinkError) => void>()
  return {
    until(answer, watched) {
      if (watched) watch.expect()
      return new Promise((resolve, reject) => {
        waiting.add(reject)
        const answered = (outcome: 'acknowledged' | 'abandoned') => {
          if (waiting.delete(reject) && watched) watch[outcome]()
        }
        answer.then(
          (value) => {
            answered('acknowledged')
            resolve(value)
          },
          (error: unknown) => {
            // A refusal is an answer, too.
            answered(error instanceof UplinkError ? 'acknowledged' : 'abandoned')
            reject(asUplinkError(error))
          },
        )
      })
    },
    failAll(error) {
      watch.reset()
      const failed = [...waiting]
      waiting.clear()
      for (const reject of failed) reject(error)
    },
  }
}

function asUplinkError(error: unknown): UplinkError {
  if (error instanceof UplinkError) return error
  const why = error instanceof Error ? error.message : String(error)
  return new UplinkError('DISCONNECTED', `The broker has not acknowledged: ${why}`, { cause: error })
}
