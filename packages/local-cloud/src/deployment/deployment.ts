import { isDeepStrictEqual } from 'node:util'
import { resolve } from '../assembly/intrinsics.ts'
import type { PlannedResource, PlannedStack } from '../assembly/plan.ts'
import { stackScope, type ResourceValues } from '../assembly/stack-scope.ts'
import { CloudError } from '../ground/cloud-error.ts'
import { replacement, type CreatedResource, type ResourceContext } from '../ground/resource.ts'
import { resourceTypeOf } from '../ground/resource-type-of.ts'
import type { Change } from '../ground/change.ts'
import { takeDown, type Needed } from '../ground/permissions.ts'
import type { Shelf } from '../ground/shelf.ts'
import { physicalName } from './physical-name.ts'
import { keptCustomName, leavingId, recordId, type ResourceRecord, type SeenResource } from './resource-record.ts'
import { stackOutputs } from './stack-outputs.ts'
import type { DeployingStack, DeployOptions, Outputs } from './deploy-options.ts'

/**
 * The deployed stacks. Each update compares the stacks with the existing resources, and creates, changes, replaces and removes resources
 * as CloudFormation does. With a used data folder, resources that engines keep exist already.
 */
export class Deployment {
  readonly #options: DeployOptions
  readonly #records: Shelf<ResourceRecord>
  /** The last generation of retained resources, whose names stay taken. */
  readonly #retained: Shelf<number>
  /** Ids of the resources that this run has created or restored. */
  readonly #live = new Set<string>()
  /** The permissions that resources need, by the ids of their records. */
  readonly #needed = new Map<string, ReturnType<typeof takeDown>>()
  #changes: Change[] = []
  /** Ids of the resources in the stacks of the current update. */
  readonly #wanted = new Set<string>()
  /** Records that the current update has replaced, by id. */
  readonly #replaced = new Map<string, ResourceRecord>()

  constructor(options: DeployOptions) {
    this.#options = options
    this.#records = options.started.ground.shelves.shelf('resources')
    this.#retained = options.started.ground.shelves.shelf('retained')
  }

  /** Returns the deployed resources with the state of each. */
  async look(): Promise<SeenResource[]> {
    const there = [...this.#records.values()].filter(({ state }) => state !== 'leaving' && state !== 'creating')
    return Promise.all(there.map(async (record) => {
      const { stackName, logicalId, type, constructPath, ref = '', attributes = {}, properties } = record
      const { context } = await this.#context({ stackName, assets: new Map() }, record)
      // One that can't be looked at, as it is about to go, is shown without.
      const status = await resourceTypeOf(type, this.#options.resourceTypes.known)
        ?.status({ ref, attributes, properties }, context)
        .catch(() => undefined)
      return { stackName, logicalId, type, constructPath, ref, status: status ?? {} }
    }))
  }

  /**
   * Deploys the stacks, and returns their outputs and the changes.
   * Throws `CloudError` `RESOURCE_FAILED` at the first resource that fails, with the cause. Resources replaced before that are in force
   * again.
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

  /** Creates, restores or changes a resource, or leaves it as it is. */
  async #settle(stack: PlannedStack['stack'], resource: PlannedResource, properties: Record<string, unknown>): Promise<ResourceValues> {
    const id = recordId({ stackName: stack.stackName, logicalId: resource.logicalId })
    const record = this.#records.get(id)
    this.#wanted.add(id)
    if (record === undefined) return this.#create(stack, resource, properties, (this.#retained.get(id) ?? -1) + 1)
    if (record.type !== resource.resourceType.type) return this.#replace(stack, resource, properties, record)
    const existing = await this.#bringBack(stack, resource, record)
    if (existing === undefined) return this.#create(stack, resource, properties, record.generation)
    // A nested stack's resources can have changed where the stack itself has not.
    if (
      resource.nested === undefined
      && existing.state === 'there'
      && isDeepStrictEqual(existing.properties, properties)
      && this.#hasSameAssets(stack, existing)
    ) {
      this.#records.set(id, { ...existing, policies: resource.policies, constructPath: resource.constructPath })
      return existing
    }
    return this.#change(stack, resource, properties, existing)
  }

  /** Returns a resource that exists, or that can be restored from the data folder; `undefined` where it has to be created. */
  async #bringBack(
    stack: PlannedStack['stack'], { resourceType }: PlannedResource, record: ResourceRecord,
  ): Promise<ResourceRecord & CreatedResource | undefined> {
    const id = recordId(record)
    const { ref, attributes = {}, properties } = record
    const { context } = await this.#context(stack, record)
    if (ref === undefined || record.state === 'creating') {
      if (resourceType.kept || this.#live.has(id))
        await resourceType.remove({ ref: ref ?? '', attributes, properties }, context).catch(() => undefined)
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

  async #create(
    stack: PlannedStack['stack'], resource: PlannedResource, properties: Record<string, unknown>, generation: number,
  ): Promise<ResourceValues> {
    const { logicalId, constructPath, policies, resourceType } = resource
    const record = {
      stackName: stack.stackName, logicalId, constructPath, policies, type: resourceType.type, generation, properties, assets: {},
      nameMadeUp: false, state: 'creating',
    } as const
    const id = recordId(record)
    this.#records.set(id, record)
    const { context, used } = await this.#context(stack, record, resource.nested)
    this.#live.add(id)
    const values = await resourceType.create(properties, context)
    this.#records.set(id, { ...record, ...values, ...used(), state: 'there' })
    this.#changes.push({ kind: 'created', constructPath, type: resourceType.type })
    return values
  }

  async #change(
    stack: PlannedStack['stack'],
    resource: PlannedResource,
    properties: Record<string, unknown>,
    existing: ResourceRecord & CreatedResource,
  ): Promise<ResourceValues> {
    const { constructPath, policies, resourceType } = resource
    const id = recordId(existing)
    this.#records.set(id, { ...existing, state: 'unsettled' })
    this.#forgetClaims(existing)
    const { context, used } = await this.#context(stack, existing, resource.nested)
    const values = await resourceType.update(properties, existing, context)
    if (values === replacement) return this.#replace(stack, resource, properties, { ...existing, state: 'there' })
    if (values.replaced === true) this.#records.set(leavingId(existing), { ...existing, state: 'leaving' })
    const generation = existing.generation + (values.replaced === true ? 1 : 0)
    this.#records.set(id, {
      ...existing, ref: values.ref, attributes: values.attributes ?? {}, generation, constructPath, policies, properties,
      assets: used().assets, state: 'there',
    })
    if (resource.nested === undefined)
      this.#changes.push({ kind: values.replaced === true ? 'replaced' : 'updated', constructPath, type: resourceType.type })
    return values
  }

  /** Creates a replacement beside the existing resource, which is removed at the end of the update. */
  async #replace(
    stack: PlannedStack['stack'], resource: PlannedResource, properties: Record<string, unknown>, old: ResourceRecord,
  ): Promise<ResourceValues> {
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

  /** Undoes replacements after a failure: the old resources are in force again, and the new ones will be removed. */
  #undoReplacements(): void {
    for (const [id, old] of this.#replaced) {
      const next = this.#records.get(id)
      if (next !== undefined)
        this.#records.set(leavingId(next), { ...next, state: 'leaving', policies: { onDelete: 'delete', onReplace: 'delete' } })
      this.#records.delete(leavingId(old))
      this.#records.set(id, old)
    }
  }

  /** Removes the replaced resources and those that are in no stack any more, in the reverse order of their creation. */
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
      this.#options.log(
        `${constructPath} could not be removed and is left behind: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }

  /** Returns the permissions that the existing resources need. */
  needed(): readonly (Needed & { readonly constructPath: string })[] {
    return [...this.#needed].flatMap(([id, { needed }]) => {
      const record = this.#records.get(id)
      return record === undefined ? [] : [{ ...needed, constructPath: record.constructPath }]
    })
  }

  /** Removes what services know about a resource. Whatever still holds is added again. */
  #forgetClaims(record: ResourceRecord): void {
    this.#needed.delete(recordId(record))
  }

  #hasSameAssets(stack: PlannedStack['stack'], { assets }: ResourceRecord): boolean {
    return Object.entries(assets).every(([key, version]) => this.#versionOf(stack.assets.get(key)?.path) === version)
  }

  #versionOf(path: string | undefined): string {
    return path === undefined ? '' : (this.#options.assetVersion?.(path) ?? '')
  }

  /** Returns the context of a resource, and a function that tells what the resource has used of it: a made-up name, assets. */
  async #context(
    { stackName, assets }: Pick<PlannedStack['stack'], 'stackName' | 'assets'>,
    record: Pick<ResourceRecord, 'logicalId' | 'type' | 'constructPath' | 'generation' | 'stackName'>,
    nested?: PlannedResource['nested'],
  ): Promise<{ context: ResourceContext; used: () => Pick<ResourceRecord, 'nameMadeUp' | 'assets'> }> {
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
