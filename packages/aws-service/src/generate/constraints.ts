import type { Constraint } from '../model/model.ts'

/** Constraints by the name of their shape, and the shape that constrains each member of each structure. */
export interface Constraints {
  readonly shapes: Readonly<Record<string, Constraint>>
  readonly members: Readonly<Record<string, Readonly<Record<string, string>>>>
}

interface Shape extends Omit<Constraint, 'key'> {
  readonly type: string
  readonly enum?: readonly string[]
  readonly members?: Readonly<Record<string, { readonly shape: string }>>
  readonly member?: { readonly shape: string }
  readonly key?: { readonly shape: string }
  readonly value?: { readonly shape: string }
}

/** The parts read of a service description of botocore (Apache-2.0), for example `data/iot/2015-05-28/service-2.json`. */
export interface ServiceDescription {
  readonly metadata: { readonly serviceId: string }
  readonly operations: Readonly<Record<string, { readonly input?: { readonly shape: string } }>>
  readonly shapes: Readonly<Record<string, Shape>>
}

/**
 * The constraints of everything that requests of the wanted operations can hold.
 * Where two services give a shape of the same name different limits, the later one is kept under the name of its service.
 */
export function readConstraints(
  services: readonly ServiceDescription[], isWanted: (operation: string) => boolean = () => true,
): Constraints {
  const shapes: Record<string, Constraint> = {}
  const members: Record<string, Record<string, string>> = {}
  for (const service of services) {
    const named = (name: string): string | undefined => {
      const constraint = constraintOf(service.shapes, name, named)
      if (constraint === undefined) return undefined
      const known = shapes[name]
      const isSame = known === undefined || JSON.stringify(known) === JSON.stringify(constraint)
      const own = isSame ? name : `${service.metadata.serviceId.replaceAll(' ', '')}${name}`
      shapes[own] = constraint
      return own
    }
    for (const name of requestStructures(service, isWanted)) {
      const entries = Object.entries(service.shapes[name]?.members ?? {}).flatMap(([member, { shape }]) => {
        const constraint = named(shape)
        return constraint === undefined ? [] : [[member, constraint] as const]
      })
      if (entries.length > 0) members[name] ??= Object.fromEntries(entries)
    }
  }
  return { shapes: sorted(shapes), members: sorted(members) }
}

/** AWS's patterns that can take very long to refuse a text, each with an equivalent that does not. */
const HARMLESS: ReadonlyMap<string, string> = new Map([
  ['^[ \\t]*[\\x20-\\x7E]+([ \\t]+[\\x20-\\x7E]+)*[ \\t]*$', '^[\\t\\x20-\\x7E]*[\\x20-\\x7E][\\t\\x20-\\x7E]*$'],
])

function constraintOf(
  shapes: ServiceDescription['shapes'], name: string, named: (name: string) => string | undefined,
): Constraint | undefined {
  const { type, min, max, pattern, enum: oneOf, member, value, key } = shapes[name] ?? { type: 'structure' }
  if (type === 'structure') return undefined
  const of = member ?? value
  const entries = Object.entries({
    min, max, pattern: pattern === undefined ? undefined : (HARMLESS.get(pattern) ?? pattern), oneOf, of: of && named(of.shape),
    key: key && named(key.shape),
  })
  const given = entries.filter(([, entry]) => entry !== undefined)
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

function requestStructures({ operations, shapes }: ServiceDescription, isWanted: (operation: string) => boolean): readonly string[] {
  const reached = new Set<string>()
  const visit = (name: string | undefined) => {
    const shape = name === undefined ? undefined : shapes[name]
    if (name === undefined || shape === undefined || reached.has(name)) return
    reached.add(name)
    const parts = [...Object.values(shape.members ?? {}), shape.member, shape.value]
    for (const part of parts) visit(part?.shape)
  }
  for (const [name, { input }] of Object.entries(operations)) if (isWanted(name)) visit(input?.shape)
  return [...reached].filter((name) => shapes[name]?.type === 'structure')
}

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Prints one line for each shape and each structure, so that a change of the model shows as one changed line. */
export function printConstraints({ shapes, members }: Constraints): string {
  const lines = (record: object) =>
    Object.entries(record).map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n')
  return `{\n  "shapes": {\n${lines(shapes)}\n  },\n  "members": {\n${lines(members)}\n  }\n}\n`
}
