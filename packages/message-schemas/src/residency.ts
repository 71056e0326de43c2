import * as z from 'zod'

const MARK = 'site'

/**
 * Marks a field that may not leave its site: who held the glass, for one. A gateway whose site says so holds it back from all that goes to
 * the cloud. It becomes optional, so that a message is whole without it, and the mark stands in the JSON Schema as `"residency": "site"`.
 *
 * @example z.object({ volumeMl: z.int(), cardId: stays(z.string().max(64)) })
 */
export const stays = <Schema extends z.ZodType>(schema: Schema): z.ZodOptional<Schema> => z.optional(schema).meta({ residency: MARK })

/** A value without its marked fields, and what they held: every text, number and key in them. */
export interface Parted {
  readonly leaves: unknown
  readonly stayed: readonly string[]
}

/**
 * Takes the fields that {@link stays} marks out of a value, at any depth. The value need not fit the schema: what the schema does not name
 * stays as it is.
 *
 * @example
 * const schema = z.object({ volumeMl: z.number(), cardId: stays(z.string()) })
 * partResidents(schema, { volumeMl: 300, cardId: 'c-1' })  // { leaves: { volumeMl: 300 }, stayed: ['c-1'] }
 */
export function partResidents(schema: z.ZodType, value: unknown): Parted {
  const stayed: string[] = []
  return { leaves: part(schema, value, stayed), stayed }
}

/**
 * Whether a schema has a field, at any depth, that {@link stays} marks.
 *
 * @example hasResidents(z.object({ cardId: stays(z.string()) }))  // true
 */
export function hasResidents(schema: z.ZodType): boolean {
  return isMarked(schema) || inner(schema).some(hasResidents)
}

const isMarked = (schema: z.ZodType): boolean => schema.meta()?.['residency'] === MARK

function part(schema: z.ZodType, value: unknown, stayed: string[]): unknown {
  if (isMarked(schema)) {
    collect(value, stayed)
    return undefined
  }
  if (schema instanceof z.ZodObject) return isRecord(value) ? partObject(schema.shape, value, stayed) : value
  if (schema instanceof z.ZodRecord) {
    return isRecord(value)
      ? partObject(Object.fromEntries(Object.keys(value).map((key) => [key, schema.valueType as z.ZodType])), value, stayed)
      : value
  }
  if (schema instanceof z.ZodArray)
    return Array.isArray(value) ? value.map((each: unknown) => part(schema.element as z.ZodType, each, stayed)) : value
  if (schema instanceof z.ZodTuple) return Array.isArray(value) ? partTuple(schema.def.items as readonly z.ZodType[], value, stayed) : value
  if (schema instanceof z.ZodLazy) return part(schema.unwrap() as z.ZodType, value, stayed)
  // One after the other: what any of several shapes marks, stays.
  return wrapped(schema).reduce((left, each) => part(each, left, stayed), value)
}

function partTuple(items: readonly z.ZodType[], value: readonly unknown[], stayed: string[]): unknown[] {
  return value.map((each, index) => (items[index] === undefined ? each : part(items[index], each, stayed)))
}

function partObject(
  shape: Readonly<Record<string, z.ZodType>>, value: Readonly<Record<string, unknown>>, stayed: string[],
): Record<string, unknown> {
  const parted = Object.entries(value).map(([key, each]): [string, unknown] => {
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined
    return [key, schema === undefined ? each : part(schema, each, stayed)]
  })
  return Object.fromEntries(parted.filter(([, each]) => each !== undefined))
}

/** The schemas that a schema wraps: a value is looked at by each. Zod types them as its core's, of which every one here is a `ZodType`. */
function wrapped(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options as readonly z.ZodType[]
  if (schema instanceof z.ZodIntersection) return [schema.def.left as z.ZodType, schema.def.right as z.ZodType]
  if (schema instanceof z.ZodPipe) return [schema.in as z.ZodType]
  if (!(schema instanceof z.ZodLazy) && 'unwrap' in schema && typeof schema.unwrap === 'function')
    return [(schema as z.ZodOptional<z.ZodType>).unwrap()]
  return []
}

function inner(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape as Record<string, z.ZodType>)
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType]
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType]
  if (schema instanceof z.ZodTuple) return schema.def.items as readonly z.ZodType[]
  return wrapped(schema)
}

/** Without recursion: a value from outside may be nested as deep as it likes. */
function collect(value: unknown, stayed: string[]): void {
  for (const open = [value]; open.length > 0; ) {
    const next = open.pop()
    if (typeof next === 'string' || typeof next === 'number') stayed.push(String(next))
    else if (Array.isArray(next)) open.push(...(next as unknown[]).toReversed())
    else if (isRecord(next)) {
      stayed.push(...Object.keys(next))
      open.push(...Object.values(next).toReversed())
    }
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
