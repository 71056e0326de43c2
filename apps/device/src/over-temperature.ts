import { alert } from '@keg/message-schemas/keg'
import type { Notices } from './notices.ts'
import type { Sequence } from './sequence.ts'

/**
 * How far above its target the beer counts as too warm, in degrees; how far below that limit it must come again; and for how long it may
 * be.
 */
const MARGIN_CELSIUS = 4
const HYSTERESIS_CELSIUS = 1
const HOLD_MS = 60_000
const LONGEST_MS = 1_000

/** What the alarm is made of. */
export interface OverTemperatureParts {
  readonly kegId: string
  readonly sequence: Sequence
  readonly notices: Notices
  readonly newId: () => string
}

/** What the alarm looks at. */
export interface Temperatures {
  readonly celsius: number
  readonly targetCelsius: number
}

/** Raises an alert once the beer was too warm for a minute, and clears it once it is cold again. What is raised survives a restart. */
export function createOverTemperature({ kegId, sequence, notices, newId }: OverTemperatureParts) {
  let tooWarmMs = 0

  function say(event: 'raised' | 'cleared', about: { alertId: string; siteId: string }, nowMs: number, value: number, limit: number): void {
    const message = event === 'raised'
      ? `The beer is at ${value} °C, above ${limit} °C for ${HOLD_MS / 1_000} s.`
      : `The beer is at ${value} °C again.`
    const payload = alert.encode({
      v: 1, ...sequence.stamp(nowMs), alertId: about.alertId, kind: 'overTemperature', event, value, limit, message,
    })
    const notice = {
      id: `${about.alertId}/${event}`, topic: alert.topic.format({ siteId: about.siteId, kegId }),
      payload: new TextDecoder().decode(payload),
    }
    notices.add(notice, { overTemperature: event === 'raised' ? about : null })
    sequence.used()
  }

  return {
    /** Lets `elapsedMs` go by at a site. Throws where the disk fails; the next tick says it then. */
    tick(siteId: string, nowMs: number, elapsedMs: number, { celsius, targetCelsius }: Temperatures): void {
      const limit = targetCelsius + MARGIN_CELSIUS
      const value = Math.round(celsius * 100) / 100
      // One reading after a long sleep is no minute of readings.
      tooWarmMs = celsius > limit ? tooWarmMs + Math.min(elapsedMs, LONGEST_MS) : 0
      const raised = notices.state.overTemperature
      if (raised === null && tooWarmMs >= HOLD_MS) say('raised', { alertId: newId(), siteId }, nowMs, value, limit)
      // It is cleared where it was raised, wherever the keg is now.
      if (raised !== null && celsius <= limit - HYSTERESIS_CELSIUS) say('cleared', raised, nowMs, value, limit)
    },
  }
}
