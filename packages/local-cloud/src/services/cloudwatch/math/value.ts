import type { Expression } from './expression.ts'

/** Values by when their period begins, in ms, in the order of time. */
export type TimeSeries = ReadonlyMap<number, number>
/** What an expression comes to. */
export type MathValue = number | TimeSeries | readonly TimeSeries[]

/** What an expression is evaluated with. */
export interface MathContext {
  /** The value of another query, by its id. Throws `MathError`. */
  value(id: string): MathValue
  /** The metrics among the queries, by id. */
  metrics(): readonly (readonly [id: string, series: TimeSeries])[]
  /** When the periods begin that are asked for. */
  readonly grid: readonly number[]
  readonly periodMs: number
}

/** What a function is evaluated with. */
export interface CallContext extends MathContext {
  evaluate(expression: Expression): MathValue
}

export const isList = (value: MathValue): value is readonly TimeSeries[] => Array.isArray(value)
export const isSeries = (value: MathValue): value is TimeSeries => value instanceof Map

/** Changes every value; what has none afterwards goes. */
export function each(value: MathValue, change: (value: number) => number): MathValue {
  if (isList(value)) return value.map((series) => eachOf(series, change))
  return isSeries(value) ? eachOf(value, change) : change(value)
}

function eachOf(series: TimeSeries, change: (value: number) => number): TimeSeries {
  return new Map([...series].map(([atMs, value]) => [atMs, change(value)] as const).filter(([, value]) => Number.isFinite(value)))
}
