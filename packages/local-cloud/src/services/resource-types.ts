import type { ResourceType } from '../ground/resource.ts'
import { loadService, services, type ServiceEntry } from './index.ts'

const entries: readonly (readonly [string, ServiceEntry])[] = Object.entries(services)

/** The CloudFormation types that are known by now: those of the services that stacks use. */
export class ResourceTypes {
  readonly #types = new Map<string, ResourceType>()
  readonly #loaded = new Set<string>()

  /** Loads the services that have these types; a type that nobody has stays unknown. */
  async load(types: Iterable<string>): Promise<void> {
    // A custom resource of any name is CloudFormation's, unless it is another service's.
    const wanted = [...types].flatMap((type) => (type.startsWith('Custom::') ? [type, 'AWS::CloudFormation::CustomResource'] : [type]))
    const names = entries.filter(([, { types: own }]) => wanted.some((type) => own.some((start) =>
      type === start || type.startsWith(`${start}::`))))
    for (const [name] of names) {
      if (this.#loaded.has(name)) continue
      for (const resourceType of await (await loadService(name)).resources()) this.#types.set(resourceType.type, resourceType)
      this.#loaded.add(name)
    }
  }

  /** Loads every service there is. */
  async loadAll(): Promise<ReadonlyMap<string, ResourceType>> {
    await this.load(entries.flatMap(([, { types }]) => types))
    return this.#types
  }

  get known(): ReadonlyMap<string, ResourceType> {
    return this.#types
  }
}
