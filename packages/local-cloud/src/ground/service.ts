import type { AccessTable } from './access.ts'
import type { Ground } from './ground.ts'
import type { ResourceType } from './resource.ts'
import type { ServiceName, Used, Uses } from './service-name.ts'

type Awaitable<T> = T | Promise<T>

/** A service of AWS's as it is here. What may be left out says what its absence means. */
export interface ServiceDefinition<Running, Names extends Uses> {
  /** The services that it can't do without: they start before it and close after it. Absent: none. */
  readonly uses?: Names
  /** Starts it, with all that the data folder has of it. */
  start(ground: Ground, used: Used<Names>): Awaitable<Running>
  /** Makes what answers the requests that are signed for it. Absent: it takes none. */
  serve?(running: Running, ground: Ground): (request: Request) => Promise<Response>
  /** What requests to it ask for, in the words of policies. Absent: functions may do anything with it. */
  readonly access?: AccessTable
  /** The CloudFormation types that are its own. Absent: none. */
  readonly resources?: readonly ResourceType[]
  /** Goes on with what it was about to do, once the stacks are deployed. Absent: it had nothing to do. */
  resume?(running: Running): Awaitable<void>
  /** Takes nothing new, and finishes what is in flight, while every service is still there. Absent: it does nothing by itself. */
  stop?(running: Running, ground: Ground): Awaitable<void>
  /** Finishes what others have given it, once nobody gives it more; what it works with is still there. Absent: others wait for what they give it. */
  drain?(running: Running): Awaitable<void>
  /** Lets go of what it holds; those that use it have closed. Absent: it holds nothing. */
  close?(running: Running): Awaitable<void>
}

/** A service that has started. */
export interface StartedService {
  readonly running: unknown
  readonly fetch: ((request: Request) => Promise<Response>) | undefined
  resume(): Promise<void>
  stop(): Promise<void>
  drain(): Promise<void>
  close(): Promise<void>
}

/** A service that is loaded. */
export interface Service {
  readonly name: string
  readonly uses: Uses
  readonly access: AccessTable | undefined
  readonly resources: readonly ResourceType[]
  start(ground: Ground, used: Readonly<Record<string, unknown>>): Promise<StartedService>
}

/**
 * Defines a service: one a folder of `services/`, exported by its `service.ts` as `service`, and one line in `services/index.ts`.
 *
 * @example
 * export const service = defineService(ssm, {
 *   start: ({ shelves, nowMs }) => new Parameters(shelves.shelf('parameters'), nowMs),
 *   serve: (parameters) => serve({ name: 'Systems Manager', model, protocols: [jsonProtocol('AmazonSSM')], operations }, parameters),
 *   access,
 *   resources: [parameter],
 * })
 */
export function defineService<Running, const Names extends Uses = Record<never, never>>({ name }: ServiceName<Running>, definition: ServiceDefinition<Running, Names>): Service {
  return {
    name,
    uses: definition.uses ?? {},
    access: definition.access,
    resources: definition.resources ?? [],
    async start(ground, used) {
      // Whoever starts it has started all that it uses.
      const own = used as Used<Names>
      const running = await definition.start(ground, own)
      return {
        running,
        fetch: definition.serve?.(running, ground),
        resume: async () => definition.resume?.(running),
        stop: async () => definition.stop?.(running, ground),
        drain: async () => definition.drain?.(running),
        close: async () => definition.close?.(running),
      }
    },
  }
}
