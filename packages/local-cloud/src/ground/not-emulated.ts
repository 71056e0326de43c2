import { ignored, text, type PropertyTable } from './property.ts'
import { replacement, resource, type CreatedResource, type ResourceContext } from './resource.ts'

/** A resource that other resources may refer to, and that does nothing here. */
interface NotEmulated<Name extends string> {
  /** The property with its name. A change of it replaces the resource. */
  readonly name: Name
  /** The other properties that CloudFormation accepts. */
  readonly others: readonly string[]
  /** What does not happen without it, for the log at the start. */
  readonly says: string
  created(name: string, context: ResourceContext): CreatedResource
}

/** Defines a resource type that is accepted but does nothing. The log says so at the start; everything else in the stack runs. */
export function notEmulated<Name extends string>(type: string, { name, others, says, created }: NotEmulated<Name>) {
  const tell = ({ ground, constructPath }: ResourceContext): void =>
    ground.log({ level: 'warn', source: 'cloud', message: says, constructPath })
  const properties: PropertyTable = { [name]: text, ...Object.fromEntries(others.map((other) => [other, ignored('nothing looks at it')])) }
  return resource(type, {
    properties,
    create(given, context) {
      tell(context)
      return created(String(given[name] ?? context.physicalName()), context)
    },
    update: (given, { ref, attributes = {}, properties: before }) => (given[name] === before[name] ? { ref, attributes } : replacement),
    restore: (_record, context) => tell(context),
  })
}
