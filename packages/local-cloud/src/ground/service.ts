import type { AccessTable } from './access.ts'
import type { Ground } from './ground.ts'
import type { ResourceType } from './resource.ts'
import type { ServiceName, Used, Uses } from './service-name.ts'

type Awaitable<T> = T | Promise<T>

/** The definition of an emulated service. Members marked `?` are optional; the comment of each says what happens without it. */
export interface ServiceDefinition<Running, Names extends Uses> {
  /** The services that this one needs: they start before it and close after it. Absent: none. */
  readonly uses?: Names
  /** Starts the service, with everything that the data folder holds of it. */
  start(ground: Ground, used: Used<Names>): Awaitable<Running>
  /** Returns the handler of the requests that are signed for the service. Absent: it takes no requests. */
  serve?(running: Running, ground: Ground): (request: Request) => Promise<Response>
  /** The permissions that its requests need. Absent: functions may call every operation. */
  readonly access?: AccessTable
  /** The CloudFormation resource types of the service. A function loads them once a stack has one of them. Absent: none. */
  readonly resources?: readonly ResourceType[] | (() => Promise<readonly ResourceType[]>)
  /** Continues work that an earlier run left, once the stacks are deployed. Absent: there is none. */
  resume?(running: Running): Awaitable<void>
  /** Accepts no new work and finishes the work in flight, while every other service still runs. Absent: it does no work of its own. */
  stop?(running: Running, ground: Ground): Awaitable<void>
  /**
   * Finishes work that others gave it, once they give it no more; the services that it uses still run. Absent: others wait for such work
   * themselves.
   */
  drain?(running: Running): Awaitable<void>
  /** Releases what it holds, after the services that use it have closed. Absent: it holds nothing. */
  close?(running: Running): Awaitable<void>
}

export interface StartedService {
  readonly running: unknown
  readonly fetch: ((request: Request) => Promise<Response>) | undefined
  resume(): Promise<void>
  stop(): Promise<void>
  drain(): Promise<void>
  close(): Promise<void>
}

export interface Service {
  readonly name: string
  readonly uses: Uses
  readonly access: AccessTable | undefined
  resources(): Promise<readonly ResourceType[]>
  start(ground: Ground, used: Readonly<Record<string, unknown>>): Promise<StartedService>
}

/**
 * Defines a service. Each has a folder in `services/`, whose `service.ts` exports it as `service`, and a line in `services/index.ts`.
 *
 * @example
 * export const service = defineService(ssm, {
 *   start: ({ shelves, nowMs }) => new Parameters(shelves.shelf('parameters'), nowMs),
 *   serve: (parameters) => serve({ name: 'Systems Manager', model, protocols: [jsonProtocol('AmazonSSM')], operations }, parameters),
 *   access,
 *   resources: [parameter],
 * })
 */
export function defineService<Running, const Names extends Uses = Record<never, never>>(
  { name }: ServiceName<Running>, definition: ServiceDefinition<Running, Names>,
): Service {
  const { resources = [] } = definition
  return {
    name,
    uses: definition.uses ?? {},
    access: definition.access,
    resources: async () => (typeof resources === 'function' ? resources() : resources),
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
