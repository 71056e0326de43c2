import type { Presence, PresenceChange } from '@keg/mqtt-broker'
import { Background } from '../background/background.ts'
import type { LocalIotLogEvent } from '../logging/log-event.ts'
import type { Notify } from '../notifications/notify.ts'
import type { IotState } from '../state/iot-state.ts'
import { Auditor } from './audit/auditor.ts'
import type { CheckContext } from './audit/checks/audit-check.ts'
import { ConnectionIncidents } from './audit/connection-incidents.ts'
import { CloudMetrics } from './detect/cloud-metrics.ts'
import { Detector } from './detect/detector.ts'
import { Violations } from './detect/violations.ts'

export interface DefenseOptions {
  readonly state: IotState
  readonly notify: Notify
  readonly log: (event: LocalIotLogEvent) => void
  readonly presence: (clientId: string) => Presence | undefined
  readonly keyOf: CheckContext['keyOf']
}

/** What watches things and the account: violations, the detector that finds them by what the broker sees, and audits. */
export interface Defense {
  readonly violations: Violations
  readonly detector: Detector
  readonly metrics: CloudMetrics
  readonly auditor: Auditor
  /** What goes on after operations have answered. */
  readonly background: Background
  /** Told of clients that come, go or are refused. */
  readonly presenceChanged: (change: PresenceChange) => void
}

export function createDefense({ state, notify, log, presence, keyOf }: DefenseOptions): Defense {
  const { clock, newId } = state
  const onError = (what: string, error: unknown) =>
    log({ level: 'error', event: 'operation-failed', message: `${what}: ${String(error)}` })
  const violations = new Violations({
    state, clock, newId,
    alert: (topic, message) => void notify(topic, message).catch((error: unknown) => onError(`The alert for ${topic.topicArn}`, error)),
  })
  const metrics = new CloudMetrics(() => detector, presence)
  const detector = new Detector({ state, clock, violations, connected: () => metrics.connected(), away: () => metrics.away() })
  const incidents = new ConnectionIncidents(state.connectionIncidents)
  const presenceChanged = (change: PresenceChange) => {
    metrics.changed(change)
    incidents.changed(change)
  }
  const background = new Background(onError)
  endCutOff(state)
  const auditor = new Auditor({ state, keyOf, notify, background, onError })
  return { violations, detector, metrics, auditor, background, presenceChanged }
}

/** Tasks of mitigation that an earlier process has not ended do not go on: what was done of them shows in their executions. */
function endCutOff({ auditMitigations, detectMitigations, clock }: IotState): void {
  const ended = { status: 'FAILED', endedAtMs: clock.nowMs() } as const
  for (const task of [...auditMitigations.values()]) if (task.status === 'IN_PROGRESS') auditMitigations.set(task.taskId, { ...task, ...ended })
  for (const task of [...detectMitigations.values()]) if (task.status === 'IN_PROGRESS') detectMitigations.set(task.taskId, { ...task, ...ended })
}
