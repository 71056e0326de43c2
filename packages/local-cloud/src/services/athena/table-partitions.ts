import type { PartitionInput, TableInput } from '../glue/catalog-entry.ts'
import type { ListedObject, Objects } from '../s3/objects.ts'
import { escaped, projectionOf, type Projection } from './partition-projection.ts'
import { QueryFailure } from './query-failure.ts'

/** Objects that have the same values of the partition columns. */
export interface TablePartition {
  /** One for each partition column, in their order. */
  readonly values: readonly string[]
  readonly bucket: string
  readonly objects: readonly ListedObject[]
}

/** What the partitions of a table are found with. */
export interface PartitionContext {
  readonly objects: Pick<Objects, 'list'>
  /** Those that the catalog has. */
  readonly partitions: readonly PartitionInput[]
  readonly nowMs: number
  /** The one value that the query names for a column; `undefined` where it does not. */
  readonly equalTo: (column: string) => string | undefined
}

/** The objects of a table by partition; a table without partition columns is one. Rejects with `QueryFailure`. */
export async function partitionsOf(table: TableInput, context: PartitionContext): Promise<readonly TablePartition[]> {
  const projection = projectionOf(table, context.nowMs)
  if (projection !== undefined) return projected(projection, context)
  if ((table.PartitionKeys ?? []).length === 0) return [await located([], table.StorageDescriptor?.Location, context)]
  return Promise.all(context.partitions.map(({ Values, StorageDescriptor }) =>
    located(Values, StorageDescriptor?.Location ?? hiveLocation(table, Values), context)))
}

/** `s3://bucket/prefix/` taken apart. Throws `QueryFailure`. */
export function s3Location(location: string | undefined): { bucket: string; prefix: string } {
  const [, bucket, prefix = ''] = /^s3[an]?:\/\/([^/]+)(?:\/(.*))?$/.exec(location ?? '') ?? []
  if (bucket === undefined) throw new QueryFailure('INVALID_TABLE_PROPERTY', `The location ${location ?? ''} is none in S3`)
  return { bucket, prefix }
}

/** Where a partition is whose location nobody tells. */
export function hiveLocation({ StorageDescriptor, PartitionKeys = [] }: TableInput, values: readonly string[]): string {
  return `${(StorageDescriptor?.Location ?? '').replace(/\/?$/, '/')}${PartitionKeys.map(({ Name }, index) => `${Name}=${values[index] ?? ''}/`).join('')}`
}

async function located(values: readonly string[], location: string | undefined, { objects }: PartitionContext): Promise<TablePartition> {
  const { bucket, prefix } = s3Location(location)
  const folder = prefix === '' ? '' : prefix.replace(/\/?$/, '/')
  return { values, bucket, objects: (await objects.list(bucket, folder)).filter(isData) }
}

/** Instead of every location that there may be, those are looked at that have objects. */
async function projected({ template, columns }: Projection, { objects, equalTo }: PartitionContext): Promise<readonly TablePartition[]> {
  const injected = new Map(columns.filter((column) => column.injected).map(({ name }) => [name, injectedValue(name, equalTo)]))
  const { bucket, prefix } = s3Location(template.replace(/\/?$/, '/'))
  const names = [...prefix.matchAll(/\$\{([^}]+)\}/g)].map(([, name = '']) => name)
  const pattern = new RegExp(`^${prefix.split(/\$\{[^}]+\}/).map((text, index) => {
    const column = columns.find(({ name }) => name === names[index])
    return `${escaped(text)}${index === names.length ? '' : `(${column?.pattern ?? '[^/]+'})`}`
  }).join('')}`)
  const found = new Map<string, { values: string[]; objects: ListedObject[] }>()
  for (const object of (await objects.list(bucket, prefix.split('${')[0] ?? '')).filter(isData)) {
    const groups = pattern.exec(object.key)
    if (groups === null) continue
    const values = columns.map(({ name }) => groups[names.indexOf(name) + 1] ?? '')
    if (
      !columns.every((column, index) =>
        column.contains(values[index] ?? '') && (!injected.has(column.name) || injected.get(column.name) === values[index]))
    ) {
      continue
    }
    const key = JSON.stringify(values)
    const partition = found.get(key) ?? { values, objects: [] }
    partition.objects.push(object)
    found.set(key, partition)
  }
  return [...found.values()].map((partition) => ({ ...partition, bucket }))
}

function injectedValue(name: string, equalTo: PartitionContext['equalTo']): string {
  const value = equalTo(name)
  if (value === undefined) throw new QueryFailure('CONSTRAINT_VIOLATION', `For the injected projected partition column ${name}, the WHERE clause must contain only static equality conditions, and at least one such condition must be present.`)
  return value
}

/** What begins with a dot or an underscore is hidden. @see https://docs.aws.amazon.com/athena/latest/ug/creating-tables.html */
function isData({ key, bytes }: ListedObject): boolean {
  return bytes > 0 && !/(?:^|\/)[._][^/]*$/.test(key) && !key.endsWith('/')
}
