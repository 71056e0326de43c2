import { messageOf } from '../errors/device-error.ts'
import type { Machine, Traffic } from './machine.ts'
import { metricsReport } from './metrics-report.ts'

/** What {@link createReporter} takes. */
export interface ReporterParts {
  readonly kegId: string
  readonly machine: Machine
  readonly everyMs: number
  readonly log: (line: string) => void
}

type Publish = (topic: string, payload: Uint8Array, qos: 0 | 1) => Promise<void>

/** Tells Device Defender of the machine from time to time. */
export interface Reporter {
  /** Sends a report where one is due. To be called while there is a connection. */
  tick(nowMs: number, publish: Publish): void
}

/** A reporter, the first report of which is due at once. One that fails is told of once, and the next one is due as always. */
export function createReporter({ kegId, machine, everyMs, log }: ReporterParts): Reporter {
  let sentAtMs = -Infinity
  let last: Traffic | undefined
  let told = false
  const failed = (error: unknown) => {
    if (!told) log(`no metrics reported: ${messageOf(error)}`)
    told = true
  }
  return {
    tick(nowMs, publish) {
      // A clock that was set back must not make it wait for the old time.
      if (nowMs >= sentAtMs && nowMs < sentAtMs + everyMs) return
      sentAtMs = nowMs
      try {
        const reading = machine.read()
        // Grows over restarts, too.
        const report = metricsReport(reading, last, Math.floor(nowMs / 1_000))
        last = reading.traffic
        const payload = new TextEncoder().encode(JSON.stringify(report))
        publish(`$aws/things/${kegId}/defender/metrics/json`, payload, 1).then(() => (told = false), failed)
      } catch (error) {
        failed(error)
      }
    },
  }
}
