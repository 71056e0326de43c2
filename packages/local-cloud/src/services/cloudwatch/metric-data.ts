import { flagOf, type Input, isRecord, numberOf, recordsOf, textOf } from '@keg/aws-service'
import { evaluate } from './math/evaluate.ts'
import { MathError, parseExpression, type Expression } from './math/expression.ts'
import { isList, isSeries, type MathContext, type MathValue, type TimeSeries } from './math/value.ts'
import type { Dimension, Metric } from './metric.ts'
import type { Metrics } from './metrics.ts'
import { invalid } from './refusal.ts'
import { isStatistic, statistic } from './statistic-set.ts'

/** A statistic of a metric, as it is asked for. */
export interface MetricStat {
  readonly metric: Metric
  readonly periodMs: number
  readonly stat: string
  readonly unit?: string | undefined
}

/** One of several queries, which refer to one another by their ids. */
export interface MetricDataQuery {
  readonly id: string
  readonly label: string | undefined
  readonly returnData: boolean
  readonly of: MetricStat | { readonly expression: Expression; readonly periodMs: number | undefined }
}

/** When values are asked for. */
export interface Span {
  readonly startMs: number
  readonly endMs: number
}

/** What a query came to. */
export interface MetricDataResult {
  readonly id: string
  readonly label: string
  readonly series: TimeSeries
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
const QUERIES_MAX = 500

/** Reads queries as calls and templates write them. Throws `ServiceException`. */
export function readQueries(value: unknown): MetricDataQuery[] {
  const queries = recordsOf(value)
  if (queries.length === 0 || queries.length > QUERIES_MAX)
    throw invalid(`The collection MetricDataQueries must have a size between 1 and ${QUERIES_MAX}.`)
  const read = queries.map(readQuery)
  if (new Set(read.map(({ id }) => id)).size < read.length)
    throw invalid('The values for parameter Id in MetricDataQueries are not unique.')
  return read
}

function readQuery({ Id, Label, Expression: expression, MetricStat: stat, Period, ReturnData }: Input): MetricDataQuery {
  const id = textOf(Id) ?? ''
  if (!/^[a-z]\w{0,254}$/.test(id))
    throw invalid(`The value ${id} for parameter Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`)
  if ((expression === undefined) === (stat === undefined)) throw invalid(`The query ${id} takes either MetricStat or Expression.`)
  const periodSec = numberOf(Period)
  const of = isRecord(stat)
    ? readStat(stat)
    : { expression: readExpression(String(expression)), periodMs: periodSec === undefined ? undefined : periodSec * 1000 }
  return { id, label: textOf(Label), returnData: flagOf(ReturnData) ?? true, of }
}

function readStat({ Metric: metric, Period, Stat, Unit }: Input): MetricStat {
  return {
    metric: readMetric(isRecord(metric) ? metric : {}), periodMs: readPeriod(Period) * 1000, stat: readStatistic(Stat), unit: textOf(Unit),
  }
}

/** Throws `ServiceException`. */
export function readMetric({ Namespace, MetricName, Dimensions }: Input): Metric {
  const namespace = textOf(Namespace)
  const name = textOf(MetricName)
  if (namespace === undefined || name === undefined)
    throw invalid(`The parameter ${namespace === undefined ? 'Namespace' : 'MetricName'} is required.`)
  return { namespace, name, dimensions: readDimensions(Dimensions) }
}

function readDimensions(value: unknown): Dimension[] {
  return recordsOf(value).map(({ Name, Value }) => ({ Name: textOf(Name) ?? '', Value: textOf(Value) ?? '' }))
}

/** In seconds. Throws `ServiceException`. */
export function readPeriod(value: unknown): number {
  const period = numberOf(value)
  if (period !== undefined && ([1, 5, 10, 20, 30].includes(period) || (period >= 60 && period % 60 === 0))) return period
  throw invalid(`Period must be 1, 5, 10, 20, 30, or a multiple of 60, not ${String(value)}.`)
}

/** Throws `ServiceException`. */
export function readStatistic(value: unknown): string {
  const name = textOf(value) ?? ''
  if (!isStatistic(name)) {
    throw invalid(
      `The statistic ${name} is not known here, which has SampleCount, Average, Sum, Minimum, Maximum and percentiles as p99.9.`,
    )
  }
  return name
}

function readExpression(text: string): Expression {
  return asRefusal(() => parseExpression(text))
}

/** What queries come to that return data, in their order. Throws `ServiceException`. */
export function metricData(queries: readonly MetricDataQuery[], span: Span, metrics: Metrics): MetricDataResult[] {
  const values = new Map<string, MathValue | 'pending'>()
  const periodMs = Math.max(...queries.map(({ of }) => ('stat' in of ? of.periodMs : of.periodMs ?? 0)), 1000)
  const context: MathContext = {
    periodMs,
    grid: Array.from({ length: Math.max(0, Math.ceil((span.endMs - span.startMs) / periodMs)) }, (_, index) =>
      span.startMs + index * periodMs),
    metrics: () => queries.flatMap(({ id, of }) => ('stat' in of ? [[id, values.get(id) as TimeSeries] as const] : [])),
    value(id) {
      const known = values.get(id)
      const query = queries.find((each) => each.id === id)
      if (known === 'pending' || query === undefined)
        throw new MathError(known === 'pending' ? `${id} refers to itself` : `There is no query with the id ${id}`)
      if (known !== undefined) return known
      values.set(id, 'pending')
      const value = 'stat' in query.of ? statisticSeries(query.of, span, metrics) : evaluate(query.of.expression, context)
      values.set(id, value)
      return value
    },
  }
  return asRefusal(() => {
    for (const { id, of } of queries) if ('stat' in of) context.value(id)
    return queries.filter(({ returnData }) => returnData).flatMap((query) => results(query, context.value(query.id)))
  })
}

/** A statistic's value for each period that has data. */
function statisticSeries({ metric, periodMs, stat, unit }: MetricStat, { startMs, endMs }: Span, metrics: Metrics): TimeSeries {
  return new Map([...metrics.range(metric, { startMs, endMs, periodMs, unit })].flatMap(([atMs, set]) => {
    const value = statistic(stat, set)
    return value === undefined ? [] : [[atMs, value] as const]
  }))
}

function results({ id, label, of }: MetricDataQuery, value: MathValue): MetricDataResult[] {
  if (!isList(value) && !isSeries(value)) throw new MathError(`${id} is a single number, where a time series is needed`)
  const name = label ?? ('stat' in of ? of.metric.name : id)
  return (isList(value) ? value : [value]).map((series) => ({ id, label: name, series }))
}

function asRefusal<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof MathError) throw invalid(`Error in expression: ${error.message}`)
    throw error
  }
}
