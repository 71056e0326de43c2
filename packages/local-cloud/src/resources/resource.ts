import type { FileAsset } from '../assembly/read-assembly.ts'
import type { Services } from '../services/services.ts'
import { readProperties, type PropertiesOf, type PropertyTable, type Report } from '../properties/property.ts'

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

/** Where a resource is created, and with what. */
export interface ResourceContext {
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
export interface Definition<Table extends PropertyTable> {
  /** Supported properties with their kind, `ignored(reason)` and `refused(reason)` ones; any other is refused. */
  readonly properties: Table
  create(properties: PropertiesOf<Table>, context: ResourceContext): Awaitable<CreatedResource>
  /**
   * Changes it where it is, its data kept, or answers `replacement`.
   * Absent: it is removed and created anew under the same name, as is right for what has nothing to lose: policies, routes, functions.
   */
  update?(properties: PropertiesOf<Table>, existing: Existing<PropertiesOf<Table>>, context: ResourceContext): Awaitable<UpdatedResource | typeof replacement>
  /** Removes it with all that it holds; it may be gone already. Absent: there is nothing to remove. */
  remove?(existing: Existing<PropertiesOf<Table>>, context: ResourceContext): Awaitable<void>
  /**
   * Brings a resource back when a new run opens the same data folder. The engine has kept the resource, as a table with its items; this adds what the
   * engine does not keep. Answers the resource's values where they can change, as addresses do. Absent: the resource is created at every start.
   */
  restore?(existing: Existing<PropertiesOf<Table>>, context: ResourceContext): Awaitable<CreatedResource> | Awaitable<void>
  /** What a look at it tells now, for the page of the run. Absent: nothing. */
  status?(existing: Existing<PropertiesOf<Table>>, context: ResourceContext): Awaitable<Status>
}

/**
 * A CloudFormation type, one file each, registered in `registry.ts`.
 *
 * @example
 * export const logGroup = resource('AWS::Logs::LogGroup', {
 *   properties: { LogGroupName: text, RetentionInDays: ignored('logs are not kept') },
 *   create: ({ LogGroupName }, { physicalName, arn }) => { … return { ref: name, attributes: { Arn } } },
 * })
 */
export function resource<Table extends PropertyTable>(type: string, definition: Definition<Table>): ResourceType {
  const read = (properties: Resolved): PropertiesOf<Table> => {
    const problems: string[] = []
    const result = readProperties(definition.properties, properties, '', (at, reason) => problems.push(`${at} ${reason}`))
    if (problems.length > 0) throw new TypeError(problems.join('; '))
    return result
  }
  const readExisting = (existing: Existing<Resolved>) => ({ ...existing, properties: read(existing.properties) })
  return {
    type,
    kept: definition.restore !== undefined,
    check: (properties, report) => void readProperties(definition.properties, properties, '', report),
    create: async (properties, context) => definition.create(read(properties), context),
    async update(properties, existing, context) {
      const next = read(properties)
      if (definition.update !== undefined) return definition.update(next, readExisting(existing), context)
      await definition.remove?.(readExisting(existing), context)
      return definition.create(next, context)
    },
    remove: async (existing, context) => definition.remove?.(readExisting(existing), context),
    async restore(existing, context) {
      const { ref, attributes = {} } = existing
      return await definition.restore?.(readExisting(existing), context) ?? { ref, attributes }
    },
    status: async (existing, context) => await definition.status?.(readExisting(existing), context) ?? {},
  }
}
