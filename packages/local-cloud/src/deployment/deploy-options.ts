import type { Scope } from '../assembly/intrinsics.ts'
import type { PlannedStack } from '../assembly/plan.ts'
import type { ResourceType } from '../ground/resource.ts'
import type { StartedServices } from '../ground/started-services.ts'

/** The resource types. Types in the stacks are known; types of existing resources may have to be loaded. */
export interface DeployedTypes {
  load(types: Iterable<string>): Promise<void>
  readonly known: ReadonlyMap<string, ResourceType>
}

export interface DeployOptions {
  readonly region: string
  readonly accountId: string
  readonly started: StartedServices
  readonly resourceTypes: DeployedTypes
  /** Rewrites every text in a resolved template. */
  readonly text: (text: string) => string
  /** Returns the version of an asset, which changes with its content. Absent: assets under the same key never change. */
  readonly assetVersion?: (path: string) => string
  /** Called with a message about each resource that could not be removed. */
  readonly log: (message: string) => void
}

/** Stack outputs by stack name and key. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A stack during its deployment. */
export interface DeployingStack {
  readonly planned: PlannedStack
  readonly scope: Scope
}
