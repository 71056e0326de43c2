import type { Ground } from './ground.ts'
import type { Service, StartedService } from './service.ts'
import type { ServiceName, Used, Uses } from './service-name.ts'

/** Loads a service by its name. Throws where there is no such service. */
export type LoadService = (name: string) => Promise<Service>

/** The services of a run. Each is loaded and started when it is first used, after the services that it uses itself. */
export class StartedServices {
  readonly #load: LoadService
  readonly #ground: Ground
  readonly #starting = new Map<string, Promise<StartedService>>()
  /** Services in the order in which they started. */
  readonly #started = new Map<string, StartedService>()
  readonly #stopOrder: readonly string[]
  readonly #watchers = new Map<string, (running: unknown) => void>()
  #isResumed = false

  /** `ground` is what services are given, but for the services themselves; `stopOrder` names services in the order in which they stop. */
  constructor(load: LoadService, ground: Omit<Ground, 'start' | 'running'>, stopOrder: readonly string[] = []) {
    this.#load = load
    this.#stopOrder = stopOrder
    this.#ground = { ...ground, start: (name) => this.start(name), running: (name) => this.running(name) }
  }

  get ground(): Ground {
    return this.#ground
  }

  /** Starts a service, unless it has started. Rejects where it can't; the next call tries again. */
  async start<Running>({ name }: ServiceName<Running>): Promise<Running> {
    // A name says what its service is.
    return (await this.#start(name)).running as Running
  }

  /** Calls `started` with a service once it starts, before anybody else has it. */
  whenStarted<Running>({ name }: ServiceName<Running>, started: (running: Running) => void): void {
    // A name says what its service is.
    this.#watchers.set(name, (running) => started(running as Running))
  }

  /** The same of several. */
  async use<const Names extends Uses>(uses: Names): Promise<Used<Names>> {
    const entries: [string, unknown][] = []
    for (const [own, name] of Object.entries(uses)) entries.push([own, await this.start(name)])
    return Object.fromEntries(entries) as Used<Names>
  }

  running<Running>({ name }: ServiceName<Running>): Running | undefined {
    return this.#started.get(name)?.running as Running | undefined
  }

  /** The handler of the requests that are signed for a service; `undefined` where it takes none. */
  async fetchOf(name: string): Promise<StartedService['fetch']> {
    return (await this.#start(name)).fetch
  }

  /** Makes every service continue the work of an earlier run, including services that start later. */
  async resume(): Promise<void> {
    this.#isResumed = true
    for (const started of this.#started.values()) await started.resume()
  }

  /** Stops the services in the stop order; those that it does not list stop before them, the last started first. */
  async stop(): Promise<void> {
    const rank = (name: string) => this.#stopOrder.indexOf(name)
    await each('stop', [...this.#started].reverse().sort(([one], [other]) => rank(one) - rank(other)).map(([, started]) => started))
  }

  /** Makes services finish what they were given, once all have stopped. */
  async drain(): Promise<void> {
    await each('drain', this.#lastFirst())
  }

  async close(): Promise<void> {
    await each('close', this.#lastFirst())
  }

  #lastFirst(): StartedService[] {
    return [...this.#started.values()].reverse()
  }

  #start(name: string): Promise<StartedService> {
    const starting = this.#starting.get(name)
    if (starting !== undefined) return starting
    const started = this.#startNow(name)
    this.#starting.set(name, started)
    started.catch(() => this.#starting.delete(name))
    return started
  }

  async #startNow(name: string): Promise<StartedService> {
    const service = await this.#load(name)
    const started = await service.start(this.#ground, await this.use(service.uses))
    this.#watchers.get(name)?.(started.running)
    this.#started.set(name, started)
    if (this.#isResumed) await started.resume()
    return started
  }
}

/** Runs a step for each service. A failure does not keep the others from theirs; rejects with all failures. */
async function each(step: 'stop' | 'drain' | 'close', services: readonly StartedService[]): Promise<void> {
  const failures: unknown[] = []
  for (const started of services) await started[step]().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `Services did not ${step}.`)
}
