import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readServiceModel, type Member, type ServiceModel, type TypeName } from './schema.ts'

const operationsFolder = new URL('../src/operations/', import.meta.url)
const generatedFile = new URL('model.generated.ts', operationsFolder)

/** The text of `model.generated.ts`: every operation's route, and the shapes of those that a file in `src/operations` implements. */
export function generateModel(): string {
  const model = readServiceModel()
  const implemented = implementedOperations()
  const names = implemented.map((name) => {
    const operation = model.operations.find((candidate) => candidate.name === name)
    if (operation === undefined) throw new Error(`${name} is no operation of AWS IoT.`)
    return operation
  })
  const reached = reachedStructures(model, names.flatMap(({ input, output }) => [input, output]))
  return [
    '// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of @aws-sdk/client-iot and client-iot-data-plane. Do not edit.',
    'export type Service = \'iot\' | \'iotdata\'',
    'export type Route = readonly [name: string, service: Service, method: string, uri: string]',
    '',
    'export const routes: readonly Route[] = [',
    ...model.operations.map(({ name, service, method, uri }) => `  ['${name}', '${service}', '${method}', '${uri}'],`),
    ']',
    '',
    'export interface Member { readonly type: string; readonly required?: true; readonly in?: string }',
    'export type Structure = Readonly<Record<string, Member>>',
    '',
    'export const structures: Readonly<Record<string, Structure>> = {',
    ...reached.map(([name, members]) => `  ${name}: {${printMembers(members)}},`),
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

const quote = (text: string | undefined) => (text === undefined ? 'undefined' : `'${text}'`)

const printMembers = (members: Readonly<Record<string, Member>>) =>
  Object.entries(members)
    .map(([name, member]) => {
      const parts = [`type: '${member.type}'`, ...(member.required ? ['required: true'] : []), ...(member.in ? [`in: '${member.in}'`] : [])]
      return ` ${name}: { ${parts.join(', ')} }`
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

if (import.meta.main) writeFileSync(generatedFile, generateModel())
