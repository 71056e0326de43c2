import { invalidAggregation } from '../errors/service-exception.ts'
import { numberIn, type IndexedDocument, type IndexedValue } from './document/indexed-document.ts'
import { THINGS, type ThingIndexing } from './indexing-configuration.ts'
import { fieldNamed, managedFields, THING_GROUP_FIELDS, type TypedField } from './managed-fields.ts'
import type { OpenIndex } from './fleet-index.ts'

/** What GetStatistics answers of a field: all of it for numbers and Booleans, the count alone for texts. */
export interface FieldStatistics {
  readonly count: number
  readonly average?: number
  readonly sum?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly sumOfSquares?: number
  readonly variance?: number
  readonly stdDeviation?: number
}

/** The field to aggregate. Throws `InvalidAggregationException` for one that is neither managed nor custom. */
export function aggregationField({ name, custom }: OpenIndex, things: ThingIndexing, field: string | undefined): TypedField {
  const isThings = name === THINGS
  const wanted = field ?? (isThings ? 'registry.version' : 'version')
  const managed = fieldNamed(isThings ? managedFields(things) : THING_GROUP_FIELDS, wanted)
  const customized = custom.find((one) => one.name === wanted)
  if (managed !== undefined) return { name: wanted, type: managed.type }
  if (customized === undefined) {
    throw invalidAggregation(`Invalid aggregation field ${wanted}: it must be a managed field, or one of the customFields of the indexing configuration.`)
  }
  // One of the three: the model says so.
  return { name: wanted, type: customized.type as TypedField['type'] }
}

/** The values of a field in documents, those left out that are not of its type. */
function valuesOf(documents: readonly IndexedDocument[], field: TypedField): readonly (string | number | boolean)[] {
  return documents.flatMap(({ fields, versions }) => {
    const version = versions.get(field.name)
    if (version !== undefined) return [version]
    const values = fields.get(field.name.replace(/^registry\./, '')) ?? fields.get(field.name) ?? []
    return values.map((value) => valueAs(value, field.type)).filter((value) => value !== undefined)
  })
}

function valueAs({ raw, number }: IndexedValue, type: TypedField['type']): string | number | boolean | undefined {
  if (type === 'Number') return number
  if (type === 'String') return typeof raw === 'string' ? raw : undefined
  // An attribute says it as text.
  return typeof raw === 'boolean' ? raw : raw === 'true' || raw === 'false' ? raw === 'true' : undefined
}

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/index-aggregate.html#get-statistics */
export function statistics(documents: readonly IndexedDocument[], field: TypedField): FieldStatistics {
  const values = valuesOf(documents, field)
  const count = values.length
  if (field.type === 'String' || count === 0) return { count }
  const numbers = values.map(Number)
  const sum = numbers.reduce((total, value) => total + value, 0)
  const sumOfSquares = numbers.reduce((total, value) => total + value * value, 0)
  const average = sum / count
  const variance = numbers.reduce((total, value) => total + (value - average) ** 2, 0) / count
  const minimum = numbers.reduce((least, value) => Math.min(least, value))
  const maximum = numbers.reduce((most, value) => Math.max(most, value))
  const all = { average, sum, minimum, maximum, sumOfSquares, variance, stdDeviation: Math.sqrt(variance) }
  // "If the field values exceed the maximum double value, the statistics values are empty."
  return Object.values(all).every(Number.isFinite) ? { count, ...all } : { count }
}

export const cardinality = (documents: readonly IndexedDocument[], field: TypedField): number => new Set(valuesOf(documents, field)).size

/** The value below which so many percent are, between two values in proportion; nothing where there are no values. */
export function percentiles(documents: readonly IndexedDocument[], field: TypedField, percents: readonly number[]) {
  if (field.type !== 'Number')
    throw invalidAggregation(`Invalid aggregation field ${field.name}: percentiles are of fields of the type Number, and this one is a ${field.type}.`)
  const sorted = valuesOf(documents, field).map(Number).sort((a, b) => a - b)
  if (sorted.length === 0) return []
  return percents.map((percent) => ({ percent, value: valueAt(sorted, ((sorted.length - 1) * percent) / 100) }))
}

function valueAt(sorted: readonly number[], position: number): number {
  const below = sorted[Math.floor(position)] ?? 0
  const above = sorted[Math.ceil(position)] ?? below
  return below + (above - below) * (position - Math.floor(position))
}

/** The values of a field and how many have each, the most frequent first. */
export function buckets(documents: readonly IndexedDocument[], field: TypedField, most: number) {
  const counts = new Map<string, number>()
  for (const value of valuesOf(documents, field).map(String)) counts.set(value, (counts.get(value) ?? 0) + 1)
  const sorted = [...counts].sort(([one, count], [other, otherCount]) => otherCount - count || compare(one, other))
  return { totalCount: documents.length, buckets: sorted.slice(0, most).map(([keyValue, count]) => ({ keyValue, count })) }
}

const compare = (one: string, other: string): number => {
  const [a, b] = [numberIn(one), numberIn(other)]
  if (a !== undefined && b !== undefined) return a - b
  return one < other ? -1 : 1
}
