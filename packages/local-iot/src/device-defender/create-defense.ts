import type { Presence } from '@keg/mqtt-broker'
import type { LocalIotLogEvent } from '../logging/log-event.ts'
import type { IotState } from '../state/iot-state.ts'
import { CloudMetrics } from './detect/cloud-metrics.ts'
import { Detector } from './detect/detector.ts'
import { Violations } from './detect/violations.ts'

/** Publishes a message to a topic of SNS by a role. */
export type Notify = (topic: { readonly topicArn: string; readonly roleArn: string }, message: string) => Promise<void>

export interface DefenseOptions {
  readonly state: IotState
  readonly notify: Notify
  readonly log: (event: LocalIotLogEvent) => void
  readonly presence: (clientId: string) => Presence | undefined
}

/** What watches things: their violations, the detector that finds them, and the metrics that it is given of the broker. */
export interface Defense {
  readonly violations: Violations
  readonly detector: Detector
  readonly metrics: CloudMetrics
}

export function createDefense({ state, notify, log, presence }: DefenseOptions): Defense {
  const { clock, newId } = state
  const violations = new Violations({
    state, clock, newId,
    alert: (topic, message) => void notify(topic, message).catch((error: unknown) =>
      log({ level: 'error', event: 'operation-failed', message: `The alert for ${topic.topicArn} is not sent: ${String(error)}` })),
  })
  const metrics = new CloudMetrics(() => detector, presence)
  const detector = new Detector({ state, clock, violations, connected: () => metrics.connected(), away: () => metrics.away() })
  return { violations, detector, metrics }
}
