import { gzipSync } from 'node:zlib'
import type { Shelf, Shelves } from '../../ground/shelf.ts'
import { filterPattern } from './filter-pattern/filter-pattern.ts'
import type { LogEvent, LogGroup } from './log-group.ts'
import { notFound, tooMany } from './refusal.ts'

/** A subscription of a group's lines. */
export interface SubscriptionFilter {
  readonly name: string
  readonly group: string
  readonly pattern: string
  /** Of a function, a data stream or a delivery stream. */
  readonly destinationArn: string
  readonly roleArn?: string | undefined
  readonly distribution: 'ByLogStream' | 'Random'
  readonly createdAtMs: number
}

/** What lines are sent with: gzipped JSON, as it is in the event of a function once it is base64. */
export type SendLines = (destinationArn: string, data: Buffer, partitionKey: string) => Promise<void>

/** What subscriptions run with. */
export interface SubscriptionOptions {
  readonly accountId: string
  readonly shelves: Shelves
  readonly newId: () => string
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly send: SendLines
  /** Told of lines that did not arrive. */
  readonly log: (text: string) => void
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const FILTERS_MAX = 2
/** Lines of this time go together: what one invocation prints is one delivery. */
const GATHER_MS = 50

/** Hands lines on to functions and streams. */
export class SubscriptionFilters {
  readonly #options: SubscriptionOptions
  readonly #shelf: Shelf<SubscriptionFilter>
  readonly #gathered = new Map<string, LogEvent[]>()
  readonly #closing = new AbortController()

  constructor(options: SubscriptionOptions) {
    this.#options = options
    this.#shelf = options.shelves.shelf('logs-subscription-filters')
  }

  /** Throws `ServiceException`, and `FilterPatternError` for a pattern that is none. */
  put(filter: SubscriptionFilter): void {
    filterPattern(filter.pattern)
    if (this.of(filter.group).filter(({ name }) => name !== filter.name).length >= FILTERS_MAX) throw tooMany()
    this.#shelf.set(filterKey(filter), filter)
  }

  delete(group: string, name: string): void {
    if (!this.#shelf.delete(filterKey({ group, name }))) throw notFound('subscription filter')
  }

  of(group: string): SubscriptionFilter[] {
    return [...this.#shelf.values()].filter((filter) => filter.group === group)
  }

  forget({ name: group }: LogGroup): void {
    for (const { name } of this.of(group)) this.#shelf.delete(filterKey({ group, name }))
  }

  /** Gathers the lines that match, and sends them a moment later. */
  observe(group: LogGroup, stream: string, events: readonly LogEvent[]): void {
    for (const filter of this.of(group.name)) {
      const pattern = filterPattern(filter.pattern)
      const matching = events.filter(({ message }) => pattern.match(message) !== undefined)
      if (matching.length > 0) this.#gather(filter, stream, matching)
    }
  }

  close(): void {
    this.#closing.abort()
  }

  #gather(filter: SubscriptionFilter, stream: string, events: readonly LogEvent[]): void {
    const key = `${filterKey(filter)}:${stream}`
    const waiting = this.#gathered.get(key)
    if (waiting !== undefined) return void waiting.push(...events)
    this.#gathered.set(key, [...events])
    this.#options.sleep(GATHER_MS, this.#closing.signal).then(async () => {
      const gathered = this.#gathered.get(key) ?? []
      this.#gathered.delete(key)
      await this.#send(filter, stream, gathered)
    }).catch((error: unknown) => {
      if (!this.#closing.signal.aborted)
        this.#options.log(`Lines of ${filter.group} did not reach ${filter.destinationArn}: ${String(error)}`)
    })
  }

  async #send(filter: SubscriptionFilter, logStream: string, events: readonly LogEvent[]): Promise<void> {
    const { accountId, newId, send } = this.#options
    const partitionKey = filter.distribution === 'Random' ? newId() : logStream
    await send(
      filter.destinationArn, gzipSync(JSON.stringify(subscriptionData(filter, { owner: accountId, logStream, events }))), partitionKey,
    )
  }
}

/** What a subscriber gets. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html */
function subscriptionData(
  { name, group }: SubscriptionFilter, { owner, logStream, events }: { owner: string; logStream: string; events: readonly LogEvent[] },
): object {
  return {
    messageType: 'DATA_MESSAGE', owner, logGroup: group, logStream, subscriptionFilters: [name],
    logEvents: events.map(({ id, timestamp, message }) => ({ id, timestamp, message })),
  }
}

function filterKey({ group, name }: Pick<SubscriptionFilter, 'group' | 'name'>): string {
  return `${group}:${name}`
}
