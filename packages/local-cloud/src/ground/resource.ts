import type { FileAsset } from './file-asset.ts'
import type { Ground } from './ground.ts'
import type { Needs } from './permissions.ts'
import type { Used, Uses } from './service-name.ts'
import { readProperties, type PropertiesOf, type PropertyTable, type Report } from './property.ts'

/** What a resource comes to: its `Ref`, and what `Fn::GetAtt` finds by name. */
export interface CreatedResource {
  readonly ref: string
  readonly attributes?: Readonly<Record<string, string>>
}

/** What an update comes to. */
export interface UpdatedResource extends CreatedResource {
  /** Another one has taken its place already, as custom resources may do: the one before is removed once nothing refers to it. */
  readonly replaced?: true
}

/** Where a resource is created, and with what; `Services` are those that its type uses. */
export interface ResourceContext<Services = unknown> {
  readonly stackName: string
  readonly logicalId: string
  /** As the template names it. */
  readonly type: string
  /** Of this resource alone in the whole run: what it adds to services is theirs to remove by it. */
  readonly id: string
  readonly constructPath: string
  readonly region: string
  readonly accountId: string
  readonly services: Services
  readonly ground: Ground
  /** Takes down what AWS would refuse without a permission. */
  readonly needs: Needs
  /** A name as CloudFormation makes it up: stack, logical id and a suffix, at most `maxLength` characters (default 64). */
  physicalName(maxLength?: number): string
  /** `arn:aws:{service}:{region}:{account}:{resource}`. */
  arn(service: string, resource: string): string
  /** Deploys the nested stack that the resource is, and answers its outputs. */
  applyNested(parameters: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>
  /** The asset published under an object key; `undefined` when the assembly has none. */
  asset(objectKey: string): FileAsset | undefined
}

/** What `update` answers where AWS puts a new resource in the place of the one that is there, which is removed once nothing refers to it. */
export const replacement = Symbol('replacement')

/** A resource that is there, with the properties that it was created with or last changed to. */
export interface Existing<Properties> extends CreatedResource {
  readonly properties: Properties
}

type Awaitable<T> = T | Promise<T>
type Resolved = Readonly<Record<string, unknown>>

/** One CloudFormation type: which properties it has here, and how it is created, changed and removed. Properties come resolved, but for `check`. */
export interface ResourceType {
  readonly type: string
  /** The services that it is given. */
  readonly uses: Uses
  /** Its engine keeps it in the data folder: one that is there already is restored instead of created. */
  readonly kept: boolean
  /** Reports every property that can't be honoured; intrinsic functions are not resolved yet. */
  check(properties: Resolved, report: Report): void
  create(properties: Resolved, context: ResourceContext): Promise<CreatedResource>
  update(properties: Resolved, existing: Existing<Resolved>, context: ResourceContext): Promise<UpdatedResource | typeof replacement>
  remove(existing: Existing<Resolved>, context: ResourceContext): Promise<void>
  restore(existing: Existing<Resolved>, context: ResourceContext): Promise<CreatedResource>
  status(existing: Existing<Resolved>, context: ResourceContext): Promise<Status>
}

/** What a look at a resource tells, by name: `{ messages: 3, 'in flight': 1 }`. */
export type Status = Readonly<Record<string, string | number>>

/** Defines a type. A function may be left out: its comment says what happens then. */
export interface Definition<Table extends PropertyTable, Context> {
  /** Supported properties with their kind, `ignored(reason)` and `refused(reason)` ones; any other is refused. */
  readonly properties: Table
  create(properties: PropertiesOf<Table>, context: Context): Awaitable<CreatedResource>
  /**
   * Changes it where it is, its data kept, or answers `replacement`.
   * Absent: it is removed and created anew under the same name, as is right for what has nothing to lose: policies, routes, functions.
   */
  update?(properties: PropertiesOf<Table>, existing: Existing<PropertiesOf<Table>>, context: Context): Awaitable<UpdatedResource | typeof replacement>
  /** Removes it with all that it holds; it may be gone already. Absent: there is nothing to remove. */
  remove?(existing: Existing<PropertiesOf<Table>>, context: Context): Awaitable<void>
  /**
   * Brings a resource back when a new run opens the same data folder. The engine has kept the resource, as a table with its items; this adds what the
   * engine does not keep. Answers the resource's values where they can change, as addresses do. Absent: the resource is created at every start.
   */
  restore?(existing: Existing<PropertiesOf<Table>>, context: Context): Awaitable<CreatedResource> | Awaitable<void>
  /** What a look at it tells now, for the page of the run. Absent: nothing. */
  status?(existing: Existing<PropertiesOf<Table>>, context: Context): Awaitable<Status>
}

/**
 * A CloudFormation type, one file each, in `services/<name>/resources/`, named by its service. `uses` are the services that it is given, and no others; absent: none.
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
