import { MathError, type Expression } from './expression.ts'
import { each, isList, isSeries, type CallContext, type MathValue, type TimeSeries } from './value.ts'

type MathFunction = (args: readonly Expression[], context: CallContext) => MathValue

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#metric-math-syntax-functions-list */
export const functions: Readonly<Record<string, MathFunction>> = {
  ABS: perValue(Math.abs),
  CEIL: perValue(Math.ceil),
  FLOOR: perValue(Math.floor),
  LOG: perValue(Math.log),
  LOG10: perValue(Math.log10),
  AVG: ofAll((values) => sum(values) / values.length),
  MAX: ofAll((values) => Math.max(...values)),
  MIN: ofAll((values) => Math.min(...values)),
  SUM: ofAll(sum),
  STDDEV: ofAll((values) => Math.sqrt(sum(values.map((value) => (value - sum(values) / values.length) ** 2)) / values.length)),
  DIFF: perSeries((series) => steps(series, (value, before) => value - before)),
  DIFF_TIME: perSeries((series) => steps(series, (_, __, seconds) => seconds)),
  RATE: perSeries((series) => steps(series, (value, before, seconds) => (value - before) / seconds)),
  RUNNING_SUM: perSeries((series) => {
    let total = 0
    return new Map([...series].map(([atMs, value]) => [atMs, (total += value)] as const))
  }),
  PERIOD: (_, { periodMs }) => periodMs / 1000,
  METRICS: ([part], context) => metrics(part, context),
  METRIC_COUNT: ([list = noArgument()], { evaluate }) => {
    const value = evaluate(list)
    return isList(value) ? value.length : 1
  },
  FILL: ([of = noArgument(), filler = noArgument()], context) => {
    const value = context.evaluate(of)
    if (isList(value)) return value.map((series) => fill(series, filler, context))
    if (!isSeries(value)) throw new MathError('FILL takes time series')
    return fill(value, filler, context)
  },
  IF: ([condition = noArgument(), then = noArgument(), otherwise], { evaluate }) =>
    choose(evaluate(condition), evaluate(then), otherwise === undefined ? undefined : evaluate(otherwise)),
}

function noArgument(): never {
  throw new MathError('An argument is missing')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function perValue(change: (value: number) => number): MathFunction {
  return ([of = noArgument()], { evaluate }) => each(evaluate(of), change)
}

function perSeries(change: (series: TimeSeries) => TimeSeries): MathFunction {
  return ([of = noArgument()], { evaluate }) => {
    const value = evaluate(of)
    if (isList(value)) return value.map(change)
    if (!isSeries(value)) throw new MathError('A time series is needed')
    return change(value)
  }
}

/** Of a time series one number; of several one time series, at each time of what there is. */
function ofAll(total: (values: readonly number[]) => number): MathFunction {
  return (args, { evaluate }) => {
    const [first = noArgument(), ...more] = args.map((arg) => evaluate(arg))
    if (more.length > 0) throw new MathError('Several time series are written in brackets')
    if (!isList(first)) return isSeries(first) ? total([...first.values()]) : first
    const times = [...new Set(first.flatMap((series) => [...series.keys()]))].sort((a, b) => a - b)
    return new Map(times.map((atMs) => [atMs, total(first.flatMap((series) => series.get(atMs) ?? []))] as const))
  }
}

function metrics(part: Expression | undefined, context: CallContext): readonly TimeSeries[] {
  if (part !== undefined && part.kind !== 'text') throw new MathError('METRICS takes a text in quotes')
  return context.metrics().filter(([id]) => part === undefined || id.includes(part.value)).map(([, series]) => series)
}

function steps(series: TimeSeries, step: (value: number, before: number, seconds: number) => number): TimeSeries {
  const points = [...series]
  return new Map(points.slice(1).map(([atMs, value], index) => {
    const [beforeMs, before] = points[index] ?? [atMs, value]
    return [atMs, step(value, before, (atMs - beforeMs) / 1000)] as const
  }))
}

/** `REPEAT` and `LINEAR` go on from the values that are there, and leave open what comes before the first. */
function fill(series: TimeSeries, filler: Expression, { grid, evaluate }: CallContext): TimeSeries {
  const how = filler.kind === 'id' && (filler.name === 'REPEAT' || filler.name === 'LINEAR') ? filler.name : evaluate(filler)
  const known = [...series]
  return new Map(grid.flatMap((atMs) => {
    const value = series.get(atMs) ?? (typeof how === 'number' ? how : isSeriesFiller(how) ? how.get(atMs) : between(known, atMs, how))
    return value === undefined ? [] : [[atMs, value] as const]
  }))
}

function isSeriesFiller(how: string | MathValue): how is TimeSeries {
  return how instanceof Map
}

function between(known: readonly (readonly [number, number])[], atMs: number, how: string | MathValue): number | undefined {
  const before = known.findLast(([knownMs]) => knownMs < atMs)
  const after = known.find(([knownMs]) => knownMs > atMs)
  if (before === undefined || how === 'REPEAT' || after === undefined) return before?.[1]
  return before[1] + ((after[1] - before[1]) * (atMs - before[0])) / (after[0] - before[0])
}

function choose(condition: MathValue, then: MathValue, otherwise: MathValue | undefined): MathValue {
  if (isList(condition)) throw new MathError('The condition of IF is one time series or number')
  if (!isSeries(condition)) return condition !== 0 ? then : (otherwise ?? new Map())
  return new Map([...condition].flatMap(([atMs, value]) => {
    const chosen = value !== 0 ? then : otherwise
    if (chosen === undefined) return []
    if (isList(chosen)) throw new MathError('IF chooses between single time series or numbers')
    const result = isSeries(chosen) ? chosen.get(atMs) : chosen
    return result === undefined ? [] : [[atMs, result] as const]
  }))
}
