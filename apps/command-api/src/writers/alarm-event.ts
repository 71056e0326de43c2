import * as z from 'zod'

/**
 * What CloudWatch tells a function of an alarm.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
 */
const alarmEvent = z.object({
  alarmData: z.object({
    alarmName: z.string().min(1), state: z.object({ value: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']), timestamp: z.string() }),
  }),
})

/** An alarm that has begun. */
export interface BegunAlarm {
  /** The same for the same change of the same alarm, however often it is told. */
  readonly alarmId: string
  readonly begunAtMs: number
}

/** The alarm that an event tells of; `undefined` where it tells that one is over, or knows nothing. Throws for what is no such event. */
export function readAlarmEvent(event: unknown): BegunAlarm | undefined {
  const { alarmData: { alarmName, state } } = alarmEvent.parse(event)
  if (state.value !== 'ALARM') return undefined
  // As 2026-11-27T18:23:14.000+0000, which not every reader of dates takes.
  const begunAtMs = Date.parse(state.timestamp.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  if (Number.isNaN(begunAtMs)) throw new Error(`alarmData.state.timestamp: ${JSON.stringify(state.timestamp)} is no time`)
  return { alarmId: `alarm/${alarmName}/${state.timestamp}`, begunAtMs }
}
