import type { Metric } from './metric.ts'
import type { Metrics } from './metrics.ts'

/** Reads what a service's metric is now; absent where there is no such thing. */
export type Sampler = (metric: Metric) => Promise<number | undefined>

/** Metrics of services that nobody puts: they are read when somebody asks for them, at most once a minute. */
export class SampledMetrics {
  readonly #metrics: Metrics
  readonly #nowMs: () => number
  readonly #samplers = new Map<string, Sampler>()

  constructor(metrics: Metrics, nowMs: () => number) {
    this.#metrics = metrics
    this.#nowMs = nowMs
  }

  add(namespace: string, sampler: Sampler): void {
    this.#samplers.set(namespace, sampler)
  }

  /** Keeps what the metric is now as that of a time, by default now. */
  async sample(metric: Metric, atMs = this.#nowMs()): Promise<void> {
    const value = await this.#samplers.get(metric.namespace)?.(metric)
    if (value === undefined) return
    const minuteMs = Math.floor(atMs / 60_000) * 60_000
    const set = { count: 1, sum: value, min: value, max: value, values: [[value, 1]] as const }
    this.#metrics.replace({ metric, unit: 'Count', atMs: minuteMs, resolutionSec: 60, set })
  }
}
