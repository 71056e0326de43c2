import { PolledSource } from '../../ground/polled-source.ts'
import { Alarms, type AlarmsOptions } from './alarms/alarms.ts'
import { Metrics } from './metrics.ts'
import { SampledMetrics, type Sampler } from './sampled-metrics.ts'

/** What every period is a multiple of. */
const STEP_MS = 10_000

export interface CloudWatchOptions extends Omit<AlarmsOptions, 'metrics' | 'sampled'> {
  readonly samplers: Readonly<Record<string, Sampler>>
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** CloudWatch: metrics and alarms. */
export class CloudWatch {
  readonly metrics: Metrics
  readonly sampled: SampledMetrics
  readonly alarms: Alarms
  readonly nowMs: () => number
  readonly #clock: PolledSource

  constructor({ samplers, sleep, ...options }: CloudWatchOptions) {
    const { nowMs, shelves, log } = options
    this.nowMs = nowMs
    this.metrics = new Metrics(shelves, nowMs)
    this.sampled = new SampledMetrics(this.metrics, nowMs)
    for (const [namespace, sampler] of Object.entries(samplers)) this.sampled.add(namespace, sampler)
    this.alarms = new Alarms({ ...options, metrics: this.metrics, sampled: this.sampled })
    this.#clock = new PolledSource(async ({ signal }) => {
      const nextMs = (Math.floor(nowMs() / STEP_MS) + 1) * STEP_MS
      await sleep(nextMs - nowMs(), signal)
      this.metrics.save()
      await this.alarms.evaluate(nextMs)
    }, log)
  }

  /** Evaluates alarms from now on, whenever a period ends. */
  start(): void {
    this.#clock.start()
  }

  async stop(): Promise<void> {
    await this.#clock.stop()
    await this.#clock.ended()
    await this.alarms.settled()
  }
}
