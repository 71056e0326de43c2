import type { CloudLogEntry } from '../../cloud.ts'
import type { Sqs } from '../sqs/sqs.ts'
import type { Lambda } from './lambda.ts'
import { SnsEventSource, type SnsEventSourceOptions } from './sns-event-source.ts'
import { SqsEventSource, type SqsEventSourceOptions } from './sqs-event-source.ts'

/** The event source mappings and functions' subscriptions of an assembly: they poll once every resource is created. */
export class EventSources {
  readonly #sources: (SqsEventSource | SnsEventSource)[] = []
  readonly #lambda: Lambda
  readonly #nowMs: () => number
  readonly #region: string
  readonly #log: (entry: CloudLogEntry) => void

  constructor({ lambda, nowMs, region, log }: { lambda: Lambda; nowMs: () => number; region: string; log: (entry: CloudLogEntry) => void }) {
    this.#lambda = lambda
    this.#nowMs = nowMs
    this.#region = region
    this.#log = log
  }

  add(options: Omit<SqsEventSourceOptions, 'region' | 'nowMs' | 'log'>, sqs: Sqs): void {
    const { name: functionName, constructPath } = this.#lambda.definition(options.functionArn)
    const log = (message: string) => this.#log({ level: 'warn', source: 'event-source', message, functionName, constructPath })
    this.#sources.push(new SqsEventSource({ ...options, region: this.#region, nowMs: this.#nowMs, log }, sqs, this.#lambda))
  }

  addSubscription(options: Omit<SnsEventSourceOptions, 'log'>, sqs: Sqs): void {
    const { name: functionName, constructPath } = this.#lambda.definition(options.functionArn)
    const log = (message: string) => this.#log({ level: 'warn', source: 'event-source', message, functionName, constructPath })
    this.#sources.push(new SnsEventSource({ ...options, log }, sqs, this.#lambda))
  }

  start(): void {
    for (const source of this.#sources) source.start()
  }

  /** Takes no further batches, and waits for those in flight, at most `drainMs`. */
  async stop(drainMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const timeUp = new Promise((resolve) => (timer = setTimeout(resolve, drainMs)))
    await Promise.race([this.settled(), timeUp])
    clearTimeout(timer)
  }

  /** Takes no further batches, and resolves once none is in flight. */
  async settled(): Promise<void> {
    await Promise.all(this.#sources.map((source) => source.stop()))
  }

  /** Resolves once the last poll has ended, which it does when the queues' engine closes. */
  async ended(): Promise<void> {
    await Promise.all(this.#sources.map((source) => source.ended()))
  }
}
