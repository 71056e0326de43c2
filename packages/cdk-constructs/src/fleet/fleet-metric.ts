import { Duration, Names, Resource } from 'aws-cdk-lib'
import { Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch'
import { CfnFleetMetric } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { TEXT } from '../device/limits.ts'
import { present } from '../device/present.ts'
import { Refusals } from '../device/refusals.ts'
import type { FleetIndex } from './fleet-index.ts'

/** What is known of numbers together. */
export type FleetStatistic = 'count' | 'average' | 'sum' | 'minimum' | 'maximum' | 'sumOfSquares' | 'variance' | 'stdDeviation'

/** A field that every thing has one of. */
const OF_ALL = 'registry.version'

/**
 * What a {@link FleetMetric} counts: of all things that its query finds.
 *
 * @example FleetAggregation.statistics('shadow.reported.celsius', 'average', 'maximum')
 */
export class FleetAggregation {
  readonly field: string
  readonly type: 'Statistics' | 'Percentiles' | 'Cardinality'
  /** Each is a metric of CloudWatch's, by the dimension `AggregationType`. */
  readonly values: readonly string[]

  /** How many things there are. */
  static count(): FleetAggregation {
    return new FleetAggregation(OF_ALL, 'Statistics', ['count'])
  }

  /** Of a number: a managed field of the index, or one of its `fields`. */
  static statistics(field: string, ...statistics: readonly [FleetStatistic, ...FleetStatistic[]]): FleetAggregation {
    return new FleetAggregation(field, 'Statistics', statistics)
  }

  /** Percents, 0 to 100, of a number. */
  static percentiles(field: string, ...percents: readonly [number, ...number[]]): FleetAggregation {
    return new FleetAggregation(field, 'Percentiles', percents.map(String))
  }

  /** How many different values there are, about. */
  static cardinality(field: string): FleetAggregation {
    return new FleetAggregation(field, 'Cardinality', ['cardinality'])
  }

  private constructor(field: string, type: FleetAggregation['type'], values: readonly string[]) {
    this.field = field
    this.type = type
    this.values = values
  }
}

export interface FleetMetricProps {
  /** Has to be there first. */
  readonly index: FleetIndex
  /** Letters, digits, `_`, `.` and `-`, 128 at most. @default - a name of the construct's path */
  readonly metricName?: string
  /** @default - none */
  readonly description?: string
  /** Which things count. @default '*' - all */
  readonly query?: string
  /** @default FleetAggregation.count() */
  readonly aggregation?: FleetAggregation
  /** How often it is told, in whole minutes: one to a day. @default Duration.minutes(1) */
  readonly period?: Duration
  /** As CloudWatch has it: `Count`. @default - none */
  readonly unit?: string
}

const LONGEST_NAME = 128
const MAX_PERIOD_MINUTES = 1_440

/**
 * A number of the whole fleet that AWS IoT tells CloudWatch again and again, for charts and alarms.
 *
 * @example
 * import { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
 * const index = new FleetIndex(this, 'Index')
 * const away = new FleetMetric(this, 'Away', { index, query: 'connectivity.connected:false' })
 * new Alarm(this, 'ManyAway', { metric: away.metric(), threshold: 10, evaluationPeriods: 1 })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-fleet-metrics.html
 */
export class FleetMetric extends Resource {
  readonly metricName: string
  readonly metricArn: string
  readonly #values: readonly string[]
  readonly #period: Duration

  constructor(scope: Construct, id: string, props: FleetMetricProps) {
    super(scope, id)
    const { index, description, query = '*', aggregation = FleetAggregation.count(), period = Duration.minutes(1), unit } = props
    const refusals = new Refusals(this)
    refusals.text('metricName', props.metricName, TEXT.fleetMetricName)
    refusals.range('period', period.toMinutes({ integral: false }), [1, MAX_PERIOD_MINUTES], 'minutes')
    if (query === '') refusals.refuse('query', 'it is empty; take *, or leave it out, for all things')
    const { metricName = Names.uniqueResourceName(this, { maxLength: LONGEST_NAME, allowedSpecialCharacters: '_-' }) } = props
    const metric = new CfnFleetMetric(this, 'Metric', present({
      metricName, description, queryString: query, aggregationField: aggregation.field, period: period.toSeconds(), unit,
      aggregationType: { name: aggregation.type, values: [...aggregation.values] },
    }))
    metric.node.addDependency(index)
    this.metricName = metric.ref
    this.metricArn = metric.attrMetricArn
    this.#values = aggregation.values
    this.#period = period
  }

  /**
   * The metric as CloudWatch has it.
   *
   * @param options - `value`: which of the aggregation's, as `average` or `99`; default: its first. The average of each `period` unless
   * you say otherwise.
   */
  metric({ value = this.#values[0], ...options }: MetricOptions & { readonly value?: string | undefined } = {}): Metric {
    if (value === undefined || !this.#values.includes(value))
      throw new Error(`${this.node.path} has no ${value}; take ${this.#values.join(' or ')}`)
    return new Metric({
      period: this.#period, statistic: 'Average', ...options, namespace: 'AWS/IoTFleetMetrics', metricName: this.metricName,
      dimensionsMap: { AggregationType: value },
    })
  }
}
