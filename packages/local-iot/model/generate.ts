import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { knownConstraints, type Constraint } from './constraints.ts'
import { withMissingOperations } from './gaps.ts'
import { readServiceModel, type Member, type ServiceModel, type TypeName } from './schema.ts'

const operationsFolder = new URL('../src/operations/', import.meta.url)
const generatedFile = new URL('model.generated.ts', operationsFolder)
const gapsFile = new URL('../KNOWN-GAPS.md', import.meta.url)

/** The text of `model.generated.ts`: every operation's route, and the shapes of those that a file in `src/operations` implements. */
export function generateModel(): string {
  const model = readServiceModel()
  const constraints = knownConstraints()
  const implemented = implementedOperations()
  const names = implemented.map((name) => {
    const operation = model.operations.find((candidate) => candidate.name === name)
    if (operation === undefined) throw new Error(`${name} is no operation of AWS IoT.`)
    return operation
  })
  const reached = reachedStructures(model, names.flatMap(({ input, output }) => [input, output]))
  const constraintOf = (structure: string, member: string) => constraints.members[structure]?.[member]
  return [
    '// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of @aws-sdk/client-iot and client-iot-data-plane,',
    '// and constraints.json. Do not edit.',
    'export type Service = \'iot\' | \'iotdata\'',
    'export type Route = readonly [name: string, service: Service, method: string, uri: string]',
    '',
    'export const routes: readonly Route[] = [',
    ...model.operations.map(({ name, service, method, uri }) => `  ['${name}', '${service}', '${method}', '${uri}'],`),
    ']',
    '',
    'export interface Member { readonly type: string; readonly required?: true; readonly in?: string; readonly constraint?: string }',
    'export type Structure = Readonly<Record<string, Member>>',
    '',
    'export const structures: Readonly<Record<string, Structure>> = {',
    ...reached.map(([name, members]) => `  ${name}: {${printMembers(members, (member) => constraintOf(name, member))}},`),
    '}',
    '',
    'export interface Constraint {',
    '  readonly min?: number',
    '  readonly max?: number',
    '  readonly pattern?: string',
    '  readonly oneOf?: readonly string[]',
    '  readonly of?: string',
    '  readonly key?: string',
    '}',
    '',
    'export const constraints: Readonly<Record<string, Constraint>> = {',
    ...reachedConstraints(constraints.shapes, reached.flatMap(([name, members]) => Object.keys(members).map((member) => constraintOf(name, member)))),
    '}',
    '',
    'export const shapesOf: Readonly<Record<string, { readonly input: string | undefined; readonly output: string | undefined }>> = {',
    ...names.map(({ name, input, output }) => `  ${name}: { input: ${quote(input)}, output: ${quote(output)} },`),
    '}',
    '',
    ...reached.flatMap(([name, members]) => [`export interface ${name} {`, ...printProperties(members), '}', '']),
    'export interface OperationTypes {',
    ...names.map(({ name, input, output }) => `  ${name}: { input: ${input ?? 'Record<string, never>'}; output: ${output ?? 'void'} }`),
    '}',
    '',
  ].join('\n')
}

/** The operations that a file in `src/operations` implements, by their `operation('Name', …)`. */
export function implementedOperations(): string[] {
  return readdirSync(operationsFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(new URL(file, operationsFolder), 'utf8').matchAll(/= operation\('(\w+)'/g)].map((match) => match[1] ?? ''))
    .sort()
}

function reachedStructures({ structures }: ServiceModel, roots: readonly (string | undefined)[]) {
  const reached = new Map<string, Readonly<Record<string, Member>>>()
  const visit = (name: string | undefined) => {
    const members = name === undefined ? undefined : structures.get(name)
    if (name === undefined || members === undefined || reached.has(name)) return
    reached.set(name, members)
    for (const { type } of Object.values(members)) visit(/struct:(\w+)$/.exec(type)?.[1])
  }
  for (const root of roots) visit(root)
  return [...reached].sort(([a], [b]) => (a < b ? -1 : 1))
}

function reachedConstraints(shapes: Readonly<Record<string, Constraint>>, roots: readonly (string | undefined)[]): string[] {
  const reached = new Set<string>()
  const visit = (name: string | undefined) => {
    if (name === undefined || reached.has(name)) return
    reached.add(name)
    visit(shapes[name]?.of)
    visit(shapes[name]?.key)
  }
  for (const root of roots) visit(root)
  return [...reached].sort().map((name) => `  ${name}: ${JSON.stringify(shapes[name])},`)
}

const quote = (text: string | undefined) => (text === undefined ? 'undefined' : `'${text}'`)

const printMembers = (members: Readonly<Record<string, Member>>, constraintOf: (member: string) => string | undefined) =>
  Object.entries(members)
    .map(([name, member]) => {
      const { type, required, in: place } = member
      const constraint = constraintOf(name)
      const parts = { type: `'${type}'`, required: required && 'true', in: place && `'${place}'`, constraint: constraint && `'${constraint}'` }
      const given = Object.entries(parts).filter(([, text]) => text !== undefined)
      return ` ${name}: { ${given.map(([key, text]) => `${key}: ${text}`).join(', ')} }`
    })
    .join(',') + ' '

const printProperties = (members: Readonly<Record<string, Member>>) =>
  Object.entries(members).map(([name, { type, required }]) =>
    required ? `  readonly ${name}: ${typeText(type)}` : `  readonly ${name}?: ${typeText(type)} | undefined`,
  )

function typeText(type: TypeName): string {
  if (type.startsWith('list:')) return `readonly (${typeText(type.slice('list:'.length))})[]`
  if (type.startsWith('map:')) return `Readonly<Record<string, ${typeText(type.slice('map:'.length))}>>`
  if (type.startsWith('struct:')) return type.slice('struct:'.length)
  if (type === 'timestamp') return 'Date'
  if (type === 'blob') return 'Uint8Array'
  return type === 'json' ? 'unknown' : type
}

if (import.meta.main) {
  writeFileSync(generatedFile, generateModel())
  writeFileSync(gapsFile, withMissingOperations(readFileSync(gapsFile, 'utf8'), implementedOperations()))
}
