import fc from 'fast-check'

/** The part of JSON Schema that the API's document is made of. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
}

/** Values that a schema takes. Throws for a schema that it does not know how to fill. */
export function arbitraryOf(schema: JsonSchema, components: Readonly<Record<string, JsonSchema>> = {}): fc.Arbitrary<unknown> {
  const inner = (part: JsonSchema) => arbitraryOf(part, components)
  if (schema.$ref !== undefined) {
    const named = components[schema.$ref.split('/').at(-1) ?? '']
    if (named !== undefined) return inner(named)
  }
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const oneOf = schema.anyOf ?? schema.oneOf
  if (oneOf !== undefined) return fc.oneof(...oneOf.map(inner))
  const { exclusiveMinimum: above = -1e6 - 1, minimum: min = above + 1, maximum: max = 1e6 } = schema
  switch (schema.type) {
    case 'string': return textOf(schema)
    case 'integer': return fc.integer({ min: Math.max(min, -1e9), max: Math.min(max, 1e9) })
    case 'number': return fc.double({ min, max, noNaN: true })
    case 'boolean': return fc.boolean()
    case 'array': return fc.array(inner(schema.items ?? {}), { maxLength: 5 })
    case 'object': return fc.record(
      Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, inner(part)])),
      { requiredKeys: [...(schema.required ?? [])], noNullPrototype: true },
    )
    default: throw new Error(`No values are known for the schema ${JSON.stringify(schema)}.`)
  }
}

function textOf({ pattern, minLength = 0, maxLength = minLength + 20 }: JsonSchema): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 20) })
}
