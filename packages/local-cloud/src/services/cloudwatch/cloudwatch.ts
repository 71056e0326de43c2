import { cborProtocol, jsonProtocol, queryProtocol } from '@keg/aws-service'
import { serveCalls, type Operations } from '../aws-protocol/serve-calls.ts'
import { alarmOperations } from './alarms/alarm-operations.ts'
import { Alarms, type AlarmsOptions } from './alarms/alarms.ts'
import { PolledSource } from '../../ground/polled-source.ts'
import type { Metrics } from './metrics.ts'
import { putOperations } from './put-operations.ts'
import { queryOperations } from './query-operations.ts'
import { queryCodes } from './refusal.ts'
import { SampledMetrics, type Sampler } from './sampled-metrics.ts'

const SERVICE = 'GraniteServiceVersion20100801'
/** What newer SDKs speak, what the JavaScript one speaks, and what older CLIs speak. */
const protocols = [cborProtocol(SERVICE, queryCodes), jsonProtocol(SERVICE, queryCodes), queryProtocol('http://monitoring.amazonaws.com/doc/2010-08-01/', queryCodes)]

/** What every period is a multiple of. */
const STEP_MS = 10_000

export interface CloudWatchOptions extends Omit<AlarmsOptions, 'sampled'> {
  readonly samplers: Readonly<Record<string, Sampler>>
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** CloudWatch: metrics and alarms. */
export class CloudWatch {
  readonly metrics: Metrics
  readonly alarms: Alarms
  readonly #operations: Operations
  readonly #clock: PolledSource

  constructor({ samplers, sleep, ...options }: CloudWatchOptions) {
    const { metrics, nowMs, log } = options
    const sampled = new SampledMetrics(metrics, nowMs)
    for (const [namespace, sampler] of Object.entries(samplers)) sampled.add(namespace, sampler)
    this.metrics = metrics
    this.alarms = new Alarms({ ...options, sampled })
    this.#operations = { ...putOperations(metrics, nowMs), ...queryOperations(metrics, sampled, nowMs), ...alarmOperations(this.alarms) }
    this.#clock = new PolledSource(async ({ signal }) => {
      const nextMs = (Math.floor(nowMs() / STEP_MS) + 1) * STEP_MS
      await sleep(nextMs - nowMs(), signal)
      metrics.save()
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

  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Operations.html */
  fetch(request: Request): Promise<Response> {
    return serveCalls({ name: 'CloudWatch', protocols, operations: this.#operations }, request)
  }
}
