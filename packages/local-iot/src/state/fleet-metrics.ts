/** An aggregation of the index that is sent to CloudWatch time and again. */
export interface FleetMetric {
  readonly metricName: string
  readonly queryString: string
  readonly queryVersion: string
  readonly indexName: string
  readonly aggregationField: string
  readonly aggregationType: FleetAggregation
  readonly periodSec: number
  readonly description: string | undefined
  /** Absent: the metric has no unit. */
  readonly unit: string | undefined
  readonly version: number
  readonly createdAtMs: number
  readonly modifiedAtMs: number
}

export interface FleetAggregation {
  readonly name: 'Statistics' | 'Percentiles' | 'Cardinality'
  /** Members of statistics, or percents. */
  readonly values: readonly string[]
}
