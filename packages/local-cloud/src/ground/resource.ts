import type { FileAsset } from './file-asset.ts'
import type { Ground } from './ground.ts'
import type { Needs } from './permissions.ts'
import type { Used, Uses } from './service-name.ts'
import { readProperties, type PropertiesOf, type PropertyTable, type Report } from './property.ts'

/** The return values of a resource: its `Ref`, and the attributes that `Fn::GetAtt` reads. */
export interface CreatedResource {
  readonly ref: string
  readonly attributes?: Readonly<Record<string, string>>
}

/** The return values of a resource after an update. */
export interface UpdatedResource extends CreatedResource {
  /** Set where the update created a new resource, as custom resources may do. The old one is removed once nothing refers to it. */
  readonly replaced?: true
}

/** What the functions of a resource type are given beside its properties. `Services` are those that the type uses. */
export interface ResourceContext<Services = unknown> {
  readonly stackName: string
  readonly logicalId: string
  /** The type as the template names it. */
  readonly type: string
  /** An id that no other resource of the run has. Services file under it what the resource adds to them, and remove it by the id. */
  readonly id: string
  readonly constructPath: string
  readonly region: string
  readonly accountId: string
  readonly services: Services
  readonly ground: Ground
  /** Records what AWS would refuse without a permission. */
  readonly needs: Needs
  /** Makes up a name as CloudFormation does, from stack, logical id and a suffix. It has at most `maxLength` characters (default 64). */
  physicalName(maxLength?: number): string
  /** `arn:aws:{service}:{region}:{account}:{resource}`. */
  arn(service: string, resource: string): string
  /** Deploys this resource as a nested stack, and returns the outputs of the stack. */
  applyNested(parameters: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>
  /** Finds the asset with an object key; `undefined` where the assembly has none. */
  asset(objectKey: string): FileAsset | undefined
}

/** Returned by `update` where AWS replaces the resource: a new one is created, and the old one removed once nothing refers to it. */
export const replacement = Symbol('replacement')

/** An existing resource, with its properties as of its creation or last change. */
export interface Existing<Properties> extends CreatedResource {
  readonly properties: Properties
}

type Awaitable<T> = T | Promise<T>
type Resolved = Readonly<Record<string, unknown>>

/**
 * A CloudFormation resource type: its properties, and how resources are created, changed and removed. Intrinsic functions in properties
 * are resolved, except for `check`.
 */
export interface ResourceType {
  readonly type: string
  /** The services that its functions use. */
  readonly uses: Uses
  /** Whether its engine keeps resources in the data folder. Such a resource is restored at the next start instead of created. */
  readonly kept: boolean
  /** Reports every property that can't be honoured; intrinsic functions are not resolved yet. */
  check(properties: Resolved, report: Report): void
  create(properties: Resolved, context: ResourceContext): Promise<CreatedResource>
  update(properties: Resolved, existing: Existing<Resolved>, context: ResourceContext): Promise<UpdatedResource | typeof replacement>
  remove(existing: Existing<Resolved>, context: ResourceContext): Promise<void>
  restore(existing: Existing<Resolved>, context: ResourceContext): Promise<CreatedResource>
  status(existing: Existing<Resolved>, context: ResourceContext): Promise<Status>
}

/** The state of a resource for the page of the run, for example `{ messages: 3, 'in flight': 1 }`. */
export type Status = Readonly<Record<string, string | number>>

/** The definition of a resource type. Functions marked `?` are optional; the comment of each says what happens without it. */
export interface Definition<Table extends PropertyTable, Context> {
  /** The supported properties with their kinds, and the `ignored(reason)` and `refused(reason)` ones. Any other property is refused. */
  readonly properties: Table
  create(properties: PropertiesOf<Table>, context: Context): Awaitable<CreatedResource>
  /**
   * Changes the resource in place and keeps its data, or returns `replacement`.
   * Absent: the resource is removed and created anew under the same name, which suits types that hold no data, such as policies, routes
   * and functions.
   */
  update?(
    properties: PropertiesOf<Table>, existing: Existing<PropertiesOf<Table>>, context: Context,
  ): Awaitable<UpdatedResource | typeof replacement>
  /** Removes the resource with everything in it; it may be gone already. Absent: there is nothing to remove. */
  remove?(existing: Existing<PropertiesOf<Table>>, context: Context): Awaitable<void>
  /**
   * Brings a resource back when a new run opens the same data folder. The engine has kept the resource, as a table with its items; this
   * adds what the engine does not keep. Answers the resource's values where they can change, as addresses do. Absent: the resource is
   * created at every start.
   */
  restore?(existing: Existing<PropertiesOf<Table>>, context: Context): Awaitable<CreatedResource> | Awaitable<void>
  /** Returns the state of the resource for the page of the run. Absent: it shows none. */
  status?(existing: Existing<PropertiesOf<Table>>, context: Context): Awaitable<Status>
}

/**
 * Defines a CloudFormation resource type. Each has a file of its own in `services/<name>/resources/`. The type is given the services in
 * `uses` and no others; absent: none.
 *
 * @example
 * export const logGroup = resource('AWS::Logs::LogGroup', {
 *   uses: { logs },
 *   properties: { LogGroupName: text, RetentionInDays: ignored('logs are not kept') },
 *   create: ({ LogGroupName }, { services: { logs }, physicalName, arn }) => { … return { ref: name, attributes: { Arn } } },
 * })
 */
export function resource<Table extends PropertyTable, const Names extends Uses = Record<never, never>>(
  type: string,
  definition: Definition<Table, ResourceContext<Used<Names>>> & { readonly uses?: Names },
): ResourceType {
  // A deployment gives each type the services that it says it uses.
  const own = (context: ResourceContext) => context as ResourceContext<Used<Names>>
  const read = (properties: Resolved): PropertiesOf<Table> => {
    const problems: string[] = []
    const result = readProperties(definition.properties, properties, '', (at, reason) => problems.push(`${at} ${reason}`))
    if (problems.length > 0) throw new TypeError(problems.join('; '))
    return result
  }
  const readExisting = (existing: Existing<Resolved>) => ({ ...existing, properties: read(existing.properties) })
  return {
    type,
    uses: definition.uses ?? {},
    kept: definition.restore !== undefined,
    check: (properties, report) => void readProperties(definition.properties, properties, '', report),
    create: async (properties, context) => definition.create(read(properties), own(context)),
    async update(properties, existing, context) {
      const next = read(properties)
      if (definition.update !== undefined) return definition.update(next, readExisting(existing), own(context))
      await definition.remove?.(readExisting(existing), own(context))
      return definition.create(next, own(context))
    },
    remove: async (existing, context) => definition.remove?.(readExisting(existing), own(context)),
    async restore(existing, context) {
      const { ref, attributes = {} } = existing
      return await definition.restore?.(readExisting(existing), own(context)) ?? { ref, attributes }
    },
    status: async (existing, context) => await definition.status?.(readExisting(existing), own(context)) ?? {},
  }
}
