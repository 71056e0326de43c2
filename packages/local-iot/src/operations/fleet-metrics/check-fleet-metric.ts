import type { FleetIndex } from '../../fleet-index/fleet-index.ts'
import { QUERY_VERSION, THINGS } from '../../fleet-index/indexing-configuration.ts'
import { measuring } from '../../fleet-metrics/metric-data.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import type { AggregationType } from '../../model/model.generated.ts'
import type { FleetAggregation, FleetMetric } from '../../state/fleet-metrics.ts'

const PERIOD_STEP_SEC = 60
const STATISTICS = ['count', 'average', 'sum', 'minimum', 'maximum', 'sumOfSquares', 'variance', 'stdDeviation']

/** What a request says of a fleet metric. */
export interface FleetMetricRequest {
  readonly queryString: string
  readonly aggregationType: AggregationType
  readonly period: number
  readonly aggregationField: string
  readonly description?: string | undefined
  readonly queryVersion?: string | undefined
  readonly indexName?: string | undefined
  readonly unit?: string | undefined
}

/** The metric that a request asks for. Throws for one that can't be measured. */
export function checkedFleetMetric(
  request: FleetMetricRequest, fleetIndex: FleetIndex,
): Omit<FleetMetric, 'metricName' | 'version' | 'createdAtMs' | 'modifiedAtMs'> {
  const { queryString, period, aggregationField, description, indexName = THINGS, queryVersion = QUERY_VERSION, unit } = request
  if (period % PERIOD_STEP_SEC !== 0) throw invalidRequest(`The period must be a multiple of ${PERIOD_STEP_SEC} seconds.`)
  const aggregationType = checkedAggregation(request.aggregationType)
  const metric = { queryString, queryVersion, indexName, aggregationField, aggregationType }
  measuring(fleetIndex, metric)
  return { ...metric, periodSec: period, description, unit }
}

function checkedAggregation({ name, values = [] }: AggregationType): FleetAggregation {
  const isKnown = name === 'Percentiles' ? (value: string) => /^\d+$/.test(value) && Number(value) <= 100
    : (value: string) => name === 'Cardinality' || STATISTICS.includes(value)
  const wrong = values.find((value) => !isKnown(value))
  if (wrong !== undefined) throw invalidRequest(`${wrong} is no value of the aggregation type ${name}.`)
  if (values.length === 0 && name !== 'Cardinality') throw invalidRequest(`The aggregation type ${name} must have values.`)
  // One of the three: the model says so.
  return { name: name as FleetAggregation['name'], values: name === 'Percentiles' ? values.map((value) => String(Number(value))) : values }
}
