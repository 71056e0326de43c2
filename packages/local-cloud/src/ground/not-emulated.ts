import { ignored, text, type PropertyTable } from './property.ts'
import { replacement, resource, type CreatedResource, type ResourceContext } from './resource.ts'

/** A resource that others may name, and that does nothing here. */
interface NotEmulated<Name extends string> {
  /** Its name, by which it is replaced as well. */
  readonly name: Name
  /** What CloudFormation takes beside it. */
  readonly others: readonly string[]
  /** What is missed, as the log says it at the start. */
  readonly says: string
  created(name: string, context: ResourceContext): CreatedResource
}

/** A type that a stack may hold, and that is told at the start as not emulated: all else of the stack runs. */
export function notEmulated<Name extends string>(type: string, { name, others, says, created }: NotEmulated<Name>) {
  const tell = ({ ground, constructPath }: ResourceContext): void => ground.log({ level: 'warn', source: 'cloud', message: says, constructPath })
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
