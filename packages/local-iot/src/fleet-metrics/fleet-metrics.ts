import type { Clock, Table } from '@keg/mqtt-broker'
import type { FleetIndex } from '../fleet-index/fleet-index.ts'
import type { LocalIotLogEvent } from '../logging/log-event.ts'
import type { FleetMetric } from '../state/fleet-metrics.ts'
import { Timers } from '../timers/timers.ts'
import { FLEET_METRICS_NAMESPACE, measuring, metricData, type FleetMetricDatum } from './metric-data.ts'

/** Sends data points to CloudWatch, as PutMetricData takes them. */
export type PutMetrics = (input: { readonly Namespace: string; readonly MetricData: readonly FleetMetricDatum[] }) => Promise<unknown>

export interface FleetMetricsOptions {
  readonly clock: Clock
  readonly table: Table<FleetMetric>
  readonly fleetIndex: FleetIndex
  /** Absent where there is no CloudWatch. */
  readonly putMetrics: PutMetrics | undefined
  readonly log: (event: LocalIotLogEvent) => void
}

/**
 * Sends each fleet metric to CloudWatch once in its period, counted from when it was made; what falls due while nothing runs is left out.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-fleet-metrics.html
 */
export class FleetMetrics {
  readonly #options: FleetMetricsOptions
  readonly #timers: Timers
  readonly #sending = new Set<Promise<void>>()

  constructor(options: FleetMetricsOptions) {
    this.#options = options
    this.#timers = new Timers(options.clock)
  }

  /** Goes on with the metrics of an earlier process. */
  resume(): void {
    for (const metric of this.#options.table.values()) this.schedule(metric)
  }

  /** Sends a metric from its next time on. */
  schedule(metric: FleetMetric): void {
    const { metricName, createdAtMs, periodSec } = metric
    const periodMs = periodSec * 1000
    const periods = Math.floor((this.#options.clock.nowMs() - createdAtMs) / periodMs) + 1
    this.#timers.at(metricName, createdAtMs + periods * periodMs, () => {
      const sending = this.#send(metric).finally(() => this.#sending.delete(sending))
      this.#sending.add(sending)
      this.schedule(metric)
    })
  }

  stop(metricName: string): void {
    this.#timers.clear(metricName)
  }

  /** Resolves when nothing is under way any more. */
  async close(): Promise<void> {
    this.#timers.close()
    await Promise.all(this.#sending)
  }

  async #send(metric: FleetMetric): Promise<void> {
    const { fleetIndex, putMetrics, clock, log } = this.#options
    try {
      if (putMetrics === undefined)
        throw new Error('there is no Amazon CloudWatch here; give createLocalIot an `aws` endpoint or `callAws`, or keg local `--endpoint cloudwatch=URL`')
      const MetricData = metricData(metric, measuring(fleetIndex, metric)(), clock.nowMs())
      if (MetricData.length > 0) await putMetrics({ Namespace: FLEET_METRICS_NAMESPACE, MetricData })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log({ level: 'error', event: 'fleet-metric-failed', message: `The fleet metric ${metric.metricName} was not sent: ${reason}` })
    }
  }
}
