import type { ChildProcess } from 'node:child_process'
import type { CloudLogEntry } from './cloud-log-entry.ts'
import type { RunOptions } from './cloud.ts'
import type { OpenOrigin } from './http.ts'
import type { Machine } from './machine.ts'
import type { Ports } from './ports.ts'
import type { ServiceName } from './service-name.ts'
import type { Shelves } from './shelf.ts'

/** What every service is given: the region and account, its storage, and access to the other services. */
export interface Ground extends Machine, Ports {
  readonly region: string
  readonly accountId: string
  /** The endpoint of all services, for example `http://127.0.0.1:4566`. */
  readonly endpoint: string
  /** Storage for everything that must outlive a restart. */
  readonly shelves: Shelves
  /** The folder of the assembly. */
  readonly assembly: string
  /** A folder for temporary files. It is removed when this process ends. */
  readonly directory: string
  /** Makes sure that a child process ends with this process, even when this process is killed. */
  readonly watch: (child: ChildProcess) => void
  readonly options: RunOptions
  /** For what has an origin of its own, as a page has. */
  readonly openOrigin: OpenOrigin
  /** The place of an asset on this machine, by its path in the assembly. */
  readonly assetPath: (path: string) => string
  /** Resolves once the stacks are deployed. */
  readonly deployed: Promise<unknown>
  readonly log: (entry: CloudLogEntry) => void
  /** `arn:aws:{service}:{region}:{account}:{resource}`. */
  readonly arn: (service: string, resource: string) => string
  /** Starts a service, or returns it where it has started already. */
  readonly start: <Running>(service: ServiceName<Running>) => Promise<Running>
  /** Returns a service if it has started; one that has not holds nothing yet. */
  readonly running: <Running>(service: ServiceName<Running>) => Running | undefined
}
