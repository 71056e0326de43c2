import { isDeepStrictEqual } from 'node:util'
import { resolve, type Scope } from '../assembly/intrinsics.ts'
import type { PlannedResource, PlannedStack } from '../assembly/plan.ts'
import { stackScope, type ResourceValues } from '../assembly/stack-scope.ts'
import { CloudError } from '../ground/cloud-error.ts'
import { replacement, type CreatedResource, type ResourceContext, type ResourceType } from '../ground/resource.ts'
import { resourceTypeOf } from '../ground/resource-type-of.ts'
import type { Change } from '../ground/change.ts'
import { takeDown, type Needed } from '../ground/permissions.ts'
import type { StartedServices } from '../ground/started-services.ts'
import type { Shelf } from '../ground/shelf.ts'
import { physicalName } from './physical-name.ts'
import { keptCustomName, leavingId, recordId, type ResourceRecord, type SeenResource } from './resource-record.ts'
import { stackOutputs } from './stack-outputs.ts'

/** Stack outputs by stack name and key. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The types of resources: those of the stacks are known, those of resources that are there may have to be loaded. */
export interface DeployedTypes {
  load(types: Iterable<string>): Promise<void>
  readonly known: ReadonlyMap<string, ResourceType>
}

/** What stacks are deployed with. */
export interface DeployOptions {
  readonly region: string
  readonly accountId: string
  readonly started: StartedServices
  readonly resourceTypes: DeployedTypes
  /** Rewrites every text that a template resolves to. */
  readonly text: (text: string) => string
  /** Another one wherever the asset's content is another; absent: assets never change under their key. */
  readonly assetVersion?: (path: string) => string
  /** Told of what could not be removed. */
  readonly log: (message: string) => void
}

/** A stack while it is deployed. */
interface DeployingStack {
  readonly planned: PlannedStack
  readonly scope: Scope
}

/**
 * The stacks that are deployed. What is applied is compared with what is there: resources are created, changed, replaced and removed
 * as CloudFormation does it. With a data folder that has been used before, what its engines have kept is there already.
 */
export class Deployment {
  readonly #options: DeployOptions
  readonly #records: Shelf<ResourceRecord>
  /** The last generation of resources that were retained, whose names are taken. */
  readonly #retained: Shelf<number>
  /** Ids of what this run has created or restored. */
  readonly #live = new Set<string>()
  /** What resources need of others' permissions, by their records' ids. */
  readonly #needed = new Map<string, ReturnType<typeof takeDown>>()
  #changes: Change[] = []
  /** Ids of what the stacks of the present update have. */
  readonly #wanted = new Set<string>()
  /** What the present update has replaced: the old record by id. */
  readonly #replaced = new Map<string, ResourceRecord>()

  constructor(options: DeployOptions) {
    this.#options = options
    this.#records = options.started.ground.shelves.shelf('resources')
    this.#retained = options.started.ground.shelves.shelf('retained')
  }

  /** What is deployed, with what a look at each resource tells. */
  async look(): Promise<SeenResource[]> {
    const there = [...this.#records.values()].filter(({ state }) => state !== 'leaving' && state !== 'creating')
    return Promise.all(there.map(async (record) => {
      const { stackName, logicalId, type, constructPath, ref = '', attributes = {}, properties } = record
      const { context } = await this.#context({ stackName, assets: new Map() }, record)
      // One that can't be looked at, as it is about to go, is shown without.
      const status = await resourceTypeOf(type, this.#options.resourceTypes.known)?.status({ ref, attributes, properties }, context).catch(() => undefined)
      return { stackName, logicalId, type, constructPath, ref, status: status ?? {} }
    }))
  }

  /**
   * Makes what is there what the stacks say, and answers their outputs and what was changed.
   * Throws `CloudError` `RESOURCE_FAILED` at the first resource that fails, with the cause; what was replaced by then is in force again.
   */
  async apply(stacks: readonly PlannedStack[]): Promise<{ outputs: Outputs; changes: readonly Change[] }> {
    this.#changes = []
    this.#replaced.clear()
    this.#wanted.clear()
    await this.#options.resourceTypes.load([...this.#records.values()].map(({ type }) => type))
    const exports = new Map<string, unknown>()
    const outputs: Record<string, Record<string, string>> = {}
    try {
      for (const planned of stacks) outputs[planned.stack.stackName] = await this.#applyStack(planned, exports)
    } catch (error) {
      this.#undoReplacements()
      throw error
    }
    await this.#removeLeaving()
    return { outputs, changes: this.#changes }
  }

  async #applyStack(planned: PlannedStack, exports: Map<string, unknown>): Promise<Record<string, string>> {
    const { stack, parameters } = planned
    const created = new Map<string, ResourceValues>()
    const scope = stackScope({ ...this.#options, stack, parameters, created, exports })
    for (const resource of planned.resources) created.set(resource.logicalId, await this.#applyResource({ planned, scope }, resource))
    return stackOutputs(planned, scope, exports)
  }

  async #applyResource({ planned: { stack }, scope }: DeployingStack, resource: PlannedResource): Promise<ResourceValues> {
    const { stackName } = stack
    const { logicalId, constructPath, resourceType } = resource
    try {
      // The properties are an object, and resolving an object makes one.
      const properties = resolve(resource.properties, scope) as Record<string, unknown>
      return await this.#settle(stack, resource, properties)
    } catch (cause) {
      if (cause instanceof CloudError && cause.code === 'RESOURCE_FAILED') throw cause
      const reason = cause instanceof Error ? cause.message : String(cause)
      const evidence = [{ stackName, logicalId, type: resourceType.type, constructPath, reason }]
      throw new CloudError('RESOURCE_FAILED', 'A resource could not be created.', { cause, evidence })
    }
  }

  /** Creates a resource, restores it, changes it or leaves it as it is. */
  async #settle(stack: PlannedStack['stack'], resource: PlannedResource, properties: Record<string, unknown>): Promise<ResourceValues> {
    const id = recordId({ stackName: stack.stackName, logicalId: resource.logicalId })
    const record = this.#records.get(id)
    this.#wanted.add(id)
    if (record === undefined) return this.#create(stack, resource, properties, (this.#retained.get(id) ?? -1) + 1)
    if (record.type !== resource.resourceType.type) return this.#replace(stack, resource, properties, record)
    const existing = await this.#bringBack(stack, resource, record)
    if (existing === undefined) return this.#create(stack, resource, properties, record.generation)
    // A nested stack's resources can have changed where the stack itself has not.
    if (resource.nested === undefined && existing.state === 'there' && isDeepStrictEqual(existing.properties, properties) && this.#hasSameAssets(stack, existing)) {
      this.#records.set(id, { ...existing, policies: resource.policies, constructPath: resource.constructPath })
      return existing
    }
    return this.#change(stack, resource, properties, existing)
  }

  /** A resource with its values where it is there, also by what the data folder has; `undefined` where it has to be created. */
  async #bringBack(stack: PlannedStack['stack'], { resourceType }: PlannedResource, record: ResourceRecord): Promise<ResourceRecord & CreatedResource | undefined> {
    const id = recordId(record)
    const { ref, attributes = {}, properties } = record
    const { context } = await this.#context(stack, record)
    if (ref === undefined || record.state === 'creating') {
      if (resourceType.kept || this.#live.has(id)) await resourceType.remove({ ref: ref ?? '', attributes, properties }, context).catch(() => undefined)
      return undefined
    }
    if (this.#live.has(id)) return { ...record, ref }
    if (!resourceType.kept) return undefined
    const values = await resourceType.restore({ ref, attributes, properties }, context)
    this.#live.add(id)
    const restored = { ...record, ...values }
    this.#records.set(id, restored)
    return restored
  }

  async #create(stack: PlannedStack['stack'], resource: PlannedResource, properties: Record<string, unknown>, generation: number): Promise<ResourceValues> {
    const { logicalId, constructPath, policies, resourceType } = resource
    const record = { stackName: stack.stackName, logicalId, constructPath, policies, type: resourceType.type, generation, properties, assets: {}, nameMadeUp: false, state: 'creating' } as const
    const id = recordId(record)
    this.#records.set(id, record)
    const { context, used } = await this.#context(stack, record, resource.nested)
    this.#live.add(id)
    const values = await resourceType.create(properties, context)
    this.#records.set(id, { ...record, ...values, ...used(), state: 'there' })
    this.#changes.push({ kind: 'created', constructPath, type: resourceType.type })
    return values
  }

  async #change(stack: PlannedStack['stack'], resource: PlannedResource, properties: Record<string, unknown>, existing: ResourceRecord & CreatedResource): Promise<ResourceValues> {
    const { constructPath, policies, resourceType } = resource
    const id = recordId(existing)
    this.#records.set(id, { ...existing, state: 'unsettled' })
    this.#forgetClaims(existing)
    const { context, used } = await this.#context(stack, existing, resource.nested)
    const values = await resourceType.update(properties, existing, context)
    if (values === replacement) return this.#replace(stack, resource, properties, { ...existing, state: 'there' })
    if (values.replaced === true) this.#records.set(leavingId(existing), { ...existing, state: 'leaving' })
    const generation = existing.generation + (values.replaced === true ? 1 : 0)
    this.#records.set(id, { ...existing, ref: values.ref, attributes: values.attributes ?? {}, generation, constructPath, policies, properties, assets: used().assets, state: 'there' })
    if (resource.nested === undefined) this.#changes.push({ kind: values.replaced === true ? 'replaced' : 'updated', constructPath, type: resourceType.type })
    return values
  }

  /** Creates another one beside the one that is there, which leaves at the end. */
  async #replace(stack: PlannedStack['stack'], resource: PlannedResource, properties: Record<string, unknown>, old: ResourceRecord): Promise<ResourceValues> {
    const customName = keptCustomName(old, properties)
    if (customName !== undefined) throw new TypeError(`CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${customName} and update the stack again.`)
    const id = recordId(old)
    this.#records.set(leavingId(old), { ...old, state: 'leaving' })
    this.#replaced.set(id, old)
    const values = await this.#create(stack, resource, properties, old.generation + 1)
    this.#changes.pop()
    this.#changes.push({ kind: 'replaced', constructPath: resource.constructPath, type: resource.resourceType.type })
    return values
  }

  /** After a failure: what was to be replaced is in force again, and what was to take its place leaves. */
  #undoReplacements(): void {
    for (const [id, old] of this.#replaced) {
      const next = this.#records.get(id)
      if (next !== undefined) this.#records.set(leavingId(next), { ...next, state: 'leaving', policies: { onDelete: 'delete', onReplace: 'delete' } })
      this.#records.delete(leavingId(old))
      this.#records.set(id, old)
    }
  }

  /** Removes, in the reverse order of their creation, what has been replaced and what no stack has any more. */
  async #removeLeaving(): Promise<void> {
    for (const [key, record] of [...this.#records.entries()].reverse()) {
      if (record.state === 'leaving') await this.#remove(key, record, record.policies.onReplace)
      else if (!this.#wanted.has(key)) await this.#remove(key, record, record.policies.onDelete)
    }
  }

  async #remove(key: string, record: ResourceRecord, policy: 'delete' | 'retain'): Promise<void> {
    const { ref, attributes = {}, properties, type, constructPath, stackName, generation } = record
    const id = recordId(record)
    const resourceType = resourceTypeOf(type, this.#options.resourceTypes.known)
    this.#records.delete(key)
    if (key === id) {
      this.#forgetClaims(record)
      if (policy === 'retain') this.#retained.set(id, generation)
    }
    const there = this.#live.has(id) || resourceType?.kept === true
    if (key === id) this.#live.delete(id)
    if (policy === 'retain' || resourceType === undefined || ref === undefined || !there) {
      this.#changes.push({ kind: policy === 'retain' ? 'retained' : 'removed', constructPath, type })
      return
    }
    try {
      await resourceType.remove({ ref, attributes, properties }, (await this.#context({ stackName, assets: new Map() }, record)).context)
      this.#changes.push({ kind: 'removed', constructPath, type })
    } catch (error) {
      // As in CloudFormation: the update stands, and what could not be removed is left behind.
      this.#retained.set(id, generation)
      this.#options.log(`${constructPath} could not be removed and is left behind: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /** What the resources that are there need of others' permissions. */
  needed(): readonly (Needed & { readonly constructPath: string })[] {
    return [...this.#needed].flatMap(([id, { needed }]) => {
      const record = this.#records.get(id)
      return record === undefined ? [] : [{ ...needed, constructPath: record.constructPath }]
    })
  }

  /** What services were told of a resource: it is told again where it still holds. */
  #forgetClaims(record: ResourceRecord): void {
    this.#needed.delete(recordId(record))
  }

  #hasSameAssets(stack: PlannedStack['stack'], { assets }: ResourceRecord): boolean {
    return Object.entries(assets).every(([key, version]) => this.#versionOf(stack.assets.get(key)?.path) === version)
  }

  #versionOf(path: string | undefined): string {
    return path === undefined ? '' : (this.#options.assetVersion?.(path) ?? '')
  }

  /** The context that a resource is created in, and a function that tells what the resource has used of it: a made-up name, assets. */
  async #context({ stackName, assets }: Pick<PlannedStack['stack'], 'stackName' | 'assets'>, record: Pick<ResourceRecord, 'logicalId' | 'type' | 'constructPath' | 'generation' | 'stackName'>, nested?: PlannedResource['nested']): Promise<{ context: ResourceContext; used: () => Pick<ResourceRecord, 'nameMadeUp' | 'assets'> }> {
    const { region, accountId, started, resourceTypes } = this.#options
    const { logicalId, type, constructPath, generation } = record
    const used: { nameMadeUp: boolean; assets: Record<string, string> } = { nameMadeUp: false, assets: {} }
    const services = await started.use(resourceTypeOf(type, resourceTypes.known)?.uses ?? {})
    const needed = this.#needed.get(recordId(record)) ?? takeDown()
    this.#needed.set(recordId(record), needed)
    const context: ResourceContext = {
      stackName, logicalId, type, constructPath, region, accountId, services, ground: started.ground, needs: needed.needs,
      id: generation === 0 ? recordId(record) : `${recordId(record)}#${generation}`,
      physicalName: (maxLength) => {
        used.nameMadeUp = true
        return physicalName(stackName, logicalId, { ...(maxLength === undefined ? {} : { maxLength }), generation })
      },
      applyNested: async (parameters) => {
        if (nested === undefined) throw new TypeError('It is no nested stack')
        return this.#applyStack(nested(context.physicalName(128), parameters), new Map())
      },
      arn: (service, name) => `arn:aws:${service}:${region}:${accountId}:${name}`,
      asset: (objectKey) => {
        const asset = assets.get(objectKey)
        if (asset !== undefined) used.assets[objectKey] = this.#versionOf(asset.path)
        return asset
      },
    }
    return { context, used: () => used }
  }
}
