import type { Constraints } from './constraints.ts'
import type { ModelOperation, SchemaMember, ServiceModel, TypeName } from './schema.ts'

/** What `printModel` prints. */
export interface PrintedModel {
  readonly model: ServiceModel
  readonly constraints: Constraints
  /** Names of the operations whose shapes are printed. */
  readonly implemented: readonly string[]
  /** The comment at the top, line by line and without slashes: which program made the file, and from what. */
  readonly madeBy: readonly string[]
  /** Whether the service has a REST protocol. If so, the routes of all its operations are printed. */
  readonly isRest?: boolean
  /** The TypeScript types of bytes and times. Default: `Uint8Array` and `Date`. */
  readonly types?: { readonly blob: string; readonly timestamp: string }
  /** The URL of AWS's page about an operation. */
  readonly docs: (operation: ModelOperation) => string
}

/**
 * Returns the text of a `model.generated.ts`: shapes and constraints of the implemented operations, as data, and their types.
 * Throws for an operation that the service does not have.
 */
export function printModel(
  { model, constraints, implemented, madeBy, isRest = false, types = { blob: 'Uint8Array', timestamp: 'Date' }, docs }: PrintedModel,
): string {
  const operations = implemented.map((name) => {
    const operation = model.operations.find((candidate) => candidate.name === name)
    if (operation === undefined) throw new Error(`${name} is no operation of the service.`)
    return operation
  })
  const reached = reachedStructures(model, operations.flatMap(({ input, output }) => [input, output]))
  const constraintOf = (structure: string, member: string) => constraints.members[structure]?.[member]
  const wanted = reached.flatMap(([name, members]) => Object.keys(members).map((member) => constraintOf(name, member)))
  return [
    ...madeBy.map((line) => `// ${line}`),
    `import type { Model${isRest ? ', Route' : ''} } from '@keg/aws-service'`,
    '',
    ...(isRest ? printRoutes(model.operations) : []),
    'export const model: Model = {',
    '  structures: {',
    ...reached.map(([name, members]) => `    ${name}: {${printMembers(members, (member) => constraintOf(name, member))}},`),
    '  },',
    '  constraints: {',
    ...reachedConstraints(constraints.shapes, wanted),
    '  },',
    '  shapesOf: {',
    ...operations.map(({ name, input, output }) => `    ${name}: { input: ${quote(input)}, output: ${quote(output)} },`),
    '  },',
    '}',
    '',
    ...reached.flatMap(([name, members]) => [`export interface ${interfaceName(name)} {`, ...printProperties(members, types), '}', '']),
    'export interface OperationTypes {',
    ...operations.flatMap((operation) => [
      `  /** @see ${docs(operation)} */`,
      `  ${operation.name}: { input: ${interfaceName(operation.input) ?? 'Record<string, never>'}; output: ${interfaceName(operation.output) ?? 'void'} }`,
    ]),
    '}',
    '',
  ].join('\n')
}

function printRoutes(operations: readonly ModelOperation[]): string[] {
  const services = [...new Set(operations.map(({ service }) => service))].sort()
  return [
    `export type Service = ${services.map(quote).join(' | ')}`,
    '',
    'export const routes: readonly Route<Service>[] = [',
    ...operations.map(({ name, service, method, uri }) => `  ['${name}', '${service}', '${method}', '${uri}'],`),
    ']',
    '',
  ]
}

function reachedStructures({ structures }: ServiceModel, roots: readonly (string | undefined)[]) {
  const reached = new Map<string, Readonly<Record<string, SchemaMember>>>()
  const visit = (name: string | undefined) => {
    const members = name === undefined ? undefined : structures.get(name)
    if (name === undefined || members === undefined || reached.has(name)) return
    reached.set(name, members)
    for (const { type } of Object.values(members)) visit(/struct:(\w+)$/.exec(type)?.[1])
  }
  for (const root of roots) visit(root)
  return [...reached].sort(([a], [b]) => (a < b ? -1 : 1))
}

function reachedConstraints(shapes: Constraints['shapes'], roots: readonly (string | undefined)[]): string[] {
  const reached = new Set<string>()
  const visit = (name: string | undefined) => {
    if (name === undefined || reached.has(name)) return
    reached.add(name)
    visit(shapes[name]?.of)
    visit(shapes[name]?.key)
  }
  for (const root of roots) visit(root)
  return [...reached].sort().map((name) => `    ${name}: ${JSON.stringify(shapes[name])},`)
}

const quote = (text: string | undefined) => (text === undefined ? 'undefined' : `'${text}'`)
/** Some member names are no TypeScript identifiers, for example `x-amz-meta`. */
const key = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`)

const printMembers = (members: Readonly<Record<string, SchemaMember>>, constraintOf: (member: string) => string | undefined) =>
  Object.entries(members)
    .map(([name, member]) => {
      const { type, required, in: place } = member
      const constraint = constraintOf(name)
      const parts = {
        type: `'${type}'`, required: required && 'true', in: place && `'${place}'`, constraint: constraint && `'${constraint}'`,
      }
      const given = Object.entries(parts).filter(([, text]) => text !== undefined)
      return ` ${key(name)}: { ${given.map(([part, text]) => `${part}: ${text}`).join(', ')} }`
    })
    .join(',') + ' '

const printProperties = (members: Readonly<Record<string, SchemaMember>>, types: Required<PrintedModel>['types']) =>
  Object.entries(members).map(([name, { type, required }]) =>
    required ? `  readonly ${key(name)}: ${typeText(type, types)}` : `  readonly ${key(name)}?: ${typeText(type, types)} | undefined`,
  )

/** Structures named like a built-in type of TypeScript. They get the name that the SDK gives them. */
const TAKEN: ReadonlySet<string> = new Set(['Date', 'Record'])

function interfaceName<Name extends string | undefined>(name: Name): Name | `_${string}` {
  return name !== undefined && TAKEN.has(name) ? `_${name}` : name
}

function typeText(type: TypeName, types: Required<PrintedModel>['types']): string {
  if (type.startsWith('list:')) return `readonly (${typeText(type.slice('list:'.length), types)})[]`
  if (type.startsWith('map:')) return `Readonly<Record<string, ${typeText(type.slice('map:'.length), types)}>>`
  if (type.startsWith('struct:')) return interfaceName(type.slice('struct:'.length))
  if (type === 'timestamp') return types.timestamp
  if (type === 'blob') return types.blob
  return type === 'json' ? 'unknown' : type
}
