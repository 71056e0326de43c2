import { ServiceException } from '@keg/aws-service'
import type { DuckDbEngine } from '../duckdb/duckdb.ts'
import type { Expressions } from '../expressions/expressions.ts'
import type { GlueCatalog } from '../glue/glue-catalog.ts'
import type { Kinesis } from '../kinesis/kinesis.ts'
import type { Lambda } from '../lambda/lambda.ts'
import type { PolledSource } from '../../ground/polled-source.ts'
import type { Objects } from '../s3/objects.ts'
import type { Shelf, Shelves } from '../../ground/shelf.ts'
import { DeliveryStream } from './delivery-stream.ts'
import type { ExtendedS3Configuration } from './destination-properties.ts'
import { destinationOf, type Destination } from './destination.ts'
import type { FirehoseStream } from './firehose-stream.ts'
import { kinesisSources, markLatest } from './kinesis-source.ts'
import { checkProcessors } from './process-records.ts'
import type { BufferedBatch } from './record-buffer.ts'

/** What delivery streams run with. */
export interface FirehoseOptions {
  readonly region: string
  readonly accountId: string
  readonly shelves: Shelves
  readonly objects: Objects
  readonly glue: Pick<GlueCatalog, 'table'>
  readonly kinesis: Kinesis
  readonly lambda: Pick<Lambda, 'invoke'>
  readonly expressions: Pick<Expressions, 'jq'>
  readonly duckDb: Pick<DuckDbEngine, 'open' | 'require'>
  /** For files on their way. */
  readonly directory: string
  readonly nowMs: () => number
  readonly newId: () => string
  readonly random: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly log: (text: string) => void
}

/** How a delivery stream is made. */
export type DeliveryStreamSettings = Pick<FirehoseStream, 'name' | 'source' | 'destination' | 'extended'>

interface Running {
  readonly delivery: DeliveryStream
  sources: readonly PolledSource[]
}

/** Amazon Data Firehose: delivery streams by name. */
export class Firehose {
  readonly #options: FirehoseOptions
  readonly #streams: Shelf<FirehoseStream>
  readonly #positions: Shelf<number>
  readonly #running = new Map<string, Running>()
  #started = false

  constructor(options: FirehoseOptions) {
    this.#options = options
    this.#streams = options.shelves.shelf('firehose/streams')
    this.#positions = options.shelves.shelf('firehose/positions')
    for (const name of this.#streams.keys()) this.#open(name)
  }

  /** Begins to read from Kinesis, and to deliver what an earlier run has left. */
  start(): void {
    this.#started = true
    for (const name of this.#running.keys()) this.#startStream(name)
  }

  /** Rejects with `ServiceException`, or with `CloudError` `ENGINE_MISSING` where it needs DuckDB and there is none. */
  async create(settings: DeliveryStreamSettings): Promise<FirehoseStream> {
    const { region, accountId, nowMs } = this.#options
    const { name, source } = settings
    await this.#check(settings.destination)
    if (this.#streams.has(name))
      throw new ServiceException('ResourceInUseException', 400, `Firehose ${name} under accountId ${accountId} already exists`)
    const createdAtMs = nowMs()
    if (source !== undefined)
      markLatest({ deliveryStream: name, streamArn: source.kinesisStreamArn, kinesis: this.#options.kinesis, positions: this.#positions })
    const stream = {
      ...settings, arn: `arn:aws:firehose:${region}:${accountId}:deliverystream/${name}`, version: 1, createdAtMs, updatedAtMs: createdAtMs,
    }
    this.#streams.set(name, stream)
    this.#open(name)
    if (this.#started) this.#startStream(name)
    return stream
  }

  /** Changes where records go from the next delivery on. */
  async update(nameOrArn: string, destination: ExtendedS3Configuration): Promise<FirehoseStream> {
    const stream = this.stream(nameOrArn)
    await this.#check(destination)
    const changed = { ...stream, destination, version: stream.version + 1, updatedAtMs: this.#options.nowMs() }
    this.#streams.set(stream.name, changed)
    return changed
  }

  /** By name or ARN. Throws `ServiceException` `ResourceNotFoundException`. */
  stream(nameOrArn: string): FirehoseStream {
    const stream = this.#streams.get(nameOf(nameOrArn))
    if (stream === undefined) {
      throw new ServiceException(
        'ResourceNotFoundException', 400, `Firehose ${nameOf(nameOrArn)} under account ${this.#options.accountId} not found.`,
      )
    }
    return stream
  }

  has(nameOrArn: string): boolean {
    return this.#streams.has(nameOf(nameOrArn))
  }

  names(): readonly string[] {
    return [...this.#streams.keys()].sort()
  }

  /** Puts records, whoever they are from, and answers their ids. Throws `ServiceException`. */
  put(nameOrArn: string, records: readonly Buffer[]): readonly string[] {
    return this.#running.get(this.stream(nameOrArn).name)?.delivery.put(records) ?? []
  }

  /** With what is not delivered yet. */
  async delete(nameOrArn: string): Promise<void> {
    const { name } = this.stream(nameOrArn)
    const running = this.#running.get(name)
    this.#running.delete(name)
    this.#streams.delete(name)
    await Promise.all((running?.sources ?? []).map((source) => source.stop().then(() => source.ended())))
    for (const key of [...this.#positions.keys()].filter((each) => each.startsWith(`${name}/`))) this.#positions.delete(key)
    await running?.delivery.delete()
  }

  /** Delivers all that is there, for at most `drainMs`: what is left stays on its shelf. */
  async close(drainMs: number): Promise<void> {
    const drained = new AbortController()
    await Promise.race([this.#drain(), this.#options.sleep(drainMs, drained.signal).catch(() => undefined)])
    drained.abort()
  }

  async #drain(): Promise<void> {
    const running = [...this.#running.values()]
    await Promise.all(running.flatMap(({ sources }) => sources).map((source) => source.stop().then(() => source.ended())))
    await Promise.all(running.map(({ delivery }) => delivery.close()))
  }

  async #check(configuration: ExtendedS3Configuration): Promise<void> {
    try {
      const destination = destinationOf(configuration)
      await checkProcessors(destination, this.#options.expressions)
      if (destination.conversion !== undefined) await this.#options.duckDb.require()
    } catch (error) {
      if (error instanceof TypeError || error instanceof RangeError)
        throw new ServiceException('InvalidArgumentException', 400, error.message)
      throw error
    }
  }

  #open(name: string): void {
    const { shelves, nowMs, sleep, log } = this.#options
    const stream = () => this.stream(name)
    let known: { readonly configuration: ExtendedS3Configuration; readonly destination: Destination } | undefined
    const delivery = new DeliveryStream({
      buffer: shelves.shelf<BufferedBatch>(`firehose/records/${name}`, { many: true }), nowMs, sleep,
      log: (text) => log(`${name}: ${text}`),
      destination: () => {
        const { destination: configuration } = stream()
        // It is asked for with every record.
        if (known?.configuration !== configuration) known = { configuration, destination: destinationOf(configuration) }
        return known.destination
      },
      context: () => {
        const { arn, version, source } = stream()
        return { ...this.#options, streamName: name, version, deliveryStreamArn: arn, sourceArn: source?.kinesisStreamArn }
      },
    })
    this.#running.set(name, { delivery, sources: [] })
  }

  #startStream(name: string): void {
    const running = this.#running.get(name)
    if (running === undefined || running.sources.length > 0) return
    const { source } = this.stream(name)
    running.delivery.start()
    if (source === undefined) return
    const { kinesis, log } = this.#options
    try {
      running.sources = kinesisSources({
        deliveryStream: name, streamArn: source.kinesisStreamArn, kinesis, positions: this.#positions,
        put: (records) => void running.delivery.put(records),
        log: (text) => log(`${name}: ${text}`),
      })
    } catch (error) {
      // A stream that a call has made may be gone with the run that had it.
      log(`${name} reads nothing: ${String(error)}`)
    }
    for (const each of running.sources) each.start()
  }
}

function nameOf(nameOrArn: string): string {
  return nameOrArn.split(':deliverystream/').at(-1) ?? nameOrArn
}
