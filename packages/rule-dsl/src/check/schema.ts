/** A JSON Schema, as far as fields and types go. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

interface WithJsonSchema {
  readonly '~standard': { readonly jsonSchema?: { output(options: { readonly target: 'draft-2020-12' }): JsonSchema } }
}

/** A JSON Schema, or a Standard Schema that can give one (zod 4.2 and later). */
export type MessageSchema = JsonSchema | WithJsonSchema

/** The kinds of value that an expression can have. */
export type Kind = 'number' | 'string' | 'boolean' | 'array' | 'object' | 'null' | 'undefined'

export const ANYTHING: readonly Kind[] = ['number', 'string', 'boolean', 'array', 'object', 'null', 'undefined']
const DEFINED = ANYTHING.filter((kind) => kind !== 'undefined')
const MAX_REFERENCES = 50

const isStandard = (schema: MessageSchema): schema is WithJsonSchema => '~standard' in schema

/** The JSON Schema behind either form; `undefined` for a Standard Schema that has none. */
export function jsonSchemaOf(schema: MessageSchema): JsonSchema | undefined {
  if (!isStandard(schema)) return schema
  try {
    return schema['~standard'].jsonSchema?.output({ target: 'draft-2020-12' })
  } catch {
    // A schema with transforms may have no JSON form.
    return undefined
  }
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The schema without references and choices: all forms that a value may take. */
export function formsOf(schema: unknown, root: JsonSchema, depth = 0): readonly JsonSchema[] {
  if (!isSchema(schema) || depth > MAX_REFERENCES) return [{}]
  const { $ref: reference, anyOf, oneOf, allOf } = schema
  if (typeof reference === 'string') return formsOf(resolve(reference, root), root, depth + 1)
  const choices = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : undefined
  if (choices !== undefined) return choices.flatMap((choice: unknown) => formsOf(choice, root, depth + 1))
  if (Array.isArray(allOf)) return [allOf.flatMap((part: unknown) => formsOf(part, root, depth + 1)).reduce(merged, schema)]
  return [schema]
}

const merged = (a: JsonSchema, b: JsonSchema): JsonSchema => ({
  ...a,
  ...b,
  properties: { ...(a['properties'] as object | undefined), ...(b['properties'] as object | undefined) },
  required: [a['required'] ?? [], b['required'] ?? []].flat(),
})

function resolve(reference: string, root: JsonSchema): unknown {
  const path = reference.replace(/^#\/?/, '').split('/').filter((name) => name !== '')
  return path.reduce<unknown>((at, name) => (isSchema(at) ? at[name.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined), root)
}

/** The kinds that values of one form have. */
export function kindsOf(form: JsonSchema): readonly Kind[] {
  const { type, const: constant, enum: values } = form
  if (constant !== undefined) return [kindOfJson(constant)]
  if (Array.isArray(values)) return values.map(kindOfJson)
  const types: unknown[] = Array.isArray(type) ? type : type === undefined ? [] : [type]
  if (types.length === 0) return 'properties' in form ? ['object'] : DEFINED
  return types.map((name) => (name === 'integer' ? 'number' : DEFINED.find((kind) => kind === name) ?? 'object'))
}

const kindOfJson = (value: unknown): Kind =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : (DEFINED.find((kind) => kind === typeof value) ?? 'undefined')

/** The only values that a form allows, where it lists them. */
export const choicesOf = ({ const: constant, enum: values }: JsonSchema): readonly unknown[] | undefined =>
  constant !== undefined ? [constant] : Array.isArray(values) ? values : undefined

/** What a form says about a member: its schema, whether it may be missing, or that there is none of the name. */
export function memberOfForm(form: JsonSchema, name: string): { readonly schema: unknown; readonly optional: boolean } | undefined {
  const { properties, required, additionalProperties } = form
  if (isSchema(properties) && Object.hasOwn(properties, name)) {
    return { schema: properties[name], optional: !(Array.isArray(required) && required.includes(name)) }
  }
  if (isSchema(additionalProperties)) return { schema: additionalProperties, optional: true }
  if (additionalProperties === true || 'patternProperties' in form) return { schema: {}, optional: true }
  return isSchema(properties) || additionalProperties === false ? undefined : { schema: {}, optional: true }
}
