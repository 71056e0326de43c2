import type { Metrics } from '../cloudwatch/metrics.ts'
import { UNITS } from '../cloudwatch/metric.ts'
import { statisticSet } from '../cloudwatch/statistic-set.ts'
import type { Shelf, Shelves } from '../../ground/shelf.ts'
import { filterPattern, type FilterPattern } from './filter-pattern/filter-pattern.ts'
import type { LogEvent, LogGroup } from './log-group.ts'
import { invalid, notFound, tooMany } from './refusal.ts'

/** What a metric filter makes of a line. */
export interface MetricTransformation {
  readonly metricNamespace: string
  readonly metricName: string
  /** A number, or a selector of the pattern, as `$.latency`. */
  readonly metricValue: string
  /** What lines that don't match count. */
  readonly defaultValue?: number | undefined
  readonly unit?: string | undefined
  /** Selectors by the dimension's name. */
  readonly dimensions?: Readonly<Record<string, string>> | undefined
}

/** A metric filter of a group. */
export interface MetricFilter {
  readonly name: string
  readonly group: string
  readonly pattern: string
  readonly transformations: readonly MetricTransformation[]
  readonly createdAtMs: number
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const FILTERS_MAX = 100
/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html */
const DIMENSIONS_MAX = 3

/** Makes metrics of lines. */
export class MetricFilters {
  readonly #shelf: Shelf<MetricFilter>
  readonly #patterns = new Map<string, FilterPattern>()

  constructor(shelves: Shelves) {
    this.#shelf = shelves.shelf('logs-metric-filters')
  }

  /** Throws `ServiceException`, and `FilterPatternError` for a pattern that is none. */
  put(filter: MetricFilter): void {
    filterPattern(filter.pattern)
    for (const transformation of filter.transformations) checkTransformation(transformation)
    const others = this.of(filter.group).filter(({ name }) => name !== filter.name)
    if (others.length >= FILTERS_MAX) throw tooMany()
    this.#shelf.set(filterKey(filter), filter)
  }

  delete(group: string, name: string): void {
    if (!this.#shelf.delete(filterKey({ group, name }))) throw notFound('metric filter')
  }

  of(group: string): MetricFilter[] {
    return this.all().filter((filter) => filter.group === group)
  }

  all(): MetricFilter[] {
    return [...this.#shelf.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  forget({ name: group }: LogGroup): void {
    for (const { name } of this.of(group)) this.#shelf.delete(filterKey({ group, name }))
  }

  /** Puts what a group's filters make of its lines. */
  observe(group: LogGroup, events: readonly LogEvent[], metrics: Metrics): void {
    for (const { pattern: text, transformations } of this.of(group.name)) {
      const pattern = this.#patterns.get(text) ?? filterPattern(text)
      this.#patterns.set(text, pattern)
      for (const event of events) for (const transformation of transformations) observe(event, pattern, transformation, metrics)
    }
  }
}

function observe({ message, timestamp }: LogEvent, pattern: FilterPattern, transformation: MetricTransformation, metrics: Metrics): void {
  const matches = pattern.match(message) !== undefined
  const value = matches ? valueIn(transformation.metricValue, message, pattern) : transformation.defaultValue
  if (value === undefined || !Number.isFinite(value)) return
  const { metricNamespace: namespace, metricName: name, unit = 'None', dimensions = {} } = transformation
  // A dimension that the line does not have is left out, and with a default value there are none.
  const named = matches ? Object.entries(dimensions).flatMap(([Name, selector]) => {
    const Value = pattern.value(message, selector)
    return Value === undefined ? [] : [{ Name, Value }]
  }) : []
  metrics.put({ metric: { namespace, name, dimensions: named }, atMs: timestamp, unit, resolutionSec: 60, set: statisticSet([[value, 1]]) })
}

function valueIn(metricValue: string, message: string, pattern: FilterPattern): number | undefined {
  if (!metricValue.startsWith('$')) return Number(metricValue)
  const text = pattern.value(message, metricValue)
  return text === undefined || text.trim() === '' ? undefined : Number(text)
}

function checkTransformation(transformation: MetricTransformation): void {
  const { metricValue, unit, dimensions = {}, defaultValue } = transformation
  if (!metricValue.startsWith('$') && !Number.isFinite(Number(metricValue)))
    throw invalid(`Invalid metric transformation: ${metricValue} is neither a number nor a field of the pattern`)
  if (unit !== undefined && !UNITS.has(unit)) throw invalid(`1 validation error detected: Value '${unit}' at 'metricTransformations.1.member.unit' failed to satisfy constraint: Member must satisfy enum value set`)
  if (Object.keys(dimensions).length > DIMENSIONS_MAX)
    throw invalid(`Invalid metric transformation: more than ${DIMENSIONS_MAX} dimensions`)
  if (Object.keys(dimensions).length > 0 && defaultValue !== undefined)
    throw invalid('Invalid metric transformation: dimensions and default value are mutually exclusive properties.')
}

function filterKey({ group, name }: Pick<MetricFilter, 'group' | 'name'>): string {
  return `${group}:${name}`
}
