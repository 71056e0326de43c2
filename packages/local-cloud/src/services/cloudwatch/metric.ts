/** One name and value of a metric. */
export interface Dimension {
  readonly Name: string
  readonly Value: string
}

/** What a metric is known by: another set of dimensions is another metric. */
export interface Metric {
  readonly namespace: string
  readonly name: string
  readonly dimensions: readonly Dimension[]
}

/** The same for the same metric, in whatever order its dimensions come. */
export function metricKey({ namespace, name, dimensions }: Metric): string {
  return JSON.stringify([
    namespace, name, ...dimensions.map(({ Name, Value }) => [Name, Value]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  ])
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html */
export const UNITS: ReadonlySet<string> = new Set([
  'Seconds', 'Microseconds', 'Milliseconds', 'Percent', 'Count', 'None', 'Count/Second',
  ...['Bytes', 'Kilobytes', 'Megabytes', 'Gigabytes', 'Terabytes', 'Bits', 'Kilobits', 'Megabits', 'Gigabits', 'Terabits']
    .flatMap((unit) => [unit, `${unit}/Second`]),
])
