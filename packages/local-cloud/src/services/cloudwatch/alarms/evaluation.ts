import type { StateValue } from './alarm.ts'

/** What a period without data counts as. */
export type Treatment = 'missing' | 'ignore' | 'breaching' | 'notBreaching'

/** What an alarm goes by. */
export interface EvaluationSettings {
  /** N: how many data points count. */
  readonly evaluationPeriods: number
  /** M: how many of them have to breach. */
  readonly datapointsToAlarm: number
  readonly treatMissingData: Treatment
}

/** Whether the data point of a period breaches; `undefined`: there is none. */
export type Datapoint = boolean | undefined

/** Periods beyond N that are looked at, for real data points in the place of missing ones. */
export const EXTRA_PERIODS = 2

/**
 * The state that data points lead to, of the evaluation range, the newest last; `undefined`: the state stays as it is.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export function evaluateDatapoints(
  points: readonly Datapoint[], { evaluationPeriods: n, datapointsToAlarm: m, treatMissingData: treatment }: EvaluationSettings,
): StateValue | undefined {
  const real = points.filter((point) => point !== undefined).slice(-n)
  const breaching = real.filter(Boolean).length
  const toFill = n - real.length
  const state = (count: number): StateValue => (count >= m ? 'ALARM' : 'OK')
  if (toFill === 0 || treatment === 'notBreaching') return state(breaching)
  if (treatment === 'breaching') return state(breaching + toFill)
  if (real.length === 0) return treatment === 'ignore' ? undefined : 'INSUFFICIENT_DATA'
  if (breaching >= m) return 'ALARM'
  // All that there is breaches, and has done so for M periods: the alarm does not wait for data that may never come.
  const age = points.length - points.indexOf(true)
  if (breaching === real.length && age >= m) return treatment === 'ignore' ? undefined : 'ALARM'
  return 'OK'
}
