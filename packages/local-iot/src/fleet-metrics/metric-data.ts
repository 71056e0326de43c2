import { aggregationField, cardinality, percentiles, statistics } from '../fleet-index/aggregation.ts'
import { readQuery } from '../fleet-index/check-query.ts'
import type { FleetIndex } from '../fleet-index/fleet-index.ts'
import type { FleetMetric } from '../state/fleet-metrics.ts'

/** "IoTFleetMetrics" among CloudWatch's metrics: fleet-metrics-get-started.html. */
export const FLEET_METRICS_NAMESPACE = 'AWS/IoTFleetMetrics'

/** A data point as PutMetricData takes it. */
export interface FleetMetricDatum {
  readonly MetricName: string
  readonly Dimensions: readonly { readonly Name: 'AggregationType'; readonly Value: string }[]
  readonly Value: number
  readonly Unit?: string
  readonly Timestamp: Date
}

type Measured = Pick<FleetMetric, 'indexName' | 'queryString' | 'queryVersion' | 'aggregationField' | 'aggregationType'>

/** A function that answers what the metric is now, by aggregation; none for a value that no thing has. Throws for what can't be asked. */
export function measuring(fleetIndex: FleetIndex, metric: Measured): () => readonly (readonly [aggregation: string, value: number])[] {
  const { indexName, queryString, queryVersion, aggregationField: name, aggregationType: { name: kind, values } } = metric
  const index = fleetIndex.open(indexName)
  const query = readQuery(queryString, queryVersion)
  index.check(query)
  const field = aggregationField(index, fleetIndex.configuration.things, name)
  // Refused here for a field that is no number, before anything is measured.
  if (kind === 'Percentiles') percentiles([], field, [])
  return () => {
    const documents = index.documents.matching(query)
    if (kind === 'Cardinality') return [['cardinality', cardinality(documents, field)]]
    const measured: readonly (readonly [string, number | undefined])[] = kind === 'Percentiles'
      ? percentiles(documents, field, values.map(Number)).map(({ percent, value }) => [String(percent), value])
      : Object.entries(statistics(documents, field))
    return measured.flatMap(([aggregation, value]) => (value === undefined || !values.includes(aggregation) ? [] : [[aggregation, value]]))
  }
}

/** What is sent of a metric at a time. */
export const metricData = ({ metricName, unit }: FleetMetric, measured: readonly (readonly [string, number])[], atMs: number) =>
  measured.map(([aggregation, Value]): FleetMetricDatum => ({
    MetricName: metricName, Dimensions: [{ Name: 'AggregationType', Value: aggregation }], Value, Timestamp: new Date(atMs),
    ...(unit === undefined ? {} : { Unit: unit }),
  }))
