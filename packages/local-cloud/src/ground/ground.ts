import type { ChildProcess } from 'node:child_process'
import type { CloudLogEntry } from './cloud-log-entry.ts'
import type { RunOptions } from './cloud.ts'
import type { Machine } from './machine.ts'
import type { Ports } from './ports.ts'
import type { ServiceName } from './service-name.ts'
import type { Shelves } from './shelf.ts'

/** What every service stands on: where it is, what it keeps, and the others as far as they have started. */
export interface Ground extends Machine, Ports {
  readonly region: string
  readonly accountId: string
  /** The one endpoint, as `http://127.0.0.1:4566`. */
  readonly endpoint: string
  /** Where services keep what must outlive a restart. */
  readonly shelves: Shelves
  /** The assembly's directory. */
  readonly assembly: string
  /** A folder for files that go with this process. */
  readonly directory: string
  /** Kills a child process when this process dies, whatever kills it. */
  readonly watch: (child: ChildProcess) => void
  readonly options: RunOptions
  /** Where an asset is on this machine by its path in the assembly. */
  readonly assetPath: (path: string) => string
  /** Ends when the stacks are deployed. */
  readonly deployed: Promise<unknown>
  readonly log: (entry: CloudLogEntry) => void
  /** `arn:aws:{service}:{region}:{account}:{resource}`. */
  readonly arn: (service: string, resource: string) => string
  /** Starts a service, unless it has started. */
  readonly start: <Running>(service: ServiceName<Running>) => Promise<Running>
  /** A service if it has started: one that has not has nothing to be asked for. */
  readonly running: <Running>(service: ServiceName<Running>) => Running | undefined
}
