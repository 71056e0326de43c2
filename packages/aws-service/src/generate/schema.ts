import type { Member as ModelMember } from '../model/model.ts'

/** A type in the generated table: `struct:Name`, `list:TYPE`, `map:TYPE` or a simple type's name. */
export type TypeName = string

/** One member as the SDK's schema describes it. The schema has no constraints. */
export type SchemaMember = Omit<ModelMember, 'constraint'>

/** An operation of the service model: its route, and the names of its request and response structures. */
export interface ModelOperation {
  readonly name: string
  /** The service name in the signatures of its requests. */
  readonly service: string
  /** The HTTP method. Only REST protocols use it. */
  readonly method: string
  readonly uri: string
  readonly input: string | undefined
  readonly output: string | undefined
}

export interface ServiceModel {
  readonly operations: readonly ModelOperation[]
  readonly structures: ReadonlyMap<string, Readonly<Record<string, SchemaMember>>>
}

const SIMPLE: Readonly<Record<number, string>> = {
  0: 'string', 1: 'number', 2: 'boolean', 4: 'timestamp', 5: 'timestamp', 6: 'timestamp', 7: 'timestamp', 15: 'json', 21: 'blob',
  42: 'blob',
}
const LIST = 64
const MAP = 128

/** The exports of an `@aws-sdk` client, among them the schemas of its service, and the service name in the signatures of its requests. */
export interface ClientSchemas {
  readonly service: string
  readonly client: object
}

/** Reads the operations and structures of services from the schemas of the installed SDK clients. */
export function readServiceModel(clients: readonly ClientSchemas[]): ServiceModel {
  const structures = new Map<string, Record<string, SchemaMember>>()
  const operations = clients.flatMap(operationsOf).map(({ schema, service }) => {
    const [, , name, traits, input, output] = schema
    // Protocols that are no REST have no traits.
    const [method, uri] = typeof traits === 'object' && traits !== null && 'http' in traits
      ? (traits.http as readonly [string, string])
      : ['POST', '/']
    return { name, service, method, uri, input: structureName(input, structures), output: structureName(output, structures) }
  })
  return { operations: operations.sort((a, b) => (a.name < b.name ? -1 : 1)), structures }
}

type OperationSchema = readonly [9, string, string, unknown, unknown, unknown]

function operationsOf({ client, service }: ClientSchemas) {
  return Object.values(client)
    .filter((value): value is OperationSchema => Array.isArray(value) && value[0] === 9)
    .map((schema) => ({ schema, service }))
}

function structureName(reference: unknown, structures: Map<string, Record<string, SchemaMember>>): string | undefined {
  const type = typeName(reference, structures)
  return type.startsWith('struct:') ? type.slice('struct:'.length) : undefined
}

function typeName(reference: unknown, structures: Map<string, Record<string, SchemaMember>>): TypeName {
  const schema: unknown = typeof reference === 'function' ? reference() : reference
  if (typeof schema === 'number') return simpleType(schema)
  if (schema === 'unit') return 'unit'
  if (!Array.isArray(schema)) throw new Error(`Not a schema: ${String(schema)}`)
  // A schema with traits.
  if (schema.length === 2 || typeof schema[0] !== 'number') return typeName(schema[0], structures)
  const name = String(schema[2])
  if (schema[0] === 0) return typeName(schema[4], structures)
  if (schema[0] === 1) return `list:${typeName(schema[4], structures)}`
  if (schema[0] === 2) return `map:${typeName(schema[5], structures)}`
  if (name === 'Unit') return 'unit'
  if (!structures.has(name)) readStructure(name, schema, structures)
  return `struct:${name}`
}

function simpleType(code: number): TypeName {
  if (code >= MAP) return `map:${simpleType(code - MAP)}`
  if (code >= LIST) return `list:${simpleType(code - LIST)}`
  return SIMPLE[code] ?? 'json'
}

function readStructure(name: string, schema: readonly unknown[], structures: Map<string, Record<string, SchemaMember>>): void {
  const members: Record<string, SchemaMember> = {}
  structures.set(name, members)
  // The schema's layout: member names, member types (each maybe with traits), and how many of the first are required.
  const [, , , , names, types, required] = schema as [number, string, string, unknown, string[], unknown[], number | undefined]
  for (const [index, member] of names.entries()) {
    const entry = types[index]
    const [type, traits] = Array.isArray(entry) && typeof entry[0] !== 'string' && entry.length === 2 ? entry : [entry, 0]
    const location = locationOf(traits)
    members[member] = {
      type: typeName(type, structures),
      ...(index < (required ?? 0) ? { required: true as const } : {}),
      ...(location === undefined ? {} : { in: location }),
    }
  }
}

const LABEL = 1
const PAYLOAD = 16
const STATUS_CODE = 32

function locationOf(traits: unknown): SchemaMember['in'] {
  if (typeof traits === 'number')
    return traits & LABEL ? 'label' : traits & PAYLOAD ? 'payload' : traits & STATUS_CODE ? 'status' : undefined
  const { httpQuery, httpHeader, httpLabel, httpPayload } = traits as Record<string, string | undefined>
  if (httpLabel !== undefined) return 'label'
  if (httpPayload !== undefined) return 'payload'
  if (httpQuery !== undefined) return `query:${httpQuery}`
  return httpHeader === undefined ? undefined : `header:${httpHeader}`
}
