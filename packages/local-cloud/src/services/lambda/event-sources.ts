import type { CloudLogEntry } from '../../ground/cloud-log-entry.ts'
import type { EventSourceMappingConfiguration } from './model.generated.ts'
import type { Lambda } from './lambda.ts'
import type { PolledSource } from '../../ground/polled-source.ts'
import { PolledSources } from '../../ground/polled-sources.ts'

/** What event sources run with. */
export interface SourceContext {
  readonly lambda: Lambda
  readonly region: string
  readonly nowMs: () => number
  readonly log: (text: string) => void
}

/** What the event sources of an assembly share. */
export interface EventSourcesOptions extends Omit<SourceContext, 'log'> {
  readonly log: (entry: CloudLogEntry) => void
}

/** A mapping as Lambda's API tells of it. @see https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html */
export interface MappingDescription extends EventSourceMappingConfiguration {
  readonly UUID: string
  readonly EventSourceArn: string
  readonly FunctionArn: string
}

/** The event source mappings and functions' subscriptions of an assembly: they poll once every resource is created. */
export class EventSources {
  /** By the resource that they belong to. */
  readonly #sources = new PolledSources()
  readonly #options: EventSourcesOptions
  readonly #mappings = new Map<string, MappingDescription>()

  constructor(options: EventSourcesOptions) {
    this.#options = options
  }

  /** Adds the source of a function, whose log lines name the function; `owner` is the id of the resource that it belongs to. */
  add(owner: string, functionArn: string, source: (context: SourceContext) => PolledSource): void {
    const { name: functionName, constructPath } = this.#options.lambda.definition(functionArn)
    const log = (message: string) => this.#options.log({ level: 'warn', source: 'event-source', message, functionName, constructPath })
    this.#sources.add(owner, source({ ...this.#options, log }))
  }

  /** Ends the sources of a resource, once what they have in flight is done. */
  remove(owner: string): Promise<void> {
    return this.#sources.remove(owner)
  }

  /** Says what an event source mapping is, for those who ask. */
  describe(mapping: MappingDescription): void {
    this.#mappings.set(mapping.UUID, mapping)
  }

  forget(uuid: string): void {
    this.#mappings.delete(uuid)
  }

  mappings(): MappingDescription[] {
    return [...this.#mappings.values()]
  }

  start(): void {
    this.#sources.start()
  }

  /** Takes no further batches, and waits for those in flight, at most `drainMs`. */
  async stop(drainMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const timeUp = new Promise((resolve) => (timer = setTimeout(resolve, drainMs)))
    await Promise.race([this.settled(), timeUp])
    clearTimeout(timer)
  }

  /** Takes no further batches, and resolves once none is in flight. */
  settled(): Promise<void> {
    return this.#sources.stop()
  }

  /** Resolves once the last poll has ended, which it does when the queues' engine closes. */
  ended(): Promise<void> {
    return this.#sources.ended()
  }
}
