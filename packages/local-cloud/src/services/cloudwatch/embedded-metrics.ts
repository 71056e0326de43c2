import { isRecord } from '@keg/aws-service'
import { UNITS, type Dimension } from './metric.ts'
import type { Datum, Metrics } from './metrics.ts'
import { statisticSet } from './statistic-set.ts'

/** A line of a log. */
interface Line {
  readonly timestamp: number
  readonly message: string
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html */
const DIMENSIONS_MAX = 30
const METRICS_MAX = 100
const VALUES_MAX = 100

/** Puts the metrics that a line embeds. */
export function observeEmbedded(event: Line, metrics: Metrics): void {
  for (const datum of embeddedMetrics(event)) metrics.put(datum)
}

/**
 * The metrics of a line in the embedded metric format; none where the line is not in it.
 * Node's text format puts time, request and level before what a function prints, which is no obstacle.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function embeddedMetrics({ message, timestamp }: Line): Datum[] {
  if (!message.includes('"_aws"')) return []
  const document = parsed(message.slice(Math.max(0, message.search(/\{/))))
  const meta = document?.['_aws']
  if (document === undefined || !isRecord(meta) || !Array.isArray(meta['CloudWatchMetrics'])) return []
  const atMs = typeof meta['Timestamp'] === 'number' ? meta['Timestamp'] : timestamp
  return meta['CloudWatchMetrics'].filter(isRecord).flatMap((directive) => ofDirective(directive, document, atMs))
}

function ofDirective(
  { Namespace: namespace, Dimensions, Metrics: definitions }: Readonly<Record<string, unknown>>,
  document: Readonly<Record<string, unknown>>,
  atMs: number,
): Datum[] {
  if (typeof namespace !== 'string' || namespace === '' || !Array.isArray(definitions) || definitions.length > METRICS_MAX) return []
  const dimensionSets = (Array.isArray(Dimensions) ? Dimensions : []).flatMap((names) => dimensionsOf(names, document) ?? [])
  return definitions.filter(isRecord).flatMap(({ Name: name, Unit, StorageResolution }) => {
    const values = typeof name === 'string' ? valuesOf(document[name]) : undefined
    if (typeof name !== 'string' || values === undefined) return []
    const unit = typeof Unit === 'string' && UNITS.has(Unit) ? Unit : 'None'
    const set = statisticSet(values.map((value) => [value, 1] as const))
    return dimensionSets.map(({ dimensions }): Datum => ({
      metric: { namespace, name, dimensions }, atMs, unit, resolutionSec: StorageResolution === 1 ? 1 : 60, set,
    }))
  })
}

/** A set whose members are not all texts of the document makes no metric. */
function dimensionsOf(names: unknown, document: Readonly<Record<string, unknown>>): { dimensions: readonly Dimension[] } | undefined {
  if (!Array.isArray(names) || names.length > DIMENSIONS_MAX) return undefined
  const dimensions = names.flatMap((name) => {
    const value = document[String(name)]
    return typeof value === 'string' ? [{ Name: String(name), Value: value }] : []
  })
  return dimensions.length === names.length ? { dimensions } : undefined
}

function valuesOf(value: unknown): number[] | undefined {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (values.length === 0 || values.length > VALUES_MAX) return undefined
  return values.every((each) => typeof each === 'number') ? [...values] as number[] : undefined
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const document: unknown = JSON.parse(text)
    return isRecord(document) ? document : undefined
  } catch {
    return undefined
  }
}
